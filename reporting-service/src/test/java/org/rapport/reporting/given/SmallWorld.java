package org.rapport.reporting.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A few people and events, small enough to count by hand. Times without a time of day are their first moment. */
public final class SmallWorld {

    private final List<DomainEvent> facts = new ArrayList<>();

    /** Makes these and nothing else what the service knows. */
    public void alone() {
        Facts.areOnly(Facts.shuffled(facts, 11));
    }

    public UUID person() {
        return personWith(Map.of());
    }

    public UUID personWhoLeft(String at) {
        return personWith(Map.of("leftAt", time(at)));
    }

    public UUID personWithoutConsent() {
        return personWith(Map.of("consents", List.of()));
    }

    private UUID personWith(Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", "ACTIVE");
        data.put("consents", List.of(Map.of("purpose", "RESEARCH", "givenAt", "2020-01-01T00:00:00Z")));
        data.putAll(more);
        return add("participants", "participant", "registered", data);
    }

    /** From nine to five of a day. */
    public UUID event(String day, String status) {
        return event(day, status, Map.of());
    }

    public UUID event(String day, String status, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", "Event of " + day);
        data.put("status", status);
        data.put("startsAt", day + "T09:00:00Z");
        data.put("endsAt", day + "T17:00:00Z");
        data.putAll(more);
        return add("events", "event", "scheduled", data);
    }

    public UUID project(String from, String to) {
        return add(
                "events",
                "project",
                "created",
                fields(
                        "programmeId", UUID.randomUUID().toString(),
                        "title", "A project",
                        "startsAt", time(from),
                        "endsAt", time(to)));
    }

    public UUID session(UUID event, String allocation) {
        return add(
                "events",
                "session",
                "scheduled",
                fields(
                        "eventId",
                        event.toString(),
                        "title",
                        "A session",
                        "allocation",
                        allocation,
                        "startsAt",
                        "2025-01-10T10:00:00Z",
                        "endsAt",
                        "2025-01-10T11:00:00Z"));
    }

    public void attends(UUID event, UUID... people) {
        for (UUID person : people) {
            attendance(event, null, person, "PRESENT");
        }
    }

    public void attendsSession(UUID event, UUID session, UUID... people) {
        for (UUID person : people) {
            attendance(event, session, person, "PRESENT");
        }
    }

    public void isPutByChance(UUID event, UUID session, UUID... people) {
        for (UUID person : people) {
            add(
                    "events",
                    "allocation",
                    "made",
                    fields(
                            "eventId",
                            event.toString(),
                            "sessionId",
                            session.toString(),
                            "participantId",
                            person.toString(),
                            "method",
                            "RANDOMISED",
                            "seed",
                            1));
        }
    }

    public void staysAway(UUID event, UUID... people) {
        for (UUID person : people) {
            attendance(event, null, person, "NO_SHOW");
        }
    }

    private void attendance(UUID event, UUID session, UUID person, String status) {
        add(
                "events",
                "attendance",
                "recorded",
                fields(
                        "eventId",
                        event.toString(),
                        "sessionId",
                        session == null ? null : session.toString(),
                        "participantId",
                        person.toString(),
                        "status",
                        status));
    }

    public void registers(UUID event, UUID person, String incentive) {
        add(
                "events",
                "registration",
                "recorded",
                fields(
                        "eventId",
                        event.toString(),
                        "participantId",
                        person.toString(),
                        "status",
                        "CONFIRMED",
                        "incentive",
                        incentive));
    }

    public void meet(UUID event, UUID one, UUID other) {
        List<String> pair = pair(one, other);
        add(
                "events",
                "encounter",
                "recorded",
                fields(
                        "eventId", event.toString(),
                        "participantAId", pair.get(0),
                        "participantBId", pair.get(1),
                        "metAt", "2025-01-01T10:00:00Z",
                        "source", "BADGE"));
    }

