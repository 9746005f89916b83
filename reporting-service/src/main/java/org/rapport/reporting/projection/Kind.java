package org.rapport.reporting.projection;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.reporting.projection.FromEvents.Allocation;
import org.rapport.reporting.projection.FromEvents.Attendance;
import org.rapport.reporting.projection.FromEvents.Commitment;
import org.rapport.reporting.projection.FromEvents.Encounter;
import org.rapport.reporting.projection.FromEvents.Event;
import org.rapport.reporting.projection.FromEvents.Programme;
import org.rapport.reporting.projection.FromEvents.Project;
import org.rapport.reporting.projection.FromEvents.Registration;
import org.rapport.reporting.projection.FromEvents.Session;
import org.rapport.reporting.projection.FromExchanges.CommunityActivity;
import org.rapport.reporting.projection.FromExchanges.Exchange;
import org.rapport.reporting.projection.FromExchanges.ExchangeRow;
import org.rapport.reporting.projection.FromExchanges.FollowUp;
import org.rapport.reporting.projection.FromExchanges.Introduction;
import org.rapport.reporting.projection.FromExchanges.Outcome;
import org.rapport.reporting.projection.FromParticipants.Offer;
import org.rapport.reporting.projection.FromParticipants.OfferRow;
import org.rapport.reporting.projection.FromParticipants.Organisation;
import org.rapport.reporting.projection.FromParticipants.Participant;
import org.rapport.reporting.projection.FromParticipants.ParticipantRow;
import org.rapport.reporting.projection.FromParticipants.Topic;

/**
 * A kind of aggregate: the state that its events carry, and the table that holds it.
 *
 * @param aggregate as in the type of its events
 * @param state the record to read its data as
 * @param row the record with a field for each column but the version
 */
record Kind(String aggregate, Class<? extends State> state, Class<? extends Record> row) {

    /** What others publish and no report is about. */
    private static final Set<String> PASSED_OVER = Set.of("invitation");

    private static final Map<String, Kind> BY_AGGREGATE = Stream.of(
                    new Kind("organisation", Organisation.class, Organisation.class),
                    new Kind("participant", Participant.class, ParticipantRow.class),
                    new Kind("topic", Topic.class, Topic.class),
                    new Kind("need", Need.class, Need.Row.class),
                    new Kind("offer", Offer.class, OfferRow.class),
                    new Kind("programme", Programme.class, Programme.class),
                    new Kind("project", Project.class, Project.class),
                    new Kind("event", Event.class, Event.class),
                    new Kind("session", Session.class, Session.class),
                    new Kind("registration", Registration.class, Registration.class),
                    new Kind("attendance", Attendance.class, Attendance.class),
                    new Kind("encounter", Encounter.class, Encounter.class),
                    new Kind("commitment", Commitment.class, Commitment.class),
                    new Kind("allocation", Allocation.class, Allocation.class),
                    new Kind("exchange", Exchange.class, ExchangeRow.class),
                    new Kind("introduction", Introduction.class, Introduction.class),
                    new Kind("outcome", Outcome.class, Outcome.class),
                    new Kind("community-activity", CommunityActivity.class, CommunityActivity.class),
                    new Kind("follow-up", FollowUp.class, FollowUp.class))
            .collect(Collectors.toUnmodifiableMap(Kind::aggregate, Function.identity()));

    /** Null if there is no such kind. */
    static Kind named(String aggregate) {
        return BY_AGGREGATE.get(aggregate);
    }

    static boolean isPassedOver(String aggregate) {
        return PASSED_OVER.contains(aggregate);
    }

    static Collection<Kind> all() {
        return BY_AGGREGATE.values();
    }

    static List<String> tables() {
        return BY_AGGREGATE.values().stream().map(Kind::table).sorted().toList();
    }

    String table() {
        return aggregate.replace('-', '_');
    }

    /** Inserts the rows of a JSON array, or updates what they are newer than; gives the ids of those that took effect. */
    String upsert() {
        List<String> columns = Arrays.stream(row.getRecordComponents())
                .map(field -> SnakeCase.of(field.getName()))
                .filter(column -> !column.equals("id"))
                .toList();
        String list = String.join(", ", columns);
        String changes =
                columns.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));
        return """
                insert into %1$s as held (id, version, %2$s)
                select id, version, %2$s from json_populate_recordset(null::%1$s, ?::json)
                on conflict (id) do update set version = excluded.version, %3$s where held.version < excluded.version
                returning id""".formatted(table(), list, changes);
    }
}
