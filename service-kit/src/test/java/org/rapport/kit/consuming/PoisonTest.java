package org.rapport.kit.consuming;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.rapport.kit.consuming.ConsumedTopic.bytes;
import static org.rapport.kit.consuming.ConsumedTopic.event;
import static org.rapport.kit.consuming.ConsumedTopic.header;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Records that no consumer can use: set aside with the reason, and the partition moves on. */
class PoisonTest {

    private static final UUID SUBJECT = UUID.fromString("0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e");

    /** What is wrong, how a good record is spoilt so, and the reason to be told. */
    private static Map<String, Map.Entry<UnaryOperator<ProducerRecord<byte[], byte[]>>, String>> poisons() {
        Map<String, Map.Entry<UnaryOperator<ProducerRecord<byte[], byte[]>>, String>> poisons = new LinkedHashMap<>();
        poisons.put("no JSON", value("}{ no JSON"));
        poisons.put("not UTF-8", Map.entry(r -> valued(r, new byte[] {'"', (byte) 0xc3, '"'}), "not JSON"));
        poisons.put("JSON, but no object", Map.entry(r -> valued(r, bytes("[1]")), "not a JSON object"));
        poisons.put("empty", Map.entry(r -> valued(r, new byte[0]), "not a JSON object"));
        poisons.put("deep", value("[".repeat(100_000)));
        poisons.put("the same key twice", value("{\"id\":1,\"id\":2}"));
        poisons.put("1 MB", Map.entry(r -> valued(r, bytes("{\"note\":\"" + "x".repeat(1_000_000) + "\"}")), "larger"));
        poisons.put("null value, no headers", Map.entry(PoisonTest::bare, "Not a CloudEvent"));
        poisons.put("null value, but no erasure", Map.entry(r -> valued(r, null), "no data"));
        poisons.put("no spec version", without("ce_specversion", "Not a CloudEvent"));
        poisons.put("another spec version", with("ce_specversion", "0.3", "Not a CloudEvent"));
        poisons.put("no id", without("ce_id", "Not a CloudEvent"));
        poisons.put("no type", without("ce_type", "No type"));
        poisons.put("unknown type", with("ce_type", "org.rapport.nothing.happened.v1", "Unknown type"));
        poisons.put("unknown version of a type", with("ce_type", "org.rapport.thing.changed.v2", "Unknown type"));
        poisons.put("forged type", with("ce_type", "org.rapport.thing.changed.v1\nWARN", "No type"));
        poisons.put("no subject", without("ce_subject", "subject is missing"));
        poisons.put(
                "key is not the subject", with("ce_subject", UUID.randomUUID().toString(), "not the subject"));
        poisons.put("no key", Map.entry(r -> keyed(r, null), "key or the subject is missing"));
        poisons.put("no UUID", Map.entry(PoisonTest::unidentified, "not a UUID"));
        poisons.put("no version", without("ce_version", "not a whole number"));
        poisons.put("version is no number", with("ce_version", "1.5", "not a whole number"));
        poisons.put("version below nothing", with("ce_version", "-1", "not a whole number"));
        poisons.put("time is no instant", with("ce_time", "yesterday", "not an instant"));
        poisons.put("refused by the projection", note("unreadable", "The note cannot be read"));
        poisons.put("not foreseen by the projection", note("unforeseen", "Nobody thought of this"));
        poisons.put("refused by the database", note("longer than twenty letters", "value too long for type"));
        return poisons;
    }

