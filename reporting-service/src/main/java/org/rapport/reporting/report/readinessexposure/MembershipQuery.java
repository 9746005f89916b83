package org.rapport.reporting.report.readinessexposure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.participation.Needs;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Offers;
import org.rapport.reporting.report.participation.ParticipantRows;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.report.participation.RecordsQuery;

/**
 * Reads who was to be at which event and whether they came, with the topics they needed and offered. Needs that nobody
 * there offers, and offers that nobody there needs, match nothing, and leaving them out makes people alike.
 */
final class MembershipQuery {

    static final int FETCH_SIZE = 5_000;

    private static final int[] NONE = {};

    private static final NamedQuery SESSIONS = new NamedQuery("""
            select participant_id, event_id, session_id
              from attendance
             where session_id is not null and status in ('PRESENT', 'PARTIAL')
               and (:events::uuid[] is null or event_id = any(:events))
             order by participant_id
            """);

    /**
     * Where chance put people, wherever they then went: the experiment is in the allocation. Of sessions whose allocation
     * nobody recorded it is known only who came.
     */
    private static final NamedQuery ALLOCATED = new NamedQuery("""
            select participant_id, event_id, session_id
              from allocation
             where method = 'RANDOMISED' and (:events::uuid[] is null or event_id = any(:events))
            union all
            select a.participant_id, a.event_id, a.session_id
              from attendance a
              join session s on s.id = a.session_id and s.allocation = 'RANDOMISED'
             where a.status in ('PRESENT', 'PARTIAL') and (:events::uuid[] is null or a.event_id = any(:events))
               and not exists (select from allocation l
                                where l.event_id = a.event_id and l.session_id = a.session_id
                                  and l.method = 'RANDOMISED')
             order by participant_id
            """);

    private final Connection connection;
    private final Collection<UUID> scope;
    private final NumberedEvents events;
    private final Records records;
    private final BitSet followed = new BitSet();
    private final BitSet[] topicsOfEvents;
    private final Map<UUID, Integer> sessionNumbers = new HashMap<>();

    private MembershipQuery(
            Connection connection, ExposureQuestion question, NumberedEvents events, Collection<UUID> scope)
            throws SQLException {
        this.connection = connection;
        this.scope = scope;
        this.events = events;
        this.records = new RecordsQuery(connection, events, question.asOf()).read(scope);
        this.topicsOfEvents = new BitSet[events.size()];
        long asOf = ChronoUnit.MICROS.between(Instant.EPOCH, question.asOf());
        for (int person = 0; person < records.people(); person++) {
            long until = Math.min(asOf, records.leftAt(person));
            for (int at = records.first(person); at < records.end(person); at++) {
                followed.set(
                        at,
                        records.consents(person)
                                && until
                                        >= events.endsAt(records.event(at))
                                                + question.windowDays() * NumberedEvents.DAY);
            }
        }
    }

    /** @param scope the events to ask for; null if it is all */
    static Memberships read(
            Connection connection, ExposureQuestion question, NumberedEvents events, Collection<UUID> scope)
            throws SQLException {
        MembershipQuery query = new MembershipQuery(connection, question, events, scope);
        IntLists topics = query.shared(query.topics());
        IntLists sessions = query.sessions(SESSIONS);
        return new Memberships(query.records, events, query.followed, topics, sessions, query.sessions(ALLOCATED));
    }

    /** All that those who could be followed needed and offered, written as in {@link Memberships#topics()}. */
    private IntLists topics() throws SQLException {
        IntLists all = new IntLists(records.size());
        Needs needs = new Needs(connection, records, events);
        Offers offers = new Offers(connection, records, events);
        for (int person = 0; person < records.people(); person++) {
            if (records.consents(person)) {
                needs.turnTo(person);
                offers.turnTo(person);
            }
            for (int at = records.first(person); at < records.end(person); at++) {
                int event = records.event(at);
                int[] topics = followed.get(at)
                        ? IntStream.concat(
                                        needs.topics(event).stream().map(topic -> topic << 1),
                                        offers.topics(event).stream().map(topic -> topic << 1 | 1))
                                .toArray()
                        : NONE;
                all.set(at, topics);
                for (int topic : topics) {
                    wantedAndGiven(event).set(topic);
                }
            }
        }
        return all;
    }

    private BitSet wantedAndGiven(int event) {
        if (topicsOfEvents[event] == null) {
            topicsOfEvents[event] = new BitSet();
        }
        return topicsOfEvents[event];
    }

    /** Of what is needed what is offered as well, and the other way round. */
    private IntLists shared(IntLists all) {
        IntLists shared = new IntLists(records.size());
        for (int at = 0; at < records.size(); at++) {
            BitSet ofEvent = topicsOfEvents[records.event(at)];
            shared.set(
                    at,
                    all.isEmpty(at)
                            ? NONE
                            : IntStream.of(all.of(at))
                                    .filter(topic -> ofEvent.get(topic ^ 1))
                                    .toArray());
        }
        return shared;
    }

    private IntLists sessions(NamedQuery query) throws SQLException {
        IntLists sessions = new IntLists(records.size());
        try (ParticipantRows rows = new ParticipantRows(connection, query.with("events", scope))) {
            for (int person = 0; person < records.people(); person++) {
                LongStream.Builder found = LongStream.builder();
                rows.of(records.id(person), row -> {
                    int event = events.number(row.getObject("event_id", UUID.class));
                    if (event >= 0) {
                        found.add((long) event << Integer.SIZE | number(row.getObject("session_id", UUID.class)));
                    }
                });
                long[] sorted = found.build().sorted().distinct().toArray();
                for (int at = records.first(person); at < records.end(person); at++) {
                    int event = records.event(at);
                    sessions.set(
                            at,
                            LongStream.of(sorted)
                                    .filter(each -> each >> Integer.SIZE == event)
                                    .mapToInt(each -> (int) each)
                                    .toArray());
                }
            }
        }
        return sessions;
    }

    private int number(UUID session) {
        return sessionNumbers.computeIfAbsent(session, next -> sessionNumbers.size());
    }
}
