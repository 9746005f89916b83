package org.rapport.kit.outbox;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.TestStack;

/** What leaves an outbox that nothing disturbs. */
class OutboxRelayTest {

    @Test
    void deliversEverythingInTheOrderOfEachAggregate() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_order")) {
            List<UUID> aggregates = outbox.aggregates(20);
            for (long version = 0; version < 50; version++) {
                outbox.write(aggregates, version);
            }

            outbox.relay().start();

            outbox.awaitEmpty();
            Map<String, List<Long>> published = outbox.publishedVersions();
            for (UUID aggregate : aggregates) {
                assertThat(
                        published.get(aggregate.toString()),
                        equalTo(LongStream.range(0, 50).boxed().toList()));
            }
        }
    }

    @Test
    void takesRowsThatCommittedLateThoughTheirNumbersAreLower() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_late")) {
            UUID early = UUID.randomUUID();
            UUID late = UUID.randomUUID();
            outbox.relay().start();
            try (Connection open = outbox.database().connect()) {
                open.setAutoCommit(false);
                WrittenOutbox.insert(open, List.of(late), 0);
                outbox.write(List.of(early), 0);
                outbox.awaitPublished(1);

                open.commit();

                outbox.awaitPublished(2);
            }
        }
    }

    @Test
    void publishesNothingThatWasRolledBack() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_rollback")) {
            UUID kept = UUID.randomUUID();
            try (Connection undone = outbox.database().connect()) {
                undone.setAutoCommit(false);
                WrittenOutbox.insert(undone, outbox.aggregates(10), 0);
                undone.rollback();
            }
            outbox.write(List.of(kept), 0);

            outbox.relay().start();

            outbox.awaitEmpty();
            assertThat(outbox.publishedVersions().keySet(), contains(kept.toString()));
        }
    }

    @Test
    void isWokenByTheCommitAndDoesNotWaitForItsNextPoll() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_wake")) {
            outbox.relay().start();
            outbox.write(outbox.aggregates(1), 0);
            outbox.awaitEmpty();
            long begun = System.nanoTime();

            for (int i = 0; i < 20; i++) {
                outbox.write(outbox.aggregates(1), 0);
                await().pollInterval(Duration.ofMillis(2)).until(() -> outbox.waiting() == 0);
            }

            // by polling alone these would take 20 seconds
            assertThat(Duration.ofNanos(System.nanoTime() - begun), lessThan(Duration.ofSeconds(8)));
        }
    }

    @Test
    void writesCloudEventsThatAnIndependentReaderUnderstands() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_cloudevents")) {
            UUID aggregate = UUID.randomUUID();
            outbox.write(List.of(aggregate), 7);

            outbox.relay().start();

            outbox.awaitEmpty();
            List<ConsumerRecord<byte[], byte[]>> records = TestStack.get().records(outbox.topic());
            assertThat(records, hasSize(1));
            MessageReader reader = KafkaMessageFactory.createReader(records.get(0));
            assertThat(reader.getEncoding(), equalTo(Encoding.BINARY));
            CloudEvent event = reader.toEvent();
            assertThat(event.getSpecVersion().toString(), equalTo("1.0"));
            assertThat(event.getType(), equalTo(WrittenOutbox.TYPE));
            assertThat(event.getSource().toString(), equalTo(WrittenOutbox.SOURCE));
            assertThat(event.getSubject(), equalTo(aggregate.toString()));
            assertThat(event.getExtension("version"), equalTo("7"));
            assertThat(event.getDataContentType(), equalTo("application/json"));
            assertThat(Math.abs(ChronoUnit.SECONDS.between(event.getTime(), OffsetDateTime.now())), lessThan(60L));
            assertThat(
                    new String(event.getData().toBytes(), StandardCharsets.UTF_8),
                    equalTo(WrittenOutbox.data(aggregate, 7)));
        }
    }

    @Test
    void makesATopicThatIsCompacted() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_topic");
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", TestStack.get().bootstrapServers()))) {
            outbox.write(outbox.aggregates(1), 0);

            outbox.relay().start();

            outbox.awaitEmpty();
            TopicDescription topic = admin.describeTopics(List.of(outbox.topic()))
                    .allTopicNames()
                    .get()
                    .get(outbox.topic());
            assertThat(topic.partitions(), hasSize(6));
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, outbox.topic());
            String policy = admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get("cleanup.policy")
                    .value();
            assertThat(policy, equalTo("compact"));
        }
    }

    @Test
    void tellsWhatWaits() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_backlog")) {
            outbox.write(outbox.aggregates(3), 0);
            try (Connection connection = outbox.database().connect()) {

                Backlog backlog = OutboxTable.backlog(connection);

                assertThat(backlog.events(), equalTo(3L));
                assertThat(backlog.oldestAgeSeconds(), lessThan(60.0));
            }
        }
    }

    @Test
    void takesNoMoreRowsAtATimeThanMemoryHolds() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_large")) {
            outbox.database()
                    .execute("insert into outbox (aggregate_id, type, version, data)"
                            + " select gen_random_uuid(), '" + WrittenOutbox.TYPE
                            + "', 0, repeat('x', 900000) from generate_series(1, 100)");
            try (Connection connection = outbox.database().connect()) {

                List<OutboxRow> rows = OutboxTable.oldest(connection, 2_000);

                assertThat(rows, hasSize(9));
                OutboxTable.delete(connection, rows);
                assertThat(OutboxTable.oldest(connection, 2_000).get(0).id(), equalTo(10L));
            }
        }
    }

    @Test
    void leavesAnEmptyOutboxAlone() throws Exception {
        try (WrittenOutbox outbox = WrittenOutbox.create("relay_empty");
                Connection connection = outbox.database().connect()) {

            assertThat(OutboxTable.oldest(connection, 10), empty());
            assertThat(OutboxTable.backlog(connection), equalTo(Backlog.NONE));
        }
    }
}
