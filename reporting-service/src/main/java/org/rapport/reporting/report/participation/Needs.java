package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;

/** What people need at the start of an event. */
public final class Needs {

    private final NeedTable table;
    private final TopicPeriods periods;
    private final NumberedEvents events;
    private int first;
    private int end;

    public Needs(Connection connection, Records records, NumberedEvents events) throws SQLException {
        this.table = records.columns().needs(connection);
        this.periods = table.periods();
        this.events = events;
    }

    /** Whose needs are asked for next. */
    public void turnTo(int person) {
        first = periods.first(person);
        end = periods.end(person);
    }

    /** The need that counts most; -1 if none is open. */
    int at(int event) {
        long start = events.startsAt(event);
        for (int need = first; need < end; need++) {
            if (periods.includes(need, start)) {
                return need;
            }
        }
        return -1;
    }

    /** Null if it is none, or wasn't assessed. */
    Participation.Items items(int need) {
        return need < 0 ? null : table.items(need);
    }

    /** Null without a need, 0 for one that wasn't assessed. */
    Integer score(int need) {
        if (need < 0) {
            return null;
        }
        Participation.Items items = table.items(need);
        return items == null ? 0 : items.specificity() + items.urgency() + items.authority() + items.benefit();
    }

    /** Whether another attendee offers what is needed. */
    boolean matched(int event, OfferedTopics offered, Offers own) {
        for (int need = first; need < end; need++) {
            if (periods.includes(need, events.startsAt(event)) && offered.byAnother(event, periods.topic(need), own)) {
                return true;
            }
        }
        return false;
    }
}
