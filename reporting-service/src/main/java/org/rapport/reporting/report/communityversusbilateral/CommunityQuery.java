package org.rapport.reporting.report.communityversusbilateral;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.ActivityTable;
import org.rapport.reporting.report.participation.Exchanges;
import org.rapport.reporting.report.participation.Exchanges.Exchange;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.report.participation.RecordsQuery;

/**
 * Counts, per month since the event, what those did who attended it and could be followed to the end of that month:
 * otherwise what is merely not known yet would look like a decline.
 */
final class CommunityQuery {

    static final int MONTHS = 12;
    static final int DAYS = 30;

    private static final long MONTH = DAYS * NumberedEvents.DAY;

    private final CommunityQuestion question;
    private final NumberedEvents events;
    private final Records records;
    private final ActivityTable activities;
    private final long asOf;

    private final long[] followed = new long[MONTHS + 1];
    private final long[] followedPeople = new long[MONTHS + 1];
    private final long[] acts = new long[MONTHS + 1];
    private final long[] members = new long[MONTHS + 1];
    private final long[] activePeople = new long[MONTHS + 1];
    private final long[] exchanges = new long[MONTHS + 1];
    private final long[] pairs = new long[MONTHS + 1];
    private final long[] exchanging = new long[MONTHS + 1];
    private final long[] exchangingPeople = new long[MONTHS + 1];

    /** In which months there was an exchange after each attendance, a bit each. */
    private final short[] exchanged;

    /** In which of them with the one of the present pair, by the attendance of the other. */
    private final short[] exchangedOfPair;

    private int latestA = -1;
    private int latestB = -1;

    private CommunityQuery(Connection connection, CommunityQuestion question, ScopedEvents scoped) throws SQLException {
        this.question = question;
        this.events = NumberedEvents.held(connection, scoped, false, question.asOf());
        this.records = new RecordsQuery(connection, events, question.asOf())
                .read(question.filter().takesAll() ? null : scoped.heldIds());
        this.activities = records.activities(connection);
        this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, question.asOf());
        this.exchanged = new short[records.size()];
        this.exchangedOfPair = new short[records.size()];
    }

    /**
     * A month since the event, of all events together.
     *
     * @param followed participations that could be followed to its end
     * @param members of them with an act in the community
     * @param exchanging of them with an exchange
     */
    record Month(
            int number,
            long followed,
            long followedPeople,
            long acts,
            long members,
            long activePeople,
            long exchanges,
            long pairs,
            long exchanging,
            long exchangingPeople) {}

    static List<Month> months(Connection connection, CommunityQuestion question, ScopedEvents scope)
            throws SQLException {
        CommunityQuery query = new CommunityQuery(connection, question, scope);
        CompletableFuture<Void> acts = CompletableFuture.runAsync(query::countFollowedAndActs);
        new Exchanges(connection, query.records, question.asOf(), question.confirmed()).forEach(query::countExchange);
        query.count(query.exchanged, query.exchanging, query.exchangingPeople);
        acts.join();
        return IntStream.rangeClosed(1, MONTHS).mapToObj(query::month).toList();
    }

    private Month month(int number) {
        return new Month(
                number,
                followed[number],
                followedPeople[number],
                acts[number],
                members[number],
                activePeople[number],
                exchanges[number],
                pairs[number],
                exchanging[number],
                exchangingPeople[number]);
    }

    /** How many whole months after an event its attendee could be followed. */
    private long monthsFollowed(int person, int event) {
        return monthsUntil(event, Math.min(asOf, records.leftAt(person)));
    }

    /** How many whole months after an event a time is, as far as they count. */
    private long monthsUntil(int event, long time) {
        return Math.min(MONTHS, Math.floorDiv(time - events.endsAt(event), MONTH));
    }

    /** In which month after an event a time is; the end of a month is in it. */
    private long monthOf(int event, long time) {
        return Math.floorDiv(time - events.endsAt(event) - 1, MONTH) + 1;
    }

    private void countFollowedAndActs() {
        short[] active = new short[records.size()];
        for (int person = 0; person < records.people(); person++) {
            if (records.consents(person)) {
                countFollowed(person);
                countActs(person, active);
            }
        }
        toTheirEnd(followed);
        toTheirEnd(followedPeople);
        count(active, members, activePeople);
    }

    /** Counts by the last month to whose end somebody could be followed. */
    private void countFollowed(int person) {
        int longest = 0;
        for (int at = records.first(person); at < records.end(person); at++) {
            if (records.attended(at)) {
                int months = (int) Math.max(0, monthsFollowed(person, records.event(at)));
                longest = Math.max(longest, months);
                followed[months]++;
            }
        }
        followedPeople[longest]++;
    }

    /** Whoever could be followed to the end of a month could be to the end of each one before. */
    private static void toTheirEnd(long[] byLast) {
        for (int month = MONTHS; month > 1; month--) {
            byLast[month - 1] += byLast[month];
        }
    }

    private void countActs(int person, short[] active) {
        for (int act = activities.first(person); act < activities.end(person); act++) {
            int event = records.number(activities.event(act));
            int at = event < 0 || activities.at(act) > asOf ? -1 : records.attendance(person, event);
            if (at >= 0) {
                long month = monthOf(event, activities.at(act));
                if (month >= 1 && month <= monthsFollowed(person, event)) {
                    acts[(int) month]++;
                    active[at] |= (short) (1 << month);
                }
            }
        }
    }

    private void countExchange(Exchange exchange) {
        if (exchange.a() != latestA || exchange.b() != latestB) {
            latestA = exchange.a();
            latestB = exchange.b();
            Arrays.fill(exchangedOfPair, records.first(latestA), records.end(latestA), (short) 0);
        }
        long until = Math.min(asOf, Math.min(records.leftAt(latestA), records.leftAt(latestB)));
        exchange.common((atA, atB) -> {
            int event = records.event(atA);
            long month = monthOf(event, exchange.startedAt());
            if (month >= 1
                    && month <= monthsUntil(event, until)
                    && (!question.newTies() || exchange.first() >= events.startsAt(event))) {
                short bit = (short) (1 << month);
                exchanges[(int) month]++;
                pairs[(int) month] += (exchangedOfPair[atA] & bit) == 0 ? 1 : 0;
                exchangedOfPair[atA] |= bit;
                exchanged[atA] |= bit;
                exchanged[atB] |= bit;
            }
        });
    }

    /**
     * Counts for each month the attendances with its bit, and the people who have any.
     *
     * @param months of each attendance
     */
    private void count(short[] months, long[] attendances, long[] people) {
        long[] attendancesWith = new long[1 << MONTHS + 1];
        long[] peopleWith = new long[1 << MONTHS + 1];
        for (int person = 0; person < records.people(); person++) {
            int ofPerson = 0;
            for (int at = records.first(person); at < records.end(person); at++) {
                attendancesWith[months[at]]++;
                ofPerson |= months[at];
            }
            peopleWith[ofPerson]++;
        }
        for (int each = 0; each < peopleWith.length; each++) {
            for (int month = 1; month <= MONTHS; month++) {
                if ((each >> month & 1) == 1) {
                    attendances[month] += attendancesWith[each];
                    people[month] += peopleWith[each];
                }
            }
        }
    }
}
