package org.rapport.reporting.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapport.reporting.given.CsvFiles.Row;

/** The events that the services publish when the CSV files of a source are imported. */
public final class ImportedEvents {

    private final CsvFiles files;
    private final List<DomainEvent> events = new ArrayList<>();

    private ImportedEvents(String source) {
        files = new CsvFiles(source);
    }

    public static List<DomainEvent> of(String source) {
        ImportedEvents imported = new ImportedEvents(source);
        imported.participants();
        imported.events();
        imported.exchanges();
        return imported.events;
    }

    private void participants() {
        for (Row row : files.rows("organisations")) {
            add(
                    "participants",
                    "organisation",
                    "registered",
                    row.id("organisations", row.text("id")),
                    fields("type", row.text("type"), "country", row.text("country"), "rorId", row.text("ror_id")));
        }
        for (Row row : files.rows("topics")) {
            add(
                    "participants",
                    "topic",
                    "defined",
                    row.id("topics", row.text("code")),
                    fields("code", row.text("code"), "label", row.text("label"), "broader", row.text("broader")));
        }
        for (Row row : files.rows("participants")) {
            String organisation = row.reference("organisation", "organisations");
            add(
                    "participants",
                    "participant",
                    "registered",
                    row.id("participants", row.text("id")),
                    fields(
                            "status", "ACTIVE",
                            "country", row.text("country"),
                            "organisations",
                                    organisation == null ? List.of() : List.of(Map.of("organisationId", organisation)),
                            "consents",
                                    Stream.of(consent("RESEARCH", row), consent("CONTACT", row))
                                            .flatMap(List::stream)
                                            .toList(),
                            "leftAt", row.end("left_at")));
        }
        files.rows("needs").forEach(this::need);
        for (Row row : files.rows("offers")) {
            add(
                    "participants",
                    "offer",
                    "made",
                    row.id("offers", row.text("id")),
                    fields(
                            "participantId", row.reference("participant", "participants"),
                            "topic", row.text("topic"),
                            "kind", row.text("kind"),
                            "availableFrom", row.start("available_from"),
                            "availableTo", row.end("available_to")));
        }
    }

    private static List<Map<String, Object>> consent(String purpose, Row row) {
        String givenAt = row.start(purpose.toLowerCase(java.util.Locale.ROOT) + "_consent_at");
        return givenAt == null ? List.of() : List.of(fields("purpose", purpose, "givenAt", givenAt));
    }

    private void need(Row row) {
        String declaredAt = row.start("declared_at");
        String status = row.text("status") == null ? "OPEN" : row.text("status");
        List<Map<String, Object>> history = new ArrayList<>(List.of(fields("status", "OPEN", "at", declaredAt)));
        if (!status.equals("OPEN")) {
            history.add(fields("status", status, "at", row.start("status_at")));
        }
        add(
                "participants",
                "need",
                "declared",
                row.id("needs", row.text("id")),
                fields(
                        "participantId",
                        row.reference("participant", "participants"),
                        "topic",
                        row.text("topic"),
                        "kind",
                        row.text("kind"),
                        "declaredAt",
                        declaredAt,
                        "assessments",
                        row.text("specificity") == null
                                ? List.of()
                                : List.of(fields(
                                        "assessedAt", declaredAt,
                                        "specificity", row.number("specificity"),
                                        "urgency", row.number("urgency"),
                                        "authority", row.number("authority"),
                                        "benefit", row.number("benefit"))),
                        "status",
                        status,
                        "statusHistory",
                        history));
    }

