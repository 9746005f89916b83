package org.rapport.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events in the mix that an import of a large programme makes, the same ones every time. */
final class SyntheticEvents {

    private static final Instant START = Instant.parse("2024-01-01T09:00:00Z");
    private static final int PEOPLE_PER_EVENT = 100;
    private static final int TOPICS = 50;

    private final int count;
    private final Random random = new Random(1);

    SyntheticEvents(int count) {
        this.count = count;
    }

    void forEach(Consumer<ProducerRecord<byte[], byte[]>> consumer) {
        for (int i = 0; i < count; i++) {
            consumer.accept(event(i));
        }
    }

    /** Of ten events one tells of a person, one of a need, three each of registrations and attendances, two of exchanges. */
    private ProducerRecord<byte[], byte[]> event(int i) {
        return switch (i % 10) {
            case 0 -> participant(i);
            case 1 -> need(i);
            case 2, 3, 4 -> presence(i, "registration", "\"status\":\"CONFIRMED\",\"registeredAt\":\"" + START + "\"");
            case 5, 6, 7 -> presence(i, "attendance", "\"status\":\"PRESENT\",\"method\":\"QR\"");
            default -> exchange(i);
        };
    }

    private ProducerRecord<byte[], byte[]> participant(int i) {
        UUID id = person(i / 10);
        return record("participants", "participant.registered", id, """
                {"id":"%s","status":"ACTIVE","country":"PE","organisations":[],\
                "consents":[{"purpose":"RESEARCH","givenAt":"2023-01-01T00:00:00Z"}]}""".formatted(id));
    }

    private ProducerRecord<byte[], byte[]> need(int i) {
        UUID id = id("need", i);
        return record("participants", "need.declared", id, """
                {"id":"%s","participantId":"%s","topic":"T%d","kind":"SKILL","declaredAt":"%s","assessments":[\
                {"assessedAt":"%4$s","specificity":%d,"urgency":2,"authority":3,"benefit":1}],"status":"OPEN",\
                "statusHistory":[{"status":"OPEN","at":"%4$s"}]}""".formatted(
                        id, anyone(), random.nextInt(TOPICS), at(i), random.nextInt(5)));
    }

    private ProducerRecord<byte[], byte[]> presence(int i, String aggregate, String state) {
        UUID id = id(aggregate, i);
        return record("events", aggregate + ".recorded", id, """
                {"id":"%s","eventId":"%s","participantId":"%s",%s}""".formatted(
                        id, id("event", random.nextInt(1 + count / PEOPLE_PER_EVENT)), anyone(), state));
    }

    private ProducerRecord<byte[], byte[]> exchange(int i) {
        UUID id = id("exchange", i);
        String one = anyone().toString();
        String other = anyone().toString();
        while (other.equals(one)) {
            other = anyone().toString();
        }
        String a = one.compareTo(other) < 0 ? one : other;
        String b = a.equals(one) ? other : one;
        return record("exchanges", "exchange.recorded", id, """
                {"id":"%s","participantAId":"%s","participantBId":"%s","type":"ADVICE","status":"ACTIVE",\
                "startedAt":"%s","initiatedBy":"%2$s","reportedBy":"%3$s"}""".formatted(id, a, b, at(i)));
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String type, UUID id, String data) {
        String key = id.toString();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("rapport." + topic + ".v1", key.getBytes(UTF_8), data.getBytes(UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", key);
        header(record, "ce_source", "/" + topic + "-service");
        header(record, "ce_type", "org.rapport." + type + ".v1");
        header(record, "ce_subject", key);
        header(record, "ce_time", START.toString());
        header(record, "ce_version", "0");
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    private UUID anyone() {
        return person(random.nextInt(1 + count / 10));
    }

    private static UUID person(int number) {
        return id("participant", number);
    }

    private static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(UTF_8));
    }

    private static Instant at(int i) {
        return START.plus(i % 500, ChronoUnit.HOURS);
    }
}
