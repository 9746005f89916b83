package org.rapport.kit.rest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** What a client may ask of a service in a short time. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RateLimitTest {

    private static final int MORE_THAN_A_BURST = 3_000;

    @Test
    void whoAsksForMoreThanTheirShareIsToldWhenToComeAgainAndNobodyElseIs() {
        String greedy = Tokens.ofClient("greedy", "service");
        Response refused = IntStream.range(0, MORE_THAN_A_BURST)
                .mapToObj(request -> ask(greedy))
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        refused.then().contentType("application/problem+json").body("type", endsWith("/too-many-requests"));
        assertThat(refused.header("Retry-After"), equalTo("1"));
        assertThat(ask(Tokens.ofClient("modest", "service")).statusCode(), equalTo(200));
    }

    private static Response ask(String token) {
        return Api.as(token).when().get("/v1/references/thing?id=" + UUID.randomUUID());
    }
}
