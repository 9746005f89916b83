package org.rapport.reporting.report.coverage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/** Reads what was asked and answered, and what the read model names but does not know. */
final class CoverageQuery {

    /** Those who attended, and those who were to but did not: both are asked. */
    private static final NamedQuery WAVES = new NamedQuery("""
            with recorded as (
                select event_id, participant_id, bool_or(attended) as attended
                  from (select event_id, participant_id, status in ('PRESENT', 'PARTIAL') as attended
                          from attendance where event_id = any(:held)
                        union all
                        select event_id, participant_id, false
                          from registration where event_id = any(:held) and status = 'CONFIRMED') all_records
                 group by event_id, participant_id),
            member as (
                select r.event_id, r.participant_id, r.attended, e.ends_at,
                       least(:asOf::timestamptz, p.left_at) as until
                  from recorded r
                  join event e on e.id = r.event_id
                  join participant p on p.id = r.participant_id
                 where p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz),
            asked as (
                select event_id, participant_id, days,
                       bool_or(sent_at <= :asOf) as sent, bool_or(answered_at <= :asOf) as answered
                  from follow_up where event_id = any(:held)
                 group by event_id, participant_id, days)
            select m.attended, w.days,
                   count(*) filter (where due) as due, count(distinct participant_id) filter (where due) as due_people,
                   count(*) filter (where sent) as sent, count(distinct participant_id) filter (where sent) as sent_people,
                   count(*) filter (where answered) as answered,
                   count(*) filter (where due and answered) as answered_of_due,
                   count(distinct participant_id) filter (where due and answered) as answered_people,
                   count(distinct participant_id) filter (where due and not answered) as unanswered_people
              from (values (30), (90), (180), (365)) w (days)
              cross join lateral (
                    select m.attended, m.participant_id,
                           m.until >= m.ends_at + w.days * interval '24 hours' as due,
                           coalesce(a.sent, false) as sent, coalesce(a.answered, false) as answered
                      from member m
                      left join asked a on a.event_id = m.event_id and a.participant_id = m.participant_id
                       and a.days = w.days) m
             group by m.attended, w.days
             order by m.attended desc, w.days
            """);

    private static final NamedQuery CONSENT = new NamedQuery("""
            select count(*) as people,
                   count(*) filter (where not coalesce(research_consent @> :asOf::timestamptz, false)) as withheld
              from participant where status = 'ACTIVE'
            """);

    private static final NamedQuery UNRESOLVED = new NamedQuery(unresolved());

    private final Connection connection;
    private final Instant asOf;
    private final ScopedEvents scope;

    CoverageQuery(Connection connection, Instant asOf, ScopedEvents scope) {
        this.connection = connection;
        this.asOf = asOf;
        this.scope = scope;
    }

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

    /** Participants, and those who don't consent to research. */
    record Consent(long people, long withheld) {}

    /** How often something names something that isn't known. */
    record Unresolved(String reference, long count) {}

    List<Wave> waves() throws SQLException {
        List<Wave> waves = new ArrayList<>();
        read(
                WAVES,
                row -> waves.add(new Wave(
                        row.getBoolean("attended"),
                        row.getInt("days"),
                        row.getLong("due"),
                        row.getLong("due_people"),
                        row.getLong("sent"),
                        row.getLong("sent_people"),
                        row.getLong("answered"),
                        row.getLong("answered_of_due"),
                        row.getLong("answered_people"),
                        row.getLong("unanswered_people"))));
        return waves;
    }

    Consent consent() throws SQLException {
        Consent[] consent = new Consent[1];
        read(CONSENT, row -> consent[0] = new Consent(row.getLong("people"), row.getLong("withheld")));
        return consent[0];
    }

    List<Unresolved> unresolvedReferences() throws SQLException {
        List<Unresolved> references = new ArrayList<>();
        read(UNRESOLVED, row -> references.add(new Unresolved(row.getString("reference"), row.getLong("number"))));
        return references;
    }

    /** Which columns name what. */
    private static String unresolved() {
        List<String> parts = new ArrayList<>();
        for (String[] reference : new String[][] {
            {"attendance", "event_id", "event", "id"},
            {"attendance", "participant_id", "participant", "id"},
            {"registration", "event_id", "event", "id"},
            {"registration", "participant_id", "participant", "id"},
            {"session", "event_id", "event", "id"},
            {"event", "project_id", "project", "id"},
            {"need", "participant_id", "participant", "id"},
            {"need", "topic", "topic", "code"},
            {"offer", "participant_id", "participant", "id"},
            {"offer", "topic", "topic", "code"},
            {"encounter", "event_id", "event", "id"},
            {"commitment", "event_id", "event", "id"},
            {"exchange", "participant_a_id", "participant", "id"},
            {"exchange", "participant_b_id", "participant", "id"},
            {"community_activity", "event_id", "event", "id"},
            {"follow_up", "event_id", "event", "id"},
        }) {
            parts.add("""
                    select '%1$s.%2$s' as reference, count(*) as number
                      from %1$s r
                     where r.%2$s is not null and not exists (select from %3$s k where k.%4$s = r.%2$s)
                    """.formatted((Object[]) reference));
        }
        return String.join(" union all ", parts) + " order by reference";
    }

    /** Does something with a row. */
    @FunctionalInterface
    private interface OfRow {
        void take(ResultSet row) throws SQLException;
    }

    private void read(NamedQuery query, OfRow consumer) throws SQLException {
        try (PreparedStatement statement =
                        query.with("asOf", asOf).with("held", scope.heldIds()).prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                consumer.take(rows);
            }
        }
    }
}
