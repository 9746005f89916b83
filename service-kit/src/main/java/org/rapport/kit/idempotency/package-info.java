/** A POST sent again does not happen again: the answer is stored in the transaction of what it answers for. */
package org.rapport.kit.idempotency;
