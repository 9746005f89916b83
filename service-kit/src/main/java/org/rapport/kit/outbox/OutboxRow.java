package org.rapport.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An event that waits, and the CloudEvent (1.0, Kafka's binary mode) that it leaves as.
 *
 * @param data null for the tombstone that follows an erasure
 */
record OutboxRow(long id, UUID aggregateId, String type, long version, Instant time, String traceParent, String data) {

    ProducerRecord<String, byte[]> toRecord(String topic, String source) {
        String key = aggregateId.toString();
        ProducerRecord<String, byte[]> cloudEvent =
                new ProducerRecord<>(topic, key, data == null ? null : data.getBytes(StandardCharsets.UTF_8));
        header(cloudEvent, "content-type", "application/json");
        header(cloudEvent, "ce_specversion", "1.0");
        header(cloudEvent, "ce_id", key + "-" + version + "-" + id);
        header(cloudEvent, "ce_source", source);
        header(cloudEvent, "ce_type", type);
        header(cloudEvent, "ce_subject", key);
        header(cloudEvent, "ce_time", time.toString());
        header(cloudEvent, "ce_version", Long.toString(version));
        if (traceParent != null) {
            header(cloudEvent, "ce_traceparent", traceParent);
        }
        return cloudEvent;
    }

    private static void header(ProducerRecord<String, byte[]> cloudEvent, String name, String value) {
        cloudEvent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
