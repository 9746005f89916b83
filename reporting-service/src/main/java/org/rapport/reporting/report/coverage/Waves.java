package org.rapport.reporting.report.coverage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.rapport.reporting.report.participation.FollowUpTable;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/** Counts who was asked after how many days, and who answered: those who attended, and those who were to but did not. */
final class Waves {

    private static final int[] DAYS = {30, 90, 180, 365};

    private static final int ALL = 0b1111;

    /** Where the bits of each fact begin, one for each wave. */
    private static final int DUE = 0;

    private static final int SENT = 4;
    private static final int ANSWERED = 8;

    /** What the first three can be makes so many cases; the others follow from it. */
    private static final int CASES = 1 << 12;

    private static final int ANSWERED_OF_DUE = 12;
    private static final int UNANSWERED = 16;
    private static final int FACTS = 20;

    private static final int[] FACTS_OF =
            IntStream.range(0, CASES).map(Waves::factsOf).toArray();

    private final Records records;
    private final NumberedEvents events;
    private final FollowUpTable followUps;
    private final long asOf;
    private final Group attended = new Group();
    private final Group notAttended = new Group();

    /** A wave of follow-ups, of those who attended or of those who did not. */
    record Wave(
            boolean attended,
            int days,
            long due,
            long sent,
            long sentPeople,
            long answered,
            long answeredOfDue,
            long answeredPeople,
            long unansweredPeople) {}

    /** Records of those who attended, or of those who did not. */
    private static final class Group {

        /** How many there are in each case. */
        private final long[] cases = new long[CASES];

        /** Of how many people each fact holds. */
        private final long[] people = new long[FACTS];

        private boolean any;

        void addPerson(int facts) {
            for (int left = facts; left != 0; left &= left - 1) {
                people[Integer.numberOfTrailingZeros(left)]++;
            }
        }

        void join(Group others) {
            Arrays.setAll(cases, each -> cases[each] + others.cases[each]);
            Arrays.setAll(people, fact -> people[fact] + others.people[fact]);
            any |= others.any;
        }

        /** Of how many records a fact holds. */
        long count(int fact) {
            return IntStream.range(0, CASES)
                    .filter(each -> (FACTS_OF[each] >> fact & 1) == 1)
                    .mapToLong(each -> cases[each])
                    .sum();
        }
    }

    private Waves(Records records, NumberedEvents events, FollowUpTable followUps, Instant asOf) {
        this.records = records;
        this.events = events;
        this.followUps = followUps;
        this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
    }

    static List<Wave> read(Connection connection, Records records, NumberedEvents events, Instant asOf)
            throws SQLException {
        FollowUpTable followUps = records.followUps(connection);
        int middle = records.people() / 2;
        Waves waves = new Waves(records, events, followUps, asOf);
        Waves others = new Waves(records, events, followUps, asOf);
        CompletableFuture<Void> half = CompletableFuture.runAsync(() -> others.count(middle, records.people()));
        waves.count(0, middle);
        half.join();
        waves.attended.join(others.attended);
        waves.notAttended.join(others.notAttended);
        return waves.list();
    }

    private void count(int from, int to) {
        for (int person = from; person < to; person++) {
            if (records.consents(person)) {
                count(person);
            }
        }
    }

    private void count(int person) {
        long until = Math.min(asOf, records.leftAt(person));
        int ofAttended = 0;
        int ofNotAttended = 0;
        for (int at = records.first(person); at < records.end(person); at++) {
            int event = records.event(at);
            if (events.isScoped(event)) {
                int which = caseOf(person, event, until);
                if (records.attended(at)) {
                    attended.any = true;
                    attended.cases[which]++;
                    ofAttended |= FACTS_OF[which];
                } else {
                    notAttended.any = true;
                    notAttended.cases[which]++;
                    ofNotAttended |= FACTS_OF[which];
                }
            }
        }
        attended.addPerson(ofAttended);
        notAttended.addPerson(ofNotAttended);
    }

    private int caseOf(int person, int event, long until) {
        int due = 0;
        for (int wave = 0; wave < DAYS.length; wave++) {
            due |= until >= events.endsAt(event) + DAYS[wave] * NumberedEvents.DAY ? 1 << wave : 0;
        }
        int sent = 0;
        int answered = 0;
        for (int i = followUps.first(person); i < followUps.end(person); i++) {
            if (records.number(followUps.event(i)) == event) {
                int wave = wave(followUps.days(i));
                sent |= followUps.sentAt(i) <= asOf ? wave : 0;
                answered |= followUps.answeredAt(i) <= asOf ? wave : 0;
            }
        }
        return due << DUE | sent << SENT | answered << ANSWERED;
    }

    private static int factsOf(int which) {
        int due = which >> DUE & ALL;
        int answered = which >> ANSWERED & ALL;
        return which | (due & answered) << ANSWERED_OF_DUE | (due & ~answered) << UNANSWERED;
    }

    /** Its bit; none for days that make no wave. */
    private static int wave(int days) {
        for (int wave = 0; wave < DAYS.length; wave++) {
            if (DAYS[wave] == days) {
                return 1 << wave;
            }
        }
        return 0;
    }

    private List<Wave> list() {
        List<Wave> waves = new ArrayList<>();
        for (Group group : List.of(attended, notAttended)) {
            for (int wave = 0; wave < DAYS.length && group.any; wave++) {
                waves.add(new Wave(
                        group == attended,
                        DAYS[wave],
                        group.count(DUE + wave),
                        group.count(SENT + wave),
                        group.people[SENT + wave],
                        group.count(ANSWERED + wave),
                        group.count(ANSWERED_OF_DUE + wave),
                        group.people[ANSWERED_OF_DUE + wave],
                        group.people[UNANSWERED + wave]));
            }
        }
        return waves;
    }
}
