package org.rapport.reporting.report;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.reporting.report.ReportCatalogue.Choice;
import org.rapport.reporting.report.ReportCatalogue.EventChoice;

/** The list of reports, with what a form needs to offer their filters. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What can be said of the events, with how sure it is")
class ReportsResource {

    private static final List<ReportCatalogue.Entry> REPORTS = List.of(
            new ReportCatalogue.Entry("readiness", "Readiness", "Does prior need go with later engagement?"),
            new ReportCatalogue.Entry(
                    "readiness-exposure", "Readiness and exposure", "Is it the meeting, the need, or both?"),
            new ReportCatalogue.Entry(
                    "time-to-exchange", "Time to exchange", "How soon do exchanges follow, and for whom?"),
            new ReportCatalogue.Entry(
                    "embeddedness", "Embeddedness", "Do embedded events go with more exchanges, and for whom?"),
            new ReportCatalogue.Entry(
                    "incentives", "Incentives", "Do incentives go with more exchanges, and for whom?"),
            new ReportCatalogue.Entry("commitments", "Commitments", "Did promises become exchanges?"),
            new ReportCatalogue.Entry("needs", "Needs", "Which needs were met?"),
            new ReportCatalogue.Entry(
                    "community-versus-bilateral",
                    "Community versus bilateral",
                    "What lasts after an event: community or pairs?"),
            new ReportCatalogue.Entry("coverage", "Coverage", "How much do we know?"),
            new ReportCatalogue.Entry("power", "Power", "Could this ever conclude?"),
            new ReportCatalogue.Entry("encounters", "Encounters", "Who met whom at the events, and for how long?"),
            new ReportCatalogue.Entry("network", "Network", "What network do the exchanges make?"));

    private final Snapshot snapshot;

    ReportsResource(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "getReportCatalogue",
            summary = "Which reports there are, and what their filters can be set to")
    public ReportCatalogue list() {
        return snapshot.read(connection -> new ReportCatalogue(
                REPORTS,
                new ReportCatalogue.Filters(
                        choices(connection, "programme"),
                        choices(connection, "project"),
                        events(connection),
                        countries(connection))));
    }

    private static List<Choice<UUID>> choices(Connection connection, String table) throws SQLException {
        return query(
                connection,
                "select id, title as label from " + table + " where title is not null order by 2, 1",
                row -> new Choice<>(row.getObject("id", UUID.class), row.getString("label")));
    }

    private static List<EventChoice> events(Connection connection) throws SQLException {
        return query(
                connection,
                """
                select e.id, e.title, coalesce(e.programme_id, j.programme_id) as programme_id, e.starts_at
                  from event e left join project j on j.id = e.project_id
                 where e.starts_at is not null order by e.starts_at desc, e.title, e.id""",
                row -> new EventChoice(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getObject("programme_id", UUID.class),
                        instant(row)));
    }

    private static List<Choice<String>> countries(Connection connection) throws SQLException {
        return query(
                connection,
                "select distinct country from event where country is not null order by country",
                row -> new Choice<>(row.getString("country"), row.getString("country")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("starts_at", OffsetDateTime.class).toInstant();
    }

    /** Makes something of a row. */
    @FunctionalInterface
    private interface OfRow<T> {
        T from(ResultSet row) throws SQLException;
    }

    private static <T> List<T> query(Connection connection, String sql, OfRow<T> made) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(made.from(rows));
            }
            return all;
        }
    }
}
