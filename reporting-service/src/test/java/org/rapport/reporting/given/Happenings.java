package org.rapport.reporting.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Facts one by one, small enough to count by hand. A date alone is its first moment. */
public final class Happenings {

    private final List<DomainEvent> facts = new ArrayList<>();

    /** Makes these and nothing else what the service knows. */
    public void alone() {
        Facts.areOnly(facts);
    }

    public List<DomainEvent> facts() {
        return List.copyOf(facts);
    }

    /** Who consents to research and shares the profile, with more fields or others. */
    public UUID person(Object... more) {
        return add(
                "participants",
                "participant",
                "registered",
                fields("status", "ACTIVE", "consents", List.of(consent("RESEARCH"), consent("PROFILE_SHARING"))),
                more);
    }

    public static Map<String, Object> consent(String purpose) {
        return Map.of("purpose", purpose, "givenAt", "2020-01-01T00:00:00Z");
    }

    /** As a participant's organisations. */
    public static List<Map<String, Object>> memberOf(UUID organisation) {
        return List.of(Map.of("organisationId", organisation.toString()));
    }

    /** From nine to five of a day, held. */
    public UUID event(String day, Object... more) {
        return add(
                "events",
                "event",
                "scheduled",
                fields(
                        "title", "Event of " + day,
                        "status", "HELD",
                        "startsAt", day + "T09:00:00Z",
                        "endsAt", day + "T17:00:00Z"),
                more);
    }

    public void attend(UUID event, UUID... people) {
        for (UUID person : people) {
            add("events", "attendance", "recorded", of(event, person, "PRESENT"));
        }
    }

    public void register(UUID event, String status, UUID... people) {
        for (UUID person : people) {
            add("events", "registration", "recorded", of(event, person, status));
        }
    }

    public UUID exchange(UUID one, UUID other, String day, Object... more) {
        List<String> pair = Stream.of(one, other).map(UUID::toString).sorted().toList();
        return add(
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
                        day + "T00:00:00Z"),
                more);
    }

    public UUID introduction(UUID event, UUID one, UUID other, String status) {
        List<String> pair = Stream.of(one, other).map(UUID::toString).sorted().toList();
        return add(
                "exchanges",
                "introduction",
                "proposed",
                fields(
                        "participantAId",
                        pair.get(0),
                        "participantBId",
                        pair.get(1),
                        "eventId",
                        event.toString(),
                        "status",
                        status,
                        "proposedAt",
                        "2024-02-01T00:00:00Z"));
    }

    /** That both of an exchange confirmed it. */
    public static List<Map<String, Object>> bothConfirm(UUID one, UUID other) {
        return Stream.of(one, other)
                .map(person -> Map.<String, Object>of(
                        "participantId", person.toString(), "answer", "CONFIRMED", "at", "2025-07-01T00:00:00Z"))
                .toList();
    }

    /** @param items specificity, urgency, authority and benefit */
    public UUID need(UUID person, String topic, String kind, int... items) {
        String at = "2024-01-01T00:00:00Z";
        return add(
                "participants",
                "need",
                "declared",
                fields(
                        "participantId",
                        person.toString(),
                        "topic",
                        topic,
                        "kind",
                        kind,
                        "declaredAt",
                        at,
                        "assessments",
                        List.of(fields(
                                "assessedAt",
                                at,
                                "specificity",
                                items[0],
                                "urgency",
                                items[1],
                                "authority",
                                items[2],
                                "benefit",
                                items[3])),
                        "status",
                        "OPEN",
                        "statusHistory",
                        List.of(Map.of("status", "OPEN", "at", at))));
    }

    public UUID offer(UUID person, String topic, String kind) {
        return add(
                "participants",
                "offer",
                "made",
                fields("participantId", person.toString(), "topic", topic, "kind", kind));
    }

    private UUID add(String owner, String aggregate, String verb, Map<String, Object> data, Object... more) {
        UUID id = UUID.randomUUID();
        Map<String, Object> state = new LinkedHashMap<>(data);
        state.putAll(fields(more));
        state.put("id", id.toString());
        facts.add(new DomainEvent(owner, aggregate, verb, id, 0, state));
        return id;
    }

    private static Map<String, Object> of(UUID event, UUID person, String status) {
        return fields("eventId", event.toString(), "participantId", person.toString(), "status", status);
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
