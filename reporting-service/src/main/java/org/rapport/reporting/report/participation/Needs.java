package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.rapport.reporting.report.NamedQuery;

/** What each person needs and when, one person after the other; of what was needed at a time, the first counts most. */
public final class Needs implements AutoCloseable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, topic, (extract(epoch from lower(during)) * 1000000)::bigint as since,
                   (extract(epoch from upper(during)) * 1000000)::bigint as until,
                   specificity, urgency, authority, benefit,
                   coalesce(specificity + urgency + authority + benefit, 0) as score
              from need_period
             where :people::uuid[] is null or participant_id = any(:people)
             order by participant_id, score desc, lower(during), need_id
            """);

    private final ParticipantRows rows;
    private final Records records;
    private final NumberedEvents events;
    private final TopicNumbers topics;
    private final List<Need> current = new ArrayList<>();

    /** A need during a time. */
    private record Need(int topic, long since, long until, int score, Participation.Items items) {

        boolean isOpenAt(long time) {
            return since <= time && time < until;
        }
    }

    public Needs(Connection connection, Records records, NumberedEvents events, TopicNumbers topics)
            throws SQLException {
        this.rows = new ParticipantRows(connection, QUERY.with("people", RecordsQuery.few(records)));
        this.records = records;
        this.events = events;
        this.topics = topics;
    }

    public void turnTo(int person) throws SQLException {
        current.clear();
        rows.of(
                records.id(person),
                row -> current.add(new Need(
                        topics.of(row.getString("topic")),
                        row.getLong("since"),
                        RecordsQuery.microseconds(row, "until"),
                        row.getInt("score"),
                        items(row))));
    }

    private static Participation.Items items(ResultSet row) throws SQLException {
        int specificity = row.getInt("specificity");
        return row.wasNull()
                ? null
                : new Participation.Items(
                        specificity, row.getInt("urgency"), row.getInt("authority"), row.getInt("benefit"));
    }

    /** The score of the need that counts most at the start of an event; null if none is open. */
    Integer score(int event) {
        Need first = first(event);
        return first == null ? null : Integer.valueOf(first.score);
    }

    Participation.Items items(int event) {
        Need first = first(event);
        return first == null ? null : first.items;
    }

    private Need first(int event) {
        for (Need need : current) {
            if (need.isOpenAt(events.startsAt(event))) {
                return need;
            }
        }
        return null;
    }

    /** The topics of what is needed at the start of an event. */
    public BitSet at(int event) {
        BitSet needed = new BitSet();
        for (Need need : current) {
            if (need.isOpenAt(events.startsAt(event))) {
                needed.set(need.topic);
            }
        }
        return needed;
    }

    /** Whether another attendee offers what is needed. */
    boolean matched(int event, OfferedTopics offered, BitSet own) {
        for (Need need : current) {
            if (need.isOpenAt(events.startsAt(event)) && offered.byAnother(event, need.topic, own)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
