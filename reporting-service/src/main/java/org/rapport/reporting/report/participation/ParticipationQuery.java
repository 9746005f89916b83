package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.Selection.Ascertainment;
import org.rapport.reporting.report.participation.Selection.Unit;

/**
 * Reads who attended what, with the needs they came with and the exchanges that followed. The database hands over tables in
 * the order of people, each in one pass, and they are joined here: it doesn't depend on what the planner believes of them.
 * Kept in memory are a few numbers per participation; nothing squares an event's attendance.
 */
public final class ParticipationQuery {

    private final Connection connection;
    private final Selection selection;
    private final ScopedEvents scope;
    private final long asOf;
    private NumberedEvents events;
    private Records records;

    /** The events to ask for; null if it is all. */
    private List<UUID> ids;

    public ParticipationQuery(Connection connection, Selection selection, ScopedEvents scope) {
        this.connection = connection;
        this.selection = selection;
        this.scope = scope;
        this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, selection.asOf());
    }

    /** What costs something to find out. */
    public enum Detail {
        NEED_MATCH,
        INCENTIVE,
        PRIOR_COATTENDANCE,
        COMMITMENTS,
        ANSWERS
    }

    /**
     * Hands over the units, everybody's one after the other; gives who is left out.
     *
     * @param days how long after an event an exchange counts; null if for ever
     * @param details what else is to be known of each
     */
    public LeftOut read(Integer days, Set<Detail> details, Consumer<Participation> consumer) throws SQLException {
        Set<Detail> wanted = EnumSet.noneOf(Detail.class);
        wanted.addAll(details);
        if (confirmed()) {
            wanted.add(Detail.ANSWERS);
        }
        boolean elsewhere = wanted.contains(Detail.PRIOR_COATTENDANCE);
        ids = selection.filter().takesAll() ? null : scope.heldIds();
        events = NumberedEvents.held(connection, scope, elsewhere, selection.asOf());
        records = new RecordsQuery(connection, events, selection.asOf()).read(ids);
        PeopleCount notIndexEvent = new PeopleCount();
        UUID[] latest = new UUID[1];
        stream(days, wanted, participation -> {
            UUID participant = participation.participantId();
            if (selection.unit() == Unit.PARTICIPANT && participant.equals(latest[0])) {
                notIndexEvent.add(participant, 1);
            } else {
                latest[0] = participant;
                consumer.accept(participation);
            }
        });
        return LeftOutQuery.read(connection, scope, records, events, notIndexEvent);
    }

    /** Who was to be at the events, once participations were read. */
    public Records records() {
        return records;
    }

    /** The events that these are of. */
    public NumberedEvents events() {
        return events;
    }

    private void stream(Integer days, Set<Detail> wanted, Consumer<Participation> consumer) throws SQLException {
        boolean matches = wanted.contains(Detail.NEED_MATCH);
        Offers offers = matches ? new Offers(connection, records, events) : null;
        OfferedTopics offered = matches ? offers.all(records) : null;
        Promises promises =
                wanted.contains(Detail.COMMITMENTS) ? Promises.read(connection, ids, records, events) : Promises.none();
        Engagements engagements = new Engagements(records, events, selection, days, promises);
        engagements.read(connection);
        PriorMeetings meetings = wanted.contains(Detail.PRIOR_COATTENDANCE) ? new PriorMeetings(records, events) : null;
        Needs needs = new Needs(connection, records, events);
        try (Details details = new Details(connection, records, events, promises, wanted, selection, ids)) {
            for (int person = 0; person < records.people(); person++) {
                if (records.consents(person)) {
                    UUID id = records.id(person);
                    needs.turnTo(person);
                    details.turnTo(person);
                    if (matches) {
                        offers.turnTo(person);
                    }
                    for (int at = records.first(person); at < records.end(person); at++) {
                        int event = records.event(at);
                        if (records.attended(at) && events.isScoped(event)) {
                            consumer.accept(participation(
                                    id,
                                    person,
                                    at,
                                    needs,
                                    matches && needs.matched(event, offered, offers),
                                    meetings != null && meetings.before(at),
                                    details,
                                    engagements));
                        }
                    }
                }
            }
        }
    }

    private Participation participation(
            UUID id,
            int person,
            int at,
            Needs needs,
            boolean matched,
            boolean coattended,
            Details details,
            Engagements engagements) {
        int event = records.event(at);
        int need = needs.at(event);
        long leftAt = records.leftAt(person);
        long recordedDays = events.daysUntil(event, Math.min(asOf, leftAt));
        Long answeredAt = details.answeredAt(event);
        Long answeredDays =
                answeredAt == null ? null : Long.valueOf(events.daysUntil(event, Math.min(answeredAt, leftAt)));
        return new Participation(
                id,
                events.id(event),
                needs.score(need),
                matched,
                events.isEmbedded(event),
                events.hasIncentive(event) || details.hadIncentive(event),
                coattended,
                details.toCommunity(event),
                details.keptDays(event),
                needs.items(need),
                confirmed() ? answeredDays : Long.valueOf(recordedDays),
                recordedDays,
                answeredDays,
                details.lateNeeds(event),
                engagements.exchanges(at),
                engagements.firstDay(at));
    }

    private boolean confirmed() {
        return selection.ascertainment() == Ascertainment.CONFIRMED;
    }
}
