/** Exchanges between exactly two participants, and what each says of them. Depends on introduction. */
package org.rapport.exchanges.exchange;
