package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/** What else is recorded of each person's participations, one person after the other: what wasn't asked for isn't read. */
final class Details implements AutoCloseable {

    private static final NamedQuery ANSWERED = new NamedQuery("""
            select participant_id, event_id, (extract(epoch from max(answered_at)) * 1000000)::bigint as answered_at
              from follow_up
             where answered_at <= :asOf and (:events::uuid[] is null or event_id = any(:events))
             group by participant_id, event_id
             order by participant_id
            """);

    private static final NamedQuery REWARDED = new NamedQuery("""
            select participant_id, event_id
              from registration
             where incentive is not null and participant_id is not null
               and (:events::uuid[] is null or event_id = any(:events))
             order by participant_id
            """);

    private static final NamedQuery PROMISED = new NamedQuery("""
            select c.participant_id, c.event_id, c.counterpart_id
              from commitment c
              left join participant p on p.id = c.counterpart_id
             where c.stated_at <= :asOf and (:events::uuid[] is null or c.event_id = any(:events))
               and (c.counterpart_id is null or p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz)
             order by c.participant_id
            """);

    private final List<ParticipantRows> open = new ArrayList<>();
    private final Records records;
    private final NumberedEvents events;
    private final Promises promises;
    private final DeclarationTable declared;
    private final long asOf;
    private final ParticipantRows answered;
    private final ParticipantRows rewarded;
    private final ParticipantRows promised;

    private int person;
    private final Map<Integer, Long> answeredAt = new HashMap<>();
    private final Set<Integer> rewardedAt = new HashSet<>();
    private final Map<Integer, Long> toCommunity = new HashMap<>();
    private final Map<Integer, List<Long>> keptDays = new HashMap<>();

    Details(
            Connection connection,
            Records records,
            NumberedEvents events,
            Promises promises,
            Set<ParticipationQuery.Detail> wanted,
            Selection selection,
            Collection<UUID> scope)
            throws SQLException {
        this.records = records;
        this.events = events;
        this.promises = promises;
        declared = records.columns().declarations(connection);
        asOf = ChronoUnit.MICROS.between(Instant.EPOCH, selection.asOf());
        answered = wanted.contains(ParticipationQuery.Detail.ANSWERS)
                ? rows(connection, ANSWERED.with("asOf", selection.asOf()).with("events", scope))
                : null;
        rewarded = wanted.contains(ParticipationQuery.Detail.INCENTIVE)
                ? rows(connection, REWARDED.with("events", scope))
                : null;
        promised = wanted.contains(ParticipationQuery.Detail.COMMITMENTS)
                ? rows(connection, PROMISED.with("asOf", selection.asOf()).with("events", scope))
                : null;
    }

    private ParticipantRows rows(Connection connection, NamedQuery.Parameters query) throws SQLException {
        ParticipantRows rows = new ParticipantRows(connection, query);
        open.add(rows);
        return rows;
    }

    void turnTo(int person) throws SQLException {
        this.person = person;
        UUID id = records.id(person);
        if (answered != null) {
            answeredAt.clear();
            answered.of(id, row -> answeredAt.put(event(row.getObject(2, UUID.class)), row.getLong("answered_at")));
        }
        if (rewarded != null) {
            rewardedAt.clear();
            rewarded.of(id, row -> rewardedAt.add(event(row.getObject(2, UUID.class))));
        }
        if (promised != null) {
            toCommunity.clear();
            keptDays.clear();
            promised.of(id, row -> promised(person, event(row.getObject(2, UUID.class)), row.getObject(3, UUID.class)));
        }
    }

    private int event(UUID id) {
        return events.number(id);
    }

    private void promised(int person, int event, UUID counterpart) {
        if (counterpart == null) {
            toCommunity.merge(event, 1L, Long::sum);
        } else if (event >= 0 && records.attendance(person, event) >= 0) {
            keptDays.computeIfAbsent(event, key -> new ArrayList<>())
                    .add(promises.keptOn(records.attendance(person, event), records.person(counterpart)));
        }
    }

    /** Needs that were declared only after an event had started. */
    long lateNeeds(int event) {
        return declared.declared(person, events.startsAt(event), asOf);
    }

    /** The time of the last answer to a follow-up; null without any. */
    Long answeredAt(int event) {
        return answeredAt.get(event);
    }

    boolean hadIncentive(int event) {
        return rewardedAt.contains(event);
    }

    long toCommunity(int event) {
        return toCommunity.getOrDefault(event, 0L);
    }

    List<Long> keptDays(int event) {
        return keptDays.getOrDefault(event, List.of());
    }

    @Override
    public void close() throws SQLException {
        for (ParticipantRows rows : open) {
            rows.close();
        }
    }
}
