/** Domain events leave with the state they tell of: stored in its transaction, then handed to Kafka at least once. */
package org.rapport.kit.outbox;
