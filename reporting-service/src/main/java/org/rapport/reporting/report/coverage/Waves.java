package org.rapport.reporting.report.coverage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.ParticipantRows;
import org.rapport.reporting.report.participation.Records;

/** Counts who was asked after how many days, and who answered: those who attended, and those who were to but did not. */
final class Waves {

    private static final int[] DAYS = {30, 90, 180, 365};

    private static final NamedQuery ASKED = new NamedQuery("""
            select participant_id, event_id, days, bool_or(sent_at <= :asOf) as sent,
                   bool_or(answered_at <= :asOf) as answered
              from follow_up
             where :events::uuid[] is null or event_id = any(:events)
             group by participant_id, event_id, days
             order by participant_id
            """);

    private final Records records;
    private final NumberedEvents events;
    private final long asOf;
    private final Counts[][] counts = new Counts[2][DAYS.length];
    private final boolean[] any = new boolean[2];

    /** A wave of follow-ups, of those who attended or of those who did not. */
    record Wave(
            boolean attended,
            int days,
            long due,
            long duePeople,
            long sent,
            long sentPeople,
            long answered,
            long answeredOfDue,
            long answeredPeople,
            long unansweredPeople) {}

    /** What was asked and answered. */
    private record Asked(boolean sent, boolean answered) {
        static final Asked NOTHING = new Asked(false, false);
    }

    /** A number, and of how many people. */
    private static final class OfPeople {
        private long count;
        private long people;
        private int latest = -1;

        void add(int person, boolean holds) {
            if (holds) {
                count++;
                people += person == latest ? 0 : 1;
                latest = person;
            }
        }
    }

    /** What a wave comes to. */
    private static final class Counts {
        private final OfPeople due = new OfPeople();
        private final OfPeople sent = new OfPeople();
        private final OfPeople answered = new OfPeople();
        private final OfPeople answeredOfDue = new OfPeople();
        private final OfPeople unanswered = new OfPeople();
    }

    private Waves(Records records, NumberedEvents events, Instant asOf) {
        this.records = records;
        this.events = events;
        this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
        for (int attended = 0; attended < 2; attended++) {
            for (int wave = 0; wave < DAYS.length; wave++) {
                counts[attended][wave] = new Counts();
            }
        }
    }

    /** @param scope ids of the events to ask for; null if it is all */
    static List<Wave> read(
            Connection connection, Records records, NumberedEvents events, Instant asOf, Collection<UUID> scope)
            throws SQLException {
        Waves waves = new Waves(records, events, asOf);
        try (ParticipantRows rows =
                new ParticipantRows(connection, ASKED.with("asOf", asOf).with("events", scope))) {
            Map<Long, Asked> asked = new HashMap<>();
            for (int person = 0; person < records.people(); person++) {
                if (records.consents(person)) {
                    asked.clear();
                    rows.of(
                            records.id(person),
                            row -> asked.put(
                                    key(events.number(row.getObject("event_id", UUID.class)), row.getInt("days")),
                                    new Asked(row.getBoolean("sent"), row.getBoolean("answered"))));
                    waves.add(person, asked);
                }
            }
        }
        return waves.list();
    }

    private static long key(int event, int days) {
        return (long) event << Integer.SIZE | days;
    }

    private void add(int person, Map<Long, Asked> asked) {
        long until = Math.min(asOf, records.leftAt(person));
        for (int at = records.first(person); at < records.end(person); at++) {
            int event = records.event(at);
            if (events.isScoped(event)) {
                int attended = records.attended(at) ? 1 : 0;
                any[attended] = true;
                for (int wave = 0; wave < DAYS.length; wave++) {
                    boolean due = until >= events.endsAt(event) + DAYS[wave] * NumberedEvents.DAY;
                    Asked one = asked.getOrDefault(key(event, DAYS[wave]), Asked.NOTHING);
                    Counts of = counts[attended][wave];
                    of.due.add(person, due);
                    of.sent.add(person, one.sent());
                    of.answered.add(person, one.answered());
                    of.answeredOfDue.add(person, due && one.answered());
                    of.unanswered.add(person, due && !one.answered());
                }
            }
        }
    }

    private List<Wave> list() {
        List<Wave> waves = new ArrayList<>();
        for (int attended = 1; attended >= 0; attended--) {
            for (int wave = 0; wave < DAYS.length && any[attended]; wave++) {
                Counts of = counts[attended][wave];
                waves.add(new Wave(
                        attended == 1,
                        DAYS[wave],
                        of.due.count,
                        of.due.people,
                        of.sent.count,
                        of.sent.people,
                        of.answered.count,
                        of.answeredOfDue.count,
                        of.answeredOfDue.people,
                        of.unanswered.people));
            }
        }
        return waves;
    }
}
