package org.rapport.kit.consuming;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.TestStack;

/** What a consumer makes of failures that are no event's fault: it tries again, loses nothing and counts nothing twice. */
class ConsumerFaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Does something after the effect of a batch, before its commit. */
    private interface Interruption {
        void happen(Connection connection, int batch) throws SQLException;
    }

    private static final class InterruptedTally extends Tally {

        private final Interruption interruption;
        private final AtomicInteger batches = new AtomicInteger();

        InterruptedTally(String topic, Interruption interruption) {
            super(topic);
            this.interruption = interruption;
        }

        @Override
        public void apply(Connection connection, List<Event> events) throws SQLException {
            super.apply(connection, events);
            interruption.happen(connection, batches.incrementAndGet());
        }
    }

    @Test
    void countsExactlyWhenItIsKilledBetweenEffectAndCommit() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_killed")) {
            topic.send(5_000);
            EventConsumer consumer = topic.start(new InterruptedTally(topic.topic(), (connection, batch) -> {
                if (batch == 2 || batch == 3) {
                    topic.database().killSessions("rapport tally");
                }
            }));

            topic.awaitTallied(5_000);

            assertThat(topic.eachOnce(5_000), is(true));
            topic.awaitDeadLetters(0);
            await().atMost(PATIENCE).until(() -> consumer.state().lastError(), nullValue());
        }
    }

    @Test
    void triesAgainWhatTheDatabaseCouldNotDoAtTheTime() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_serialization")) {
            topic.send(100);
            topic.start(new InterruptedTally(topic.topic(), (connection, batch) -> {
                if (batch == 1) {
                    throw new SQLException("could not serialize access", "40001");
                }
            }));

            topic.awaitTallied(100);

            assertThat(topic.eachOnce(100), is(true));
            topic.awaitDeadLetters(0);
        }
    }

    @Test
    void survivesAnErrorOfTheVirtualMachine() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_error")) {
            topic.send(100);
            topic.start(new InterruptedTally(topic.topic(), (connection, batch) -> {
                if (batch == 1) {
                    throw new OutOfMemoryError("only said so");
                }
            }));

            topic.awaitTallied(100);

            assertThat(topic.eachOnce(100), is(true));
        }
    }

    @Test
    void losesNothingAndBuriesNothingWhenTheDatabaseRestarts() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_database")) {
            EventConsumer consumer = topic.start(new Tally(topic.topic()));
            topic.send(1_000);
            topic.awaitTallied(1_000);

            TestStack.get().stopPostgres();
            topic.send(1_000);
            await().atMost(PATIENCE).until(() -> consumer.state().lastError(), notNullValue());
            TestStack.get().startPostgres();

            topic.awaitTallied(2_000);
            assertThat(topic.eachOnce(2_000), is(true));
            topic.awaitDeadLetters(0);
        }
    }

    @Test
    void goesOnAfterABrokerRestart() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_broker")) {
            EventConsumer consumer = topic.start(new Tally(topic.topic()));
            topic.send(100);
            topic.awaitTallied(100);

            TestStack.get().stopKafka();
            TestStack.get().startKafka();
            topic.send(100);

            topic.awaitTallied(200);
            assertThat(topic.eachOnce(200), is(true));
            await().atMost(PATIENCE).until(() -> consumer.state().lastError(), nullValue());
        }
    }
}