    @Test
    void becomesADeadLetterWithTheReasonAndTheGoodOnesAroundItAreApplied() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("poison_kinds")) {
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (var poison : poisons().values()) {
                records.add(good(topic, 0));
                records.add(poison.getKey().apply(inPartition(event(topic.topic(), SUBJECT, 3, "none"), 0)));
                records.add(good(topic, 0));
            }
            topic.send(records);

            topic.start(new Tally(topic.topic()));

            topic.awaitDeadLetters(poisons().size());
            topic.awaitTallied(2L * poisons().size());
            assertThat(topic.eachOnce(2L * poisons().size()), is(true));
            assertThat(
                    topic.meters()
                            .get("rapport.consumer.dead.letters")
                            .counter()
                            .count(),
                    equalTo((double) poisons().size()));
            List<String> reasons = reasons(topic);
            int i = 0;
            for (var poison : poisons().entrySet()) {
                assertThat(
                        poison.getKey(),
                        reasons.get(i),
                        containsString(poison.getValue().getValue()));
                i++;
            }
        }
    }

    @Test
    void isKeptWholeWithItsPosition() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("poison_whole")) {
            ProducerRecord<byte[], byte[]> record = inPartition(event(topic.topic(), SUBJECT, 3, "none"), 1);
            topic.send(List.of(good(topic, 1), valued(record, new byte[] {0, 1, (byte) 0xff})));

            topic.start(new Tally(topic.topic()));

            topic.awaitDeadLetters(1);
            try (Connection connection = topic.database().connect();
                    PreparedStatement statement = connection.prepareStatement("select * from dead_letter");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString("consumer"), equalTo("tally"));
                assertThat(row.getString("topic"), equalTo(topic.topic()));
                assertThat(row.getInt("partition"), equalTo(1));
                assertThat(row.getLong("record_offset"), equalTo(1L));
                assertThat(row.getBytes("record_key"), equalTo(bytes(SUBJECT.toString())));
                assertThat(row.getBytes("record_value"), equalTo(new byte[] {0, 1, (byte) 0xff}));
                assertThat(row.getString("headers"), containsString("\"ce_type\": \"org.rapport.thing.changed.v1\""));
            }
        }
    }

    @Test
    void isFoundAgainByARebuildAndNotTwice() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("poison_rebuild")) {
            topic.send(List.of(valued(event(topic.topic(), SUBJECT, 3, "none"), bytes("no JSON")), good(topic, 0)));
            EventConsumer consumer = topic.start(new Tally(topic.topic()));
            topic.awaitDeadLetters(1);
            topic.awaitTallied(1);

            consumer.rebuild();

            topic.awaitTallied(1);
            topic.awaitDeadLetters(1);
        }
    }

    @Test
    void isFoundAmongThousandsWithoutTryingEachOfThemAlone() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("poison_many")) {
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                records.add(
                        i % 1_000 == 500 ? event(topic.topic(), UUID.randomUUID(), 0, "unreadable") : good(topic, 0));
            }
            topic.send(records);
            CountingTally tally = new CountingTally(topic.topic());

            topic.start(tally);

            topic.awaitTallied(1_998);
            topic.awaitDeadLetters(2);
            assertThat(tally.calls() < 200, is(true));
        }
    }

    @Test
    void doesNotIncludeTheTombstoneOfAnErasure() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("poison_tombstone")) {
            ProducerRecord<byte[], byte[]> tombstone = valued(event(topic.topic(), SUBJECT, 4, "none"), null);
            header(tombstone, "ce_type", "org.rapport.thing.erased.v1");
            topic.send(List.of(tombstone, good(topic, 0)));

            topic.start(new Tally(topic.topic()));

            topic.awaitTallied(2);
            topic.awaitDeadLetters(0);
        }
    }

    private static ProducerRecord<byte[], byte[]> good(ConsumedTopic topic, int partition) {
        return inPartition(event(topic.topic(), UUID.randomUUID(), 0, "none"), partition);
    }

    private static ProducerRecord<byte[], byte[]> inPartition(ProducerRecord<byte[], byte[]> r, int partition) {
        return new ProducerRecord<>(r.topic(), partition, r.key(), r.value(), r.headers());
    }

    private static ProducerRecord<byte[], byte[]> valued(ProducerRecord<byte[], byte[]> r, byte[] value) {
        return new ProducerRecord<>(r.topic(), r.partition(), r.key(), value, r.headers());
    }

    private static ProducerRecord<byte[], byte[]> keyed(ProducerRecord<byte[], byte[]> r, byte[] key) {
        return new ProducerRecord<>(r.topic(), r.partition(), key, r.value(), r.headers());
    }

    private static ProducerRecord<byte[], byte[]> bare(ProducerRecord<byte[], byte[]> r) {
        return new ProducerRecord<>(r.topic(), r.partition(), r.key(), null);
    }

    private static ProducerRecord<byte[], byte[]> unidentified(ProducerRecord<byte[], byte[]> r) {
        header(r, "ce_subject", "42");
        return keyed(r, bytes("42"));
    }

    private static Map.Entry<UnaryOperator<ProducerRecord<byte[], byte[]>>, String> value(String value) {
        return Map.entry(r -> valued(r, bytes(value)), "not JSON");
    }

    private static Map.Entry<UnaryOperator<ProducerRecord<byte[], byte[]>>, String> note(String note, String reason) {
        return Map.entry(r -> valued(r, bytes("{\"note\":\"" + note + "\"}")), reason);
    }

    private static Map.Entry<UnaryOperator<ProducerRecord<byte[], byte[]>>, String> without(
            String header, String reason) {
        return Map.entry(
                r -> {
                    r.headers().remove(header);
                    return r;
                },
                reason);
    }

    private static Map.Entry<UnaryOperator<ProducerRecord<byte[], byte[]>>, String> with(
            String header, String value, String reason) {
        return Map.entry(
                r -> {
                    header(r, header, value);
                    return r;
                },
                reason);
    }

    private static List<String> reasons(ConsumedTopic topic) throws Exception {
        List<String> reasons = new ArrayList<>();
        try (Connection connection = topic.database().connect();
                PreparedStatement statement =
                        connection.prepareStatement("select reason from dead_letter order by record_offset");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reasons.add(rows.getString(1));
            }
        }
        return reasons;
    }

    /** Counts the attempts. */
    private static final class CountingTally extends Tally {

        private volatile int calls;

        CountingTally(String topic) {
            super(topic);
        }

        int calls() {
            return calls;
        }

        @Override
        public void apply(Connection connection, List<Event> events) throws java.sql.SQLException {
            calls = calls + 1;
            super.apply(connection, events);
        }
    }
}
