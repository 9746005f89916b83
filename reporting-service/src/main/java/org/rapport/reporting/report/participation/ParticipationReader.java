package org.rapport.reporting.report.participation;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.kit.problem.DatabaseProblems;
import org.rapport.reporting.report.participation.Selection.Ascertainment;
import org.rapport.reporting.report.participation.Selection.Unit;

/** Goes through the participations of some people, each with what was found out of it. */
final class ParticipationReader {

    private final Records records;
    private final NumberedEvents events;
    private final boolean confirmed;
    private final boolean onceEach;
    private final long asOf;
    private final int from;
    private final int to;
    private final Needs needs;
    private final Offers offers;
    private final OfferedTopics offered;
    private final Engagements engagements;
    private final PriorMeetings meetings;
    private final Details details;
    private final PeopleCount notIndexEvent = new PeopleCount();

    /**
     * @param from the first of the people
     * @param to the first one not of them
     * @param offers like {@code offered}, null if it doesn't matter whether needs are matched
     * @param meetings null if it doesn't matter who met before
     */
    ParticipationReader(
            Records records,
            NumberedEvents events,
            Selection selection,
            int from,
            int to,
            Needs needs,
            Offers offers,
            OfferedTopics offered,
            Engagements engagements,
            PriorMeetings meetings,
            Details details) {
        this.records = records;
        this.events = events;
        this.confirmed = selection.ascertainment() == Ascertainment.CONFIRMED;
        this.onceEach = selection.unit() == Unit.PARTICIPANT;
        this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, selection.asOf());
        this.from = from;
        this.to = to;
        this.needs = needs;
        this.offers = offers;
        this.offered = offered;
        this.engagements = engagements;
        this.meetings = meetings;
        this.details = details;
    }

    void read(Consumer<Participation> consumer) {
        try {
            for (int person = from; person < to; person++) {
                if (records.consents(person)) {
                    read(person, consumer);
                }
            }
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }

    /** Participations that are not counted, as their people are at a later event. */
    PeopleCount notIndexEvent() {
        return notIndexEvent;
    }

    private void read(int person, Consumer<Participation> consumer) throws SQLException {
        UUID id = records.id(person);
        needs.turnTo(person);
        details.turnTo(person);
        if (offers != null) {
            offers.turnTo(person);
        }
        boolean counted = false;
        for (int at = records.first(person); at < records.end(person); at++) {
            if (records.attended(at) && events.isScoped(records.event(at))) {
                if (counted && onceEach) {
                    notIndexEvent.add(id, 1);
                } else {
                    consumer.accept(participation(id, person, at));
                    counted = true;
                }
            }
        }
    }

    private Participation participation(UUID id, int person, int at) {
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
                event,
                needs.score(need),
                offers != null && needs.matched(event, offered, offers),
                events.isEmbedded(event),
                events.hasIncentive(event) || details.hadIncentive(event),
                meetings != null && meetings.before(at),
                details.toCommunity(event),
                details.keptDays(event, at),
                needs.items(need),
                confirmed ? answeredDays : Long.valueOf(recordedDays),
                recordedDays,
                answeredDays,
                details.lateNeeds(event),
                engagements.exchanges(at),
                engagements.firstDay(at));
    }
}