    private void events() {
        for (Row row : files.rows("programmes")) {
            add(
                    "events",
                    "programme",
                    "created",
                    row.id("programmes", row.text("id")),
                    fields("title", row.text("title")));
        }
        for (Row row : files.rows("projects")) {
            add(
                    "events",
                    "project",
                    "created",
                    row.id("projects", row.text("id")),
                    fields(
                            "programmeId", row.reference("programme", "programmes"),
                            "title", row.text("title"),
                            "startsAt", row.start("starts_at"),
                            "endsAt", row.end("ends_at"),
                            "funderId", row.reference("funder", "organisations")));
        }
        for (Row row : files.rows("events")) {
            add(
                    "events",
                    "event",
                    "scheduled",
                    row.id("events", row.text("id")),
                    fields(
                            "programmeId", row.reference("programme", "programmes"),
                            "projectId", row.reference("project", "projects"),
                            "title", row.text("title"),
                            "format", row.text("format"),
                            "attendanceMode", row.text("attendance_mode"),
                            "country", row.text("country"),
                            "timeZone", row.text("time_zone"),
                            "startsAt", row.start("starts_at"),
                            "endsAt", row.end("ends_at"),
                            "capacity", row.number("capacity"),
                            "status", row.text("status"),
                            "incentives", row.text("incentive") == null ? null : List.of(row.text("incentive"))));
        }
        for (Row row : files.rows("sessions")) {
            add(
                    "events",
                    "session",
                    "scheduled",
                    row.id("sessions", row.text("id")),
                    fields(
                            "eventId", row.reference("event", "events"),
                            "title", row.text("title"),
                            "type", row.text("type"),
                            "startsAt", row.start("starts_at"),
                            "endsAt", row.end("ends_at"),
                            "allocation", row.text("allocation")));
        }
        for (Row row : files.rows("registrations")) {
            addOfEvent(
                    "registration",
                    row,
                    fields(
                            "participantId", row.reference("participant", "participants"),
                            "status", row.text("status"),
                            "registeredAt", row.start("registered_at"),
                            "incentive", row.text("incentive")));
        }
        for (Row row : files.rows("attendances")) {
            addOfEvent(
                    "attendance",
                    row,
                    fields(
                            "sessionId", row.reference("session", "sessions"),
                            "participantId", row.reference("participant", "participants"),
                            "status", row.text("status"),
                            "method", row.text("method"),
                            "checkedInAt", row.start("checked_in_at"),
                            "checkedOutAt", row.start("checked_out_at")));
        }
        for (Row row : files.rows("encounters")) {
            List<String> pair = pair(row);
            addOfEvent(
                    "encounter",
                    row,
                    fields(
                            "participantAId", pair.get(0),
                            "participantBId", pair.get(1),
                            "metAt", row.start("met_at"),
                            "durationSeconds", row.number("duration_seconds"),
                            "source", row.text("source")));
        }
        for (Row row : files.rows("commitments")) {
            addOfEvent(
                    "commitment",
                    row,
                    fields(
                            "participantId", row.reference("participant", "participants"),
                            "counterpartId", row.reference("counterpart", "participants"),
                            "statedAt", row.start("stated_at")));
        }
    }

    private void exchanges() {
        for (Row row : files.rows("exchanges")) {
            List<String> pair = pair(row);
            add(
                    "exchanges",
                    "exchange",
                    "recorded",
                    row.id("exchanges", row.text("id")),
                    fields(
                            "participantAId", pair.get(0),
                            "participantBId", pair.get(1),
                            "type", row.text("type"),
                            "status", row.text("status"),
                            "startedAt", row.start("started_at"),
                            "initiatedBy", row.reference("initiated_by", "participants"),
                            "originEventId", row.reference("origin_event", "events"),
                            "needId", row.reference("need", "needs"),
                            "priorTie", row.text("prior_tie"),
                            "reportedBy", row.reference("reported_by", "participants")));
        }
        for (Row row : files.rows("community-activities")) {
            addOfEvent(
                    "community-activity",
                    row,
                    fields(
                            "participantId", row.reference("participant", "participants"),
                            "channel", row.text("channel"),
                            "at", row.start("at")));
        }
        for (Row row : files.rows("follow-up-answers")) {
            addOfEvent(
                    "follow-up",
                    row,
                    fields(
                            "participantId", row.reference("participant", "participants"),
                            "days", row.number("days"),
                            "answeredAt", row.end("answered_at")));
        }
    }

    private static List<String> pair(Row row) {
        return Stream.of("participant_a", "participant_b")
                .map(column -> row.reference(column, "participants"))
                .sorted()
                .toList();
    }

    /** Of a file without ids; any id will do that is the same every time. */
    private void addOfEvent(String aggregate, Row row, Map<String, Object> data) {
        data.put("eventId", row.reference("event", "events"));
        String owner = List.of("community-activity", "follow-up").contains(aggregate) ? "exchanges" : "events";
        String verb =
                aggregate.equals("follow-up") ? "answered" : aggregate.equals("commitment") ? "stated" : "recorded";
        add(owner, aggregate, verb, row.id(aggregate, row.cells().toString()), data);
    }

    private void add(String owner, String aggregate, String verb, UUID id, Map<String, Object> data) {
        data.put("id", id.toString());
        events.add(new DomainEvent(owner, aggregate, verb, id, 0, data));
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
