package org.rapport.kit.consuming;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.rapport.kit.testing.TestStack;

/** A publisher in the middle of a batch. */
record UnfinishedTransaction(Producer<byte[], byte[]> producer) implements AutoCloseable {

    static UnfinishedTransaction begin(String name) {
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestStack.get().bootstrapServers(), "transactional.id", name),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        return new UnfinishedTransaction(producer);
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    void abort() {
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
