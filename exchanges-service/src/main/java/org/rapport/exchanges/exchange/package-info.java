/** Exchanges between exactly two participants. Depends on no other feature. */
package org.rapport.exchanges.exchange;
