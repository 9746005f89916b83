package org.rapport.kit.consuming;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.rapport.kit.tracing.Traces;

/** Applies records to a projection, and sets aside those that cannot be. */
final class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    private final Projection projection;
    private final CloudEvents cloudEvents;
    private final DeadLetters deadLetters;

    Batches(Projection projection, ObjectMapper mapper) {
        this.projection = projection;
        this.cloudEvents = new CloudEvents(mapper);
        this.deadLetters = new DeadLetters(mapper);
    }

    private record Readable(ConsumerRecord<byte[], byte[]> record, Event event) {}

    /** Does all that the records ask for, in the caller's transaction. Returns how many became dead letters. */
    int apply(Connection connection, ConsumerRecords<byte[], byte[]> records) throws SQLException {
        List<Readable> readable = new ArrayList<>(records.count());
        int dead = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                readable.add(new Readable(record, read(record)));
            } catch (UnreadableEventException e) {
                bury(connection, record, e);
                dead++;
            }
        }
        if (!readable.isEmpty()) {
            dead += apply(connection, readable);
            forgetErased(connection, readable);
        }
        return dead;
    }

    private void forgetErased(Connection connection, List<Readable> readable) throws SQLException {
        List<UUID> erased = readable.stream()
                .map(Readable::event)
                .filter(Event::isErasure)
                .map(Event::subject)
                .toList();
        if (!erased.isEmpty()) {
            DeadLetters.forget(connection, erased);
        }
    }

    private Event read(ConsumerRecord<byte[], byte[]> record) {
        Event event = cloudEvents.read(record);
        if (!projection.understands(event.type())) {
            throw new UnreadableEventException("Unknown type " + event.type());
        }
        return event;
    }

    /** Where one of many is to blame, halves the search for it. */
    private int apply(Connection connection, List<Readable> readable) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            projection.apply(connection, readable.stream().map(Readable::event).toList());
            connection.releaseSavepoint(before);
            return 0;
        } catch (SQLException | RuntimeException e) {
            if (!Blame.isOfTheData(e)) {
                throw e;
            }
            connection.rollback(before);
            connection.releaseSavepoint(before);
            if (readable.size() == 1) {
                bury(connection, readable.get(0).record(), e);
                return 1;
            }
        }
        int half = readable.size() / 2;
        return apply(connection, readable.subList(0, half))
                + apply(connection, readable.subList(half, readable.size()));
    }

    private void bury(Connection connection, ConsumerRecord<byte[], byte[]> record, Exception e) throws SQLException {
        deadLetters.keep(connection, projection.name(), record, Blame.reason(e));
        Traces.within(CloudEvents.traceParent(record), () -> {
            LOG.warnf(
                    "%s cannot use the record at offset %d of %s-%d: it is now a dead letter",
                    projection.name(), record.offset(), record.topic(), record.partition());
            if (!(e instanceof UnreadableEventException || e instanceof SQLException)) {
                LOG.error("Nobody foresaw why", e);
            }
        });
    }
}