    public void promises(UUID event, UUID person, UUID counterpart) {
        add(
                "events",
                "commitment",
                "stated",
                fields(
                        "eventId",
                        event.toString(),
                        "participantId",
                        person.toString(),
                        "counterpartId",
                        counterpart == null ? null : counterpart.toString(),
                        "statedAt",
                        "2024-01-01T00:00:00Z"));
    }

    /** @param status with the time it changed, or null while it is open */
    public void need(UUID person, String topic, String declaredAt, String status, String statusAt) {
        List<Map<String, Object>> history = new ArrayList<>(List.of(fields("status", "OPEN", "at", time(declaredAt))));
        if (status != null) {
            history.add(fields("status", status, "at", time(statusAt)));
        }
        add(
                "participants",
                "need",
                "declared",
                fields(
                        "participantId",
                        person.toString(),
                        "topic",
                        topic,
                        "kind",
                        "SKILL",
                        "declaredAt",
                        time(declaredAt),
                        "status",
                        status == null ? "OPEN" : status,
                        "statusHistory",
                        history));
    }

    public void offer(UUID person, String topic) {
        add(
                "participants",
                "offer",
                "made",
                fields("participantId", person.toString(), "topic", topic, "kind", "SKILL"));
    }

    /** Begun by the first. */
    public void exchange(UUID one, UUID other, String startedAt) {
        List<String> pair = pair(one, other);
        add(
                "exchanges",
                "exchange",
                "recorded",
                fields(
                        "participantAId", pair.get(0),
                        "participantBId", pair.get(1),
                        "type", "ADVICE",
                        "status", "ACTIVE",
                        "startedAt", time(startedAt),
                        "initiatedBy", one.toString()));
    }

    public void introduce(UUID event, UUID one, UUID other, String metAt) {
        List<String> pair = pair(one, other);
        add(
                "exchanges",
                "introduction",
                "proposed",
                fields(
                        "participantAId", pair.get(0),
                        "participantBId", pair.get(1),
                        "eventId", event.toString(),
                        "needId", UUID.randomUUID().toString(),
                        "status", "MET",
                        "metAt", time(metAt)));
    }

    /** Reported by the first and confirmed by the other. */
    public void exchangeConfirmed(UUID one, UUID other, String startedAt, String confirmedAt) {
        List<String> pair = pair(one, other);
        add(
                "exchanges",
                "exchange",
                "recorded",
                fields(
                        "participantAId",
                        pair.get(0),
                        "participantBId",
                        pair.get(1),
                        "type",
                        "ADVICE",
                        "status",
                        "ACTIVE",
                        "startedAt",
                        time(startedAt),
                        "initiatedBy",
                        one.toString(),
                        "reportedBy",
                        one.toString(),
                        "confirmations",
                        List.of(fields(
                                "participantId", other.toString(), "answer", "CONFIRMED", "at", time(confirmedAt)))));
    }

    public void acts(UUID event, UUID person, String at) {
        add(
                "exchanges",
                "community-activity",
                "recorded",
                fields(
                        "eventId", event.toString(),
                        "participantId", person.toString(),
                        "channel", "POST",
                        "at", time(at)));
    }

    public void answers(UUID event, UUID person, int days, String at) {
        add(
                "exchanges",
                "follow-up",
                "answered",
                fields(
                        "eventId", event.toString(),
                        "participantId", person.toString(),
                        "days", days,
                        "answeredAt", time(at)));
    }

    private UUID add(String owner, String aggregate, String verb, Map<String, Object> data) {
        UUID id = UUID.randomUUID();
        Map<String, Object> state = new LinkedHashMap<>(data);
        state.put("id", id.toString());
        facts.add(new DomainEvent(owner, aggregate, verb, id, 0, state));
        return id;
    }

    private static List<String> pair(UUID one, UUID other) {
        return Stream.of(one, other).map(UUID::toString).sorted().toList();
    }

    private static String time(String text) {
        return text.length() > 10 ? text : text + "T00:00:00Z";
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
