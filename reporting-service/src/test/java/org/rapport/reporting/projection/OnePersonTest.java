package org.rapport.reporting.projection;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.DomainEvent;
import org.rapport.reporting.given.Facts;

/** Two who turn out to be one person count as one, and one who was erased not at all. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OnePersonTest {

    private static final String SURVIVOR = "0198c1a5-7c1e-7a30-b1d2-00000000000a";
    private static final String DUPLICATE = "0198c1a5-7c1e-7a30-b1d2-00000000000b";
    private static final String OTHER = "0198c1a5-7c1e-7a30-b1d2-00000000000c";
    private static final String EVENT = "0198c1a5-7c1e-7a30-b1d2-0000000000ee";

    private final DomainEvent survivor = participant(SURVIVOR);
    private final DomainEvent duplicate = participant(DUPLICATE);
    private final DomainEvent survivorsAttendance = attendance(SURVIVOR);
    private final DomainEvent duplicatesAttendance = attendance(DUPLICATE);
    private final DomainEvent exchange = exchange(DUPLICATE, OTHER);
    private final List<DomainEvent> before = List.of(
            event(),
            survivor,
            duplicate,
            participant(OTHER),
            survivorsAttendance,
            duplicatesAttendance,
            attendance(OTHER),
            exchange);
    private final List<DomainEvent> after = List.of(
            duplicate.replaced("merged", Map.of("id", DUPLICATE, "status", "MERGED", "mergedInto", SURVIVOR)),
            survivor.changed("changed", Map.of()),
            duplicatesAttendance.erased(),
            exchange.changed("changed", Map.of("participantAId", SURVIVOR)));

    @BeforeEach
    void emptyReadModel() {
        Facts.forgetAll();
    }

    @Test
    void theReadinessReportCountsOnePersonAfterAMergeInWhateverOrderItIsHeardOf() {
        Facts.publish(before);
        Facts.awaitApplied();
        assertThat(participations(), equalTo(3));

        for (long seed = 1; seed <= 3; seed++) {
            Facts.forgetAll();
            List<DomainEvent> all = new ArrayList<>(before);
            all.addAll(after);
            Facts.publish(Facts.shuffled(all, seed));
            Facts.awaitApplied();

            assertThat(participations(), equalTo(2));
            assertThat(held(SURVIVOR).get("attendance"), hasSize(1));
            assertThat(held(SURVIVOR).get("exchange"), hasSize(1));
            assertThat(held(DUPLICATE).get("attendance"), hasSize(0));
        }
    }

    @Test
    void anErasureIsDoneWhenNothingNamesThePersonAnyMore() {
        Facts.publish(before);
        Facts.publish(List.of(survivor.erased()));
        Facts.awaitApplied();
        assertThat(isErasureDone(SURVIVOR), equalTo(false));

        Facts.publish(List.of(survivorsAttendance.erased()));
        Facts.awaitApplied();
        assertThat(isErasureDone(SURVIVOR), equalTo(true));
        assertThat(isErasureDone(OTHER), equalTo(false));
        assertThat(participations(), equalTo(2));
    }

    private static int participations() {
        return Api.as(Tokens.of("analyst"))
                .get("/v1/reports/readiness?asOf=2026-12-31")
                .then()
                .statusCode(200)
                .extract()
                .path("population.participations");
    }

    private static Map<String, List<Object>> held(String participant) {
        return Api.as(Tokens.of("service"))
                .get("/v1/personal-data/" + participant)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    private static boolean isErasureDone(String participant) {
        return Api.as(Tokens.of("service"))
                .get("/v1/personal-data/" + participant + "/erasure")
                .then()
                .statusCode(200)
                .extract()
                .path("done");
    }

    private static DomainEvent participant(String id) {
        return first(
                "participants",
                "participant",
                "registered",
                id,
                Map.of(
                        "id",
                        id,
                        "status",
                        "ACTIVE",
                        "consents",
                        List.of(Map.of("purpose", "RESEARCH", "givenAt", "2026-01-01T00:00:00Z"))));
    }

    private static DomainEvent event() {
        return first(
                "events",
                "event",
                "scheduled",
                EVENT,
                Map.of(
                        "id",
                        EVENT,
                        "title",
                        "Lima 2026",
                        "status",
                        "HELD",
                        "startsAt",
                        "2026-03-01T09:00:00Z",
                        "endsAt",
                        "2026-03-02T18:00:00Z"));
    }

    private static DomainEvent attendance(String participant) {
        String id = UUID.randomUUID().toString();
        return first(
                "events",
                "attendance",
                "recorded",
                id,
                Map.of("id", id, "eventId", EVENT, "participantId", participant, "status", "PRESENT"));
    }

    private static DomainEvent exchange(String a, String b) {
        String id = UUID.randomUUID().toString();
        return first(
                "exchanges",
                "exchange",
                "recorded",
                id,
                Map.of(
                        "id",
                        id,
                        "participantAId",
                        a,
                        "participantBId",
                        b,
                        "status",
                        "ACTIVE",
                        "startedAt",
                        "2026-04-01T00:00:00Z"));
    }

    private static DomainEvent first(String owner, String aggregate, String verb, String id, Map<String, Object> data) {
        return new DomainEvent(owner, aggregate, verb, UUID.fromString(id), 0, data);
    }
}
