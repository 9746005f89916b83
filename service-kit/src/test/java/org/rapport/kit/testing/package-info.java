/** What the tests of every service share: one PostgreSQL, one Kafka broker and one issuer per test run. */
package org.rapport.kit.testing;
