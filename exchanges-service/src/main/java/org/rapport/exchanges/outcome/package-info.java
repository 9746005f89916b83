/** What exchanges led to. Depends on exchange. */
package org.rapport.exchanges.outcome;
