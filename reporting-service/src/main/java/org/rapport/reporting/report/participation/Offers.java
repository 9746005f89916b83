package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.rapport.reporting.report.NamedQuery;

/** What each person offers, one person after the other. */
public final class Offers implements AutoCloseable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, topic, (extract(epoch from lower(available)) * 1000000)::bigint as since,
                   (extract(epoch from upper(available)) * 1000000)::bigint as until
              from offer
             where participant_id is not null and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id
            """);

    private final ParticipantRows rows;
    private final Records records;
    private final NumberedEvents events;
    private final TopicNumbers topics;
    private final List<Offer> current = new ArrayList<>();

    private record Offer(int topic, long since, long until) {}

    public Offers(Connection connection, Records records, NumberedEvents events, TopicNumbers topics)
            throws SQLException {
        this.rows = new ParticipantRows(connection, QUERY.with("people", RecordsQuery.few(records)));
        this.records = records;
        this.events = events;
        this.topics = topics;
    }

    /** What all attendees offered. */
    static OfferedTopics read(Connection connection, Records records, NumberedEvents events, TopicNumbers topics)
            throws SQLException {
        OfferedTopics offered = new OfferedTopics(events.size());
        try (Offers offers = new Offers(connection, records, events, topics)) {
            for (int person = 0; person < records.people(); person++) {
                if (records.consents(person)) {
                    offers.turnTo(person);
                    for (int at = records.first(person); at < records.end(person); at++) {
                        if (records.attended(at) && !offers.current.isEmpty()) {
                            offered.add(records.event(at), offers.at(records.event(at)));
                        }
                    }
                }
            }
        }
        return offered;
    }

    /** In the order of people; asking for somebody who was passed over finds nothing. */
    public void turnTo(int person) throws SQLException {
        current.clear();
        rows.of(records.id(person), row -> {
            long since = row.getLong("since");
            current.add(new Offer(
                    topics.of(row.getString("topic")),
                    row.wasNull() ? Long.MIN_VALUE : since,
                    RecordsQuery.microseconds(row, "until")));
        });
    }

    /** The topics that the person whose turn it is offered during an event. */
    public BitSet at(int event) {
        BitSet offered = new BitSet();
        for (Offer offer : current) {
            if (offer.since <= events.endsAt(event) && offer.until >= events.startsAt(event)) {
                offered.set(offer.topic);
            }
        }
        return offered;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
