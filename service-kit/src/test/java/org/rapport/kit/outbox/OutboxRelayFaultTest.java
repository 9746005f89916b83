package org.rapport.kit.outbox;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.TestStack;

/** What leaves an outbox when brokers, databases and relays fail. */
class OutboxRelayFaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void deliversInOrderWhatWasWrittenWhileTheBrokerWasDown() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_broker_down")) {
            List<UUID> aggregates = outbox.aggregates(10);
            OutboxRelay before = outbox.relay();
            before.start();
            outbox.write(aggregates, 0);
            outbox.awaitEmpty();
            OutboxRelay relay = outbox.relay();
            TestStack.get().stopKafka();
            try {
                for (long version = 1; version < 20; version++) {
                    outbox.write(aggregates, version);
                }
                before.stop();
                relay.start();
                await().atMost(PATIENCE).until(relay::lastError, notNullValue());
                assertThat(outbox.waiting(), equalTo(190L));
            } finally {
                TestStack.get().startKafka();
            }

            outbox.awaitEmpty();

            Map<String, List<Long>> published = outbox.publishedVersions();
            for (UUID aggregate : aggregates) {
                assertThat(
                        published.get(aggregate.toString()),
                        equalTo(LongStream.range(0, 20).boxed().toList()));
            }
            await().atMost(PATIENCE).until(relay::lastError, nullValue());
        }
    }

    @Test
    void keepsTheOrderOfEachAggregateWhenTwoRelaysRunAndTheOneAtWorkIsKilledAgainAndAgain() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_killed")) {
            List<UUID> aggregates = outbox.aggregates(5);
            OutboxRelay one = outbox.relay(20);
            OutboxRelay other = outbox.relay(20);
            one.start();
            other.start();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeVersions(outbox, aggregates, 400));

            int killed = 0;
            while (!writing.isDone() || outbox.waiting() > 0) {
                if (killed < 8 && outbox.database().killSessions("rapport outbox relay") > 0) {
                    killed++;
                }
                await().pollDelay(Duration.ofMillis(150)).until(() -> true);
            }
            writing.join();

            Map<String, List<Long>> published = outbox.publishedVersions();
            for (UUID aggregate : aggregates) {
                List<Long> versions = published.get(aggregate.toString());
                List<Long> firstTime = versions.stream().distinct().toList();
                assertThat(firstTime, equalTo(LongStream.range(0, 400).boxed().toList()));
                assertThat("the newest state is the last", versions.get(versions.size() - 1), equalTo(399L));
            }
            assertThat(killed, greaterThanOrEqualTo(8));
        }
    }

    private static void writeVersions(WrittenOutbox outbox, List<UUID> aggregates, int count) {
        try (Connection connection = outbox.database().connect()) {
            for (long version = 0; version < count; version++) {
                WrittenOutbox.insert(connection, aggregates, version);
                await().pollDelay(Duration.ofMillis(5))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> true);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shutsOutARelayThatStillSendsThoughItHasLostItsLock() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_fenced");
                Producer<String, String> lost = producerOf(outbox)) {
            UUID aggregate = UUID.randomUUID();
            outbox.write(List.of(aggregate), 0);
            outbox.relay().start();
            outbox.awaitEmpty();
            outbox.relays().get(0).stop();
            lost.initTransactions();
            lost.beginTransaction();
            lost.send(new ProducerRecord<>(outbox.topic(), aggregate.toString(), "an old state, still on its way"));
            lost.flush();

            outbox.write(List.of(aggregate), 1);
            outbox.relay().start();
            outbox.awaitEmpty();

            assertThrows(ProducerFencedException.class, lost::commitTransaction);
            assertThat(outbox.publishedVersions().get(aggregate.toString()), equalTo(List.of(0L, 1L)));
        }
    }

    private static Producer<String, String> producerOf(WrittenOutbox outbox) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        TestStack.get().bootstrapServers(),
                        "transactional.id",
                        "outbox" + outbox.source()),
                new StringSerializer(),
                new StringSerializer());
    }

    @Test
    void handsOverToAnotherInstanceWhenItStops() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_takeover")) {
            OutboxRelay first = outbox.relay();
            OutboxRelay second = outbox.relay();
            first.start();
            await().atMost(PATIENCE).until(first::isLeading);
            second.start();
            outbox.write(outbox.aggregates(1), 0);
            outbox.awaitEmpty();
            assertThat(second.isLeading(), is(false));

            first.stop();

            outbox.write(outbox.aggregates(1), 0);
            outbox.awaitEmpty();
            assertThat(second.isLeading(), is(true));
            assertThat(first.isLeading(), is(false));
            assertThat(List.of(first.lastError() == null, second.lastError() == null), everyItem(is(true)));
        }
    }

    @Test
    void goesOnAfterADatabaseRestart() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_database")) {
            List<UUID> aggregates = outbox.aggregates(3);
            outbox.relay().start();
            outbox.write(aggregates, 0);
            outbox.awaitEmpty();

            TestStack.get().stopPostgres();
            TestStack.get().startPostgres();

            outbox.write(aggregates, 1);
            outbox.awaitEmpty();
            Map<String, List<Long>> published = outbox.publishedVersions();
            assertThat(published.keySet().size(), equalTo(3));
            assertThat(published.values(), everyItem(equalTo(List.of(0L, 1L))));
        }
    }
}
