package org.rapport.kit.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What a service has published, as its consumers get it. */
public final class PublishedEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedEvents() {}

    /** The records of one aggregate in their order, once there are so many. */
    public static List<ConsumerRecord<byte[], byte[]>> await(String topic, UUID aggregate, int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            records.clear();
            TestStack.get().records(topic).stream()
                    .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(aggregate.toString()))
                    .forEach(records::add);
            assertThat(records.size(), equalTo(count));
        });
        return records;
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    public static JsonNode data(ConsumerRecord<byte[], byte[]> record) throws IOException {
        return JSON.readTree(record.value());
    }

    /** Holds everything on a topic against the published schemas. */
    public static void requireConformity(String topic) throws IOException {
        List<ConsumerRecord<byte[], byte[]>> records = TestStack.get().records(topic);
        assertThat(records, is(not(empty())));
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String type = header(record, "ce_type");
            assertThat(type, Contract.errors(type, data(record)), is(empty()));
        }
    }
}
