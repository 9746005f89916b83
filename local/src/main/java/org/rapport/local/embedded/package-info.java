/** Real servers without an engine for containers: PostgreSQL, Kafka and an issuer of tokens, for the local run and tests. */
package org.rapport.local.embedded;
