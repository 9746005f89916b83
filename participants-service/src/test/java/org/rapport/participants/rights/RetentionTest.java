package org.rapport.participants.rights;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.participant.Participant;
import org.rapport.participants.participant.Participants;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RetentionTest {

    /** Long enough for nobody of the other tests to have left so long ago. */
    private static final Period KEPT = Period.ofYears(50);

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Inject
    Participants participants;

    @Inject
    EntityManager entityManager;

    @Inject
    Erasure erasure;

    private record Config(Optional<Period> participantAfterLeft, Period announced) implements RetentionConfig {}

    private Retention retention(Period kept) {
        return new Retention(
                new Config(Optional.ofNullable(kept), Period.ofDays(30)), participants, entityManager, erasure);
    }

    private static UUID whoLeft(String leftAt) {
        return Api.create("/v1/participants", """
                {"givenName": "Rosa", "familyName": "Quispe", "leftAt": "%s"}""".formatted(leftAt));
    }

    private Participant read(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> entityManager.find(Participant.class, id));
    }

    private static void isThere(UUID id, boolean there) {
        Api.asOrganiser().when().get("/v1/participants/" + id).then().statusCode(there ? 200 : 404);
    }

    @AfterEach
    void takeBackAnnouncements() {
        retention(null).enforce(NOW);
    }

    @Test
    void somebodyWhoLeftLongAgoIsErasedAfterThatWasAnnouncedForAWhile() {
        UUID longAgo = whoLeft("1970-01-01T12:00:00Z");
        UUID lately = whoLeft("2026-01-01T12:00:00Z");
        Retention retention = retention(KEPT);

        retention.enforce(NOW);
        isThere(longAgo, true);
        Instant announced = read(longAgo).retentionAnnouncedAt();
        assertThat(retention.erasesAt(read(longAgo)), equalTo(Optional.of(announced.plus(30, ChronoUnit.DAYS))));
        assertThat(read(lately).retentionAnnouncedAt(), equalTo(null));

        retention.enforce(NOW.plus(29, ChronoUnit.DAYS));
        isThere(longAgo, true);
        retention.enforce(NOW.plus(31, ChronoUnit.DAYS));
        isThere(longAgo, false);
        isThere(lately, true);
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/participants/" + longAgo + "/erasure")
                .then()
                .body("reason", equalTo("RETENTION"))
                .body("erasedBy", equalTo("retention"));
    }

    @Test
    void whoeverTurnsOutNotToHaveLeftIsNotErased() {
        UUID stays = whoLeft("1970-01-01T12:00:00Z");
        Retention retention = retention(KEPT);
        retention.enforce(NOW);

        Api.patch("/v1/participants/" + stays, "\"0\"", "{\"leftAt\": null}").statusCode(200);

        retention.enforce(NOW.plus(31, ChronoUnit.DAYS));
        isThere(stays, true);
    }

    @Test
    void whenThePeriodIsLiftedWhatWasAnnouncedIsTakenBack() {
        UUID kept = whoLeft("1970-01-01T12:00:00Z");
        retention(KEPT).enforce(NOW);
        retention(null).enforce(NOW);
        assertThat(read(kept).retentionAnnouncedAt(), equalTo(null));
        retention(KEPT).enforce(NOW.plus(31, ChronoUnit.DAYS));
        isThere(kept, true);
    }

    @Test
    void nobodyIsListedUnlessAPeriodIsConfigured() {
        whoLeft("1970-01-01T12:00:00Z");
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/retention")
                .then()
                .statusCode(200)
                .body("items", empty());
        Api.asOrganiser().when().get("/v1/retention").then().statusCode(403);
    }
}
