package org.rapport.reporting.report.participation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.Selection.Ascertainment;
import org.rapport.reporting.report.participation.Selection.Role;
import org.rapport.reporting.report.participation.Selection.Unit;

/**
 * Reads who attended what, with the needs they came with and the exchanges that followed. The database does what
 * concerns sets and hands over one row per participation, streamed, so that memory doesn't grow with them. Everything is
 * a join on people and events; nothing squares an event's attendance.
 */
public final class ParticipationQuery {

    private static final int FETCH_SIZE = 5_000;

    private final Connection connection;
    private final Selection selection;
    private final ScopedEvents scope;

    public ParticipationQuery(Connection connection, Selection selection, ScopedEvents scope) {
        this.connection = connection;
        this.selection = selection;
        this.scope = scope;
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
        PeopleCount notIndexEvent = new PeopleCount();
        UUID[] latest = new UUID[1];
        stream(days, details, participation -> {
            UUID participant = participation.participantId();
            if (selection.unit() == Unit.PARTICIPANT && participant.equals(latest[0])) {
                notIndexEvent.add(participant, 1);
            } else {
                latest[0] = participant;
                consumer.accept(participation);
            }
        });
        return leftOut(notIndexEvent);
    }

    private LeftOut leftOut(PeopleCount notIndexEvent) throws SQLException {
        try (PreparedStatement statement = ParticipationSql.EXCLUDED
                        .with("asOf", selection.asOf())
                        .with("events", scope.ids())
                        .with("held", scope.heldIds())
                        .prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new LeftOut(
                    rows.getLong("not_held"),
                    rows.getLong("not_held_people"),
                    rows.getLong("no_consent"),
                    rows.getLong("no_consent_people"),
                    rows.getLong("not_attended"),
                    rows.getLong("not_attended_people"),
                    notIndexEvent);
        }
    }

    private void stream(Integer days, Set<Detail> details, Consumer<Participation> consumer) throws SQLException {
        scope.joinByHashing(connection);
        try (PreparedStatement statement = ParticipationSql.PARTICIPATIONS
                .with("asOf", selection.asOf())
                .with("held", scope.heldIds())
                .with("days", days)
                .with("initiator", selection.role() == Role.INITIATOR)
                .with("newTies", selection.newTies())
                .with("confirmed", selection.confirmed())
                .with("answered", confirmed() || details.contains(Detail.ANSWERS))
                .with("matches", details.contains(Detail.NEED_MATCH))
                .with("incentives", details.contains(Detail.INCENTIVE))
                .with("commitments", details.contains(Detail.COMMITMENTS))
                .with("coattended", details.contains(Detail.PRIOR_COATTENDANCE))
                .prepare(connection)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(participation(rows));
                }
            }
        }
    }

    private boolean confirmed() {
        return selection.ascertainment() == Ascertainment.CONFIRMED;
    }

    private Participation participation(ResultSet row) throws SQLException {
        return new Participation(
                row.getObject("participant_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("score", Integer.class),
                row.getBoolean("matched"),
                row.getBoolean("embedded"),
                row.getBoolean("incentive"),
                row.getBoolean("coattended"),
                row.getLong("to_community"),
                days(row),
                items(row),
                row.getObject(confirmed() ? "answered_days" : "recorded_days", Long.class),
                row.getObject("recorded_days", Long.class),
                row.getObject("answered_days", Long.class),
                row.getLong("late_needs"),
                row.getLong("exchanges"),
                row.getObject("first_day", Long.class));
    }

    private static List<Long> days(ResultSet row) throws SQLException {
        Array days = row.getArray("kept_days");
        return days == null ? List.of() : List.of((Long[]) days.getArray());
    }

    private static Participation.Items items(ResultSet row) throws SQLException {
        Integer specificity = row.getObject("specificity", Integer.class);
        return specificity == null
                ? null
                : new Participation.Items(
                        specificity, row.getInt("urgency"), row.getInt("authority"), row.getInt("benefit"));
    }
}
