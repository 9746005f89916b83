package org.rapport.reporting.given;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.rapport.kit.testing.Tokens;

/** Asks for reports. */
public final class Reports {

    private Reports() {}

    /** @param request such as {@code needs?asOf=2025-12-31} */
    public static ValidatableResponse ask(String role, String request) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .get("/v1/reports/" + request)
                .then();
    }

    public static JsonPath answer(String role, String request) {
        return ask(role, request).statusCode(200).extract().jsonPath();
    }
}
