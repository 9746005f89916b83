package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;

/** What people offer during an event. */
public final class Offers {

    private final OfferTable table;
    private final NumberedEvents events;
    private int first;
    private int end;

    public Offers(Connection connection, Records records, NumberedEvents events) throws SQLException {
        this.table = records.columns().offers(connection);
        this.events = events;
    }

    /** What all attendees offered. */
    OfferedTopics all(Records records) {
        OfferedTopics offered = new OfferedTopics(events.size());
        for (int person = 0; person < records.people(); person++) {
            if (records.consents(person)) {
                turnTo(person);
                for (int at = records.first(person); first < end && at < records.end(person); at++) {
                    if (records.attended(at)) {
                        offered.add(records.event(at), topics(records.event(at)));
                    }
                }
            }
        }
        return offered;
    }

    /** Whose offers are asked for next. */
    public void turnTo(int person) {
        first = table.first(person);
        end = table.end(person);
    }

    boolean has(int topic, int event) {
        for (int offer = first; offer < end; offer++) {
            if (table.topic(offer) == topic && table.isAvailable(offer, events.startsAt(event), events.endsAt(event))) {
                return true;
            }
        }
        return false;
    }

    /** The topics of all that is offered. */
    public BitSet topics(int event) {
        BitSet offered = new BitSet();
        for (int offer = first; offer < end; offer++) {
            if (table.isAvailable(offer, events.startsAt(event), events.endsAt(event))) {
                offered.set(table.topic(offer));
            }
        }
        return offered;
    }
}
