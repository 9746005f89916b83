package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/** What people offer during an event. */
public final class Offers {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, topic, range_send(available)
              from offer
             where participant_id is not null and not isempty(available)
               and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id
            """);

    private final TopicPeriods periods;
    private final NumberedEvents events;
    private int first;
    private int end;

    public Offers(Connection connection, Records records, NumberedEvents events) throws SQLException {
        this.periods = records.columns().offers(connection);
        this.events = events;
    }

    /** @param only whom to read; null for everybody */
    static TopicPeriods periods(
            Connection connection, PeopleTable people, Collection<UUID> only, Numbers<String> numbers)
            throws SQLException {
        TopicPeriods.Reading reading = new TopicPeriods.Reading(people.size(), numbers);
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            if (person >= 0) {
                reading.add(person, row.getString(2), row.getBytes(3));
            }
        });
        return reading.close();
    }

    /** What all attendees offered. */
    OfferedTopics all(Records records) {
        OfferedTopics offered =
                new OfferedTopics(events.size(), records.columns().topics());
        for (int person = 0; person < records.people(); person++) {
            if (records.consents(person)) {
                turnTo(person);
                for (int at = records.first(person); first < end && at < records.end(person); at++) {
                    if (records.attended(at)) {
                        addAll(records.event(at), offered);
                    }
                }
            }
        }
        return offered;
    }

    private void addAll(int event, OfferedTopics offered) {
        for (int offer = first; offer < end; offer++) {
            if (isOpen(offer, event) && !has(periods.topic(offer), event, offer)) {
                offered.add(event, periods.topic(offer));
            }
        }
    }

    /** Whose offers are asked for next. */
    public void turnTo(int person) {
        first = periods.first(person);
        end = periods.end(person);
    }

    boolean has(int topic, int event) {
        return has(topic, event, end);
    }

    /** Whether one of the offers before one is it. */
    private boolean has(int topic, int event, int before) {
        for (int offer = first; offer < before; offer++) {
            if (periods.topic(offer) == topic && isOpen(offer, event)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(int offer, int event) {
        return periods.meets(offer, events.startsAt(event), events.endsAt(event));
    }
}
