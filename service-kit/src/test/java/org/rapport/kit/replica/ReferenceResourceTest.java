package org.rapport.kit.replica;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.kit.thing.Thing;

/** What an owner tells the other services. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(OwnerAddress.class)
class ReferenceResourceTest {

    @Inject
    EntityManager entityManager;

    @Test
    void namesThoseThatExist() {
        UUID existing = create();

        given().auth()
                .oauth2(Tokens.of("service"))
                .queryParam("id", existing, Uuids.next())
                .when()
                .get("/v1/references/thing")
                .then()
                .statusCode(200)
                .body("known", contains(existing.toString()));
    }

    @Test
    void takesAsManyAtATimeAsAServiceMayAsk() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < ReferenceResource.MAX_IDS; i++) {
            ids.add(i < 3 ? create() : Uuids.next());
        }

        given().auth()
                .oauth2(Tokens.of("service"))
                .queryParam("id", ids)
                .when()
                .get("/v1/references/thing")
                .then()
                .statusCode(200)
                .body("known", hasSize(3));
    }

    @Test
    void refusesMoreThanThat() {
        given().auth()
                .oauth2(Tokens.of("service"))
                .queryParam(
                        "id",
                        Stream.generate(Uuids::next)
                                .limit(ReferenceResource.MAX_IDS + 1L)
                                .toList())
                .when()
                .get("/v1/references/thing")
                .then()
                .statusCode(400);
    }

    @Test
    void namesNoneWhenAskedForNone() {
        given().auth()
                .oauth2(Tokens.of("service"))
                .when()
                .get("/v1/references/thing")
                .then()
                .statusCode(200)
                .body("known", empty());
    }

    @Test
    void doesNotKnowKindsThatItDoesNotOwn() {
        given().auth()
                .oauth2(Tokens.of("service"))
                .queryParam("id", Uuids.next())
                .when()
                .get("/v1/references/participant")
                .then()
                .statusCode(404);
    }

    @Test
    void answersServicesOnly() {
        given().when().get("/v1/references/thing").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("admin", "organiser", "operator"))
                .when()
                .get("/v1/references/thing")
                .then()
                .statusCode(403);
    }

    private UUID create() {
        UUID id = Uuids.next();
        QuarkusTransaction.requiringNew().run(() -> entityManager.persist(new Thing(id, "thing")));
        return id;
    }
}
