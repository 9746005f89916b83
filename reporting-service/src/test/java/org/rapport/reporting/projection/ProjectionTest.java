package org.rapport.reporting.projection;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.DomainEvent;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

/** Whatever order events come in, and however often, the read model holds the newest state of everything. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ProjectionTest {

    private static final UUID ID = UUID.fromString("0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e");

    @BeforeEach
    void emptyReadModel() {
        Facts.forgetAll();
    }

    @Test
    void anyOrderAndDuplicatesComeToTheSame() {
        List<DomainEvent> world = ImportedEvents.of("world");
        Facts.publish(world);
        Facts.awaitApplied();
        String inOrder = Contents.ofReadModel();
        Facts.forgetAll();

        Facts.publish(Facts.shuffled(world, 1));
        Facts.awaitApplied();

        assertThat(Contents.ofReadModel(), equalTo(inOrder));
        assertThat(inOrder, containsString("participant: 800"));
    }

    @Test
    void theNewestVersionCountsWhicheverComesLast() {
        DomainEvent first = need("OPEN", List.of(change("OPEN", "2024-01-01T00:00:00Z")));
        DomainEvent second = first.changed(
                "withdrawn",
                Map.of(
                        "status",
                        "WITHDRAWN",
                        "statusHistory",
                        List.of(change("OPEN", "2024-01-01T00:00:00Z"), change("WITHDRAWN", "2024-03-01T00:00:00Z"))));
        List<DomainEvent> reversed = new ArrayList<>(List.of(first, second, second, first));
        Collections.reverse(reversed);

        Facts.publish(List.of(second));
        Facts.awaitApplied();
        String newest = Contents.of("need") + Contents.of("need_period");
        Facts.publish(reversed);
        Facts.awaitApplied();

        assertThat(Contents.of("need") + Contents.of("need_period"), equalTo(newest));
        assertThat(newest, containsString("2024-03-01"));
    }

    @Test
    void anErasureLeavesNothingAndStaysWhateverComesAfterIt() {
        DomainEvent registered = participant();
        DomainEvent erased =
                registered.changed("changed", Map.of("country", "CO")).erased();

        Facts.publish(List.of(erased, registered, registered.changed("changed", Map.of("country", "CO"))));
        Facts.awaitApplied();

        assertThat(Contents.of("participant"), equalTo("participant: 1\n(" + ID + ",2,ERASED,,,,,)\n"));
    }

    @Test
    void aFollowUpWithoutAnAnswerIsHeldAsSuchAndMailIsPassedOver() {
        DomainEvent scheduled = new DomainEvent(
                "exchanges",
                "follow-up",
                "scheduled",
                ID,
                0,
                Map.of(
                        "id",
                        ID.toString(),
                        "eventId",
                        ID.toString(),
                        "participantId",
                        ID.toString(),
                        "days",
                        30,
                        "status",
                        "SCHEDULED",
                        "dueAt",
                        "2026-06-01T16:00:00Z"));
        DomainEvent mail = new DomainEvent(
                "participants", "invitation", "queued", ID, 0, Map.of("id", ID.toString(), "status", "QUEUED"));

        Facts.publish(List.of(scheduled, mail));
        Facts.awaitApplied();

        assertThat(
                Contents.of("follow_up"),
                allOf(containsString(",30,,SCHEDULED,"), containsString("2026-06-01 16:00:00")));
        assertThat(Contents.of("dead_letter"), containsString("dead_letter: 0"));
    }

    @Test
    void theTombstoneAfterAnErasureChangesNothing() {
        DomainEvent erased = participant().erased();
        Facts.publish(List.of(participant(), erased));
        Facts.awaitApplied();
        String before = Contents.ofReadModel();

        Facts.send(List.of(Facts.tombstone(erased)));
        Facts.awaitApplied();

        assertThat(Contents.ofReadModel(), equalTo(before));
        assertThat(Contents.of("dead_letter"), containsString("dead_letter: 0"));
    }

    @Test
    void aTombstoneAloneErases() {
        Facts.publish(List.of(participant()));
        Facts.send(List.of(Facts.tombstone(participant().erased())));
        Facts.awaitApplied();

        assertThat(Contents.of("participant"), not(containsString("PE")));
        assertThat(Contents.of("participant"), containsString("ERASED"));
    }

    @Test
    void fieldsThatAreNotKnownYetAreNoHindrance() {
        Facts.publish(List.of(participant().changed("renamed", Map.of("favouriteColour", "green", "country", "CL"))));
        Facts.awaitApplied();

        assertThat(Contents.of("participant"), containsString("CL"));
        assertThat(Contents.of("dead_letter"), containsString("dead_letter: 0"));
    }

    @Test
    void introductionsAndOutcomesAreKnownUntilTheyAreErased() {
        DomainEvent introduction = new DomainEvent(
                "exchanges",
                "introduction",
                "proposed",
                ID,
                0,
                Map.of(
                        "id",
                        ID.toString(),
                        "participantAId",
                        "00000000-0000-4000-8000-00000000000a",
                        "participantBId",
                        "00000000-0000-4000-8000-00000000000b",
                        "status",
                        "PROPOSED",
                        "proposedAt",
                        "2026-01-01T00:00:00Z"));
        DomainEvent outcome = new DomainEvent(
                "exchanges",
                "outcome",
                "recorded",
                ID,
                0,
                Map.of("id", ID.toString(), "exchangeId", ID.toString(), "level", "RESULTS", "evidence", true));
        Facts.publish(List.of(
                introduction,
                introduction.changed("changed", Map.of("status", "MET", "metAt", "2026-03-01T15:30:00Z")),
                outcome,
                outcome.erased()));
        Facts.awaitApplied();

        assertThat(Contents.of("introduction"), containsString(",MET,"));
        assertThat(Contents.of("outcome"), equalTo("outcome: 1\n(" + ID + ",1,,,,)\n"));
        assertThat(Contents.of("dead_letter"), containsString("dead_letter: 0"));
    }

    private static DomainEvent participant() {
        return new DomainEvent(
                "participants",
                "participant",
                "registered",
                ID,
                0,
                Map.of("id", ID.toString(), "status", "ACTIVE", "country", "PE"));
    }

    private static DomainEvent need(String status, List<Map<String, String>> history) {
        return new DomainEvent(
                "participants",
                "need",
                "declared",
                ID,
                0,
                Map.of(
                        "id",
                        ID.toString(),
                        "participantId",
                        ID.toString(),
                        "topic",
                        "T01",
                        "declaredAt",
                        "2024-01-01T00:00:00Z",
                        "assessments",
                        List.of(),
                        "status",
                        status,
                        "statusHistory",
                        history));
    }

    private static Map<String, String> change(String status, String at) {
        return Map.of("status", status, "at", at);
    }
}
