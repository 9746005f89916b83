package org.rapport.reporting.report.communityversusbilateral;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.Exchanges;
import org.rapport.reporting.report.participation.Exchanges.Exchange;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.ParticipantRows;
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

    private static final NamedQuery ACTS = new NamedQuery("""
            select participant_id, event_id, (extract(epoch from at) * 1000000)::bigint as at
              from community_activity
             where at <= :asOf and (:events::uuid[] is null or event_id = any(:events))
             order by participant_id
            """);

    private final Connection connection;
    private final CommunityQuestion question;
    private final Collection<UUID> scope;
    private final NumberedEvents events;
    private final Records records;
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

    /** Two who had an exchange, and in which months after which events: kept until the next two come. */
    private final Set<Long> eventMonths = new HashSet<>();

    private int latestA = -1;
    private int latestB = -1;

    private CommunityQuery(Connection connection, CommunityQuestion question, ScopedEvents scoped) throws SQLException {
        this.connection = connection;
        this.question = question;
        this.scope = question.filter().takesAll() ? null : scoped.heldIds();
        this.events = NumberedEvents.held(connection, scoped, false, question.asOf());
        this.records = new RecordsQuery(connection, events, question.asOf()).read(scope);
        this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, question.asOf());
        this.exchanged = new short[records.size()];
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
        query.countActs();
        Exchanges.read(connection, query.records, question.asOf(), question.confirmed(), query::countExchange);
        query.countExchanging();
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
        return Math.floorDiv(Math.min(asOf, records.leftAt(person)) - events.endsAt(event), MONTH);
    }

    /** In which month after an event a time is; the end of a month is in it. */
    private long monthOf(int event, long time) {
        return Math.floorDiv(time - events.endsAt(event) - 1, MONTH) + 1;
    }

    private void countActs() throws SQLException {
        try (ParticipantRows rows = new ParticipantRows(
                connection, ACTS.with("asOf", question.asOf()).with("events", scope))) {
            for (int person = 0; person < records.people(); person++) {
                if (records.consents(person)) {
                    countFollowed(person);
                    int who = person;
                    Set<Long> eventMonthsOfOne = new HashSet<>();
                    rows.of(
                            records.id(person),
                            row -> countAct(
                                    who,
                                    events.number(row.getObject("event_id", UUID.class)),
                                    row.getLong("at"),
                                    eventMonthsOfOne));
                    IntStream.rangeClosed(1, MONTHS)
                            .filter(month -> eventMonthsOfOne.stream().anyMatch(each -> each % (MONTHS + 1) == month))
                            .forEach(month -> activePeople[month]++);
                }
            }
        }
    }

    private void countFollowed(int person) {
        long longest = 0;
        for (int at = records.first(person); at < records.end(person); at++) {
            if (records.attended(at)) {
                long months = Math.min(MONTHS, monthsFollowed(person, records.event(at)));
                longest = Math.max(longest, months);
                for (int month = 1; month <= months; month++) {
                    followed[month]++;
                }
            }
        }
        for (int month = 1; month <= longest; month++) {
            followedPeople[month]++;
        }
    }

    private void countAct(int person, int event, long time, Set<Long> eventMonthsOfOne) {
        if (event < 0 || records.attendance(person, event) < 0) {
            return;
        }
        long month = monthOf(event, time);
        if (month >= 1 && month <= Math.min(MONTHS, monthsFollowed(person, event))) {
            acts[(int) month]++;
            if (eventMonthsOfOne.add(eventMonth(event, month))) {
                members[(int) month]++;
            }
        }
    }

    private static long eventMonth(int event, long month) {
        return event * (MONTHS + 1L) + month;
    }

    private void countExchange(Exchange exchange) {
        if (exchange.a() != latestA || exchange.b() != latestB) {
            latestA = exchange.a();
            latestB = exchange.b();
            eventMonths.clear();
        }
        records.common(latestA, latestB, (atA, atB) -> {
            int event = records.event(atA);
            long month = monthOf(event, exchange.startedAt());
            long followedBoth = Math.min(monthsFollowed(latestA, event), monthsFollowed(latestB, event));
            if (month >= 1
                    && month <= Math.min(MONTHS, followedBoth)
                    && (!question.newTies() || exchange.first() >= events.startsAt(event))) {
                exchanges[(int) month]++;
                if (eventMonths.add(eventMonth(event, month))) {
                    pairs[(int) month]++;
                }
                exchanged[atA] |= (short) (1 << month);
                exchanged[atB] |= (short) (1 << month);
            }
        });
    }

    private void countExchanging() {
        for (int person = 0; person < records.people(); person++) {
            int ofPerson = 0;
            for (int at = records.first(person); at < records.end(person); at++) {
                ofPerson |= exchanged[at];
                for (int month = 1; month <= MONTHS; month++) {
                    exchanging[month] += exchanged[at] >> month & 1;
                }
            }
            for (int month = 1; month <= MONTHS; month++) {
                exchangingPeople[month] += ofPerson >> month & 1;
            }
        }
    }
}
