package org.rapport.kit.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.kit.thing.ThingRequest;
import org.rapport.kit.thing.ThingWriter;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AuditTest {

    @Inject
    Audit audit;

    @Inject
    ThingWriter writer;

    private UUID created() {
        return QuarkusTransaction.requiringNew()
                .call(() -> writer.create(new ThingRequest("by a job")).id());
    }

    private static ValidatableResponse trail(UUID aggregate) {
        return Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/audit?aggregateId=" + aggregate)
                .then()
                .statusCode(200);
    }

    @Test
    void whatNobodyAskedForIsPutDownToTheService() {
        trail(created())
                .body("items.actor", contains("things-service"))
                .body("items[0].roles", contains("service"))
                .body("items.action", contains("created"));
    }

    @Test
    void whatIsOlderThanItIsKeptIsForgotten() {
        UUID old = created();
        Instant since = Instant.now();
        UUID recent = created();

        QuarkusTransaction.requiringNew().run(() -> audit.forgetBefore(since));

        trail(old).body("items", hasSize(0));
        trail(recent).body("items", hasSize(1));
    }
}
