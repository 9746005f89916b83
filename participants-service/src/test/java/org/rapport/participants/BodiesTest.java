package org.rapport.participants;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Raw;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Bodies that are broken, hostile, or not what they seem. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BodiesTest {

    private static final String PATH = "/v1/organisations";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"name\": \"A\"",
                "{\"name\": \"A\"} {\"name\": \"B\"}",
                "{\"name\": \"A\", \"name\": \"B\"}",
                "{\"name\": 1}",
                "{\"name\": true}",
                "{\"name\": [\"A\"]}",
                "{\"name\": {\"A\": 1}}",
                "{\"name\": 1e400}",
                "{\"name\": NaN}",
                "{\"nmae\": \"A\"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"a\\ud800b\"}",
                "{'name': 'A'}"
            })
    void whatIsNotTheJsonOfTheResourceIsMalformed(String body) {
        Api.asOrganiser()
                .contentType("application/json")
                .body(body)
                .when()
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://rapport.dev/problems/malformed-request"))
                .body(not(containsString("jackson")))
                .body(not(containsString("Exception")));
    }

    @Test
    void whatIsMalformedIsToldInWordsThatHelp() {
        refused(PATH, "{\"name\": \"A\", \"name\": \"B\"}").body("detail", equalTo("A field is there twice"));
        refused(PATH, "{\"name\": \"a\\u0000b\"}")
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].detail", equalTo("Must not contain control characters"));
        refused("/v1/participants", "{\"leftAt\": \"2026-02-30T00:00:00Z\"}")
                .body("errors[0].pointer", equalTo("/leftAt"))
                .body("errors[0].detail", startsWith("Must be an instant with its offset"));
        for (String number : List.of("-0", "1.5", "1e400", "9223372036854775808")) {
            refused("/v1/needs", "{\"assessment\": {\"urgency\": " + number + "}}")
                    .body("errors[0].pointer", equalTo("/assessment/urgency"))
                    .body("errors[0].detail", startsWith("Must be a whole number"));
        }
    }

    private static ValidatableResponse refused(String path, String body) {
        return Api.post(path, body).statusCode(400).body("instance", equalTo(path));
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        byte[] latin1 = "{\"name\": \"Año\"}".getBytes(StandardCharsets.ISO_8859_1);
        Api.asOrganiser()
                .contentType("application/json")
                .body(latin1)
                .when()
                .post(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void aHundredThousandLevelsAreMalformedAndHarmNobody() throws Exception {
        String deep = "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        HttpResponse<String> answer = Raw.post(PATH, "application/json", HttpRequest.BodyPublishers.ofString(deep));
        assertThat(answer.statusCode(), equalTo(400));
        given().when().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void bodiesOverTheLimitAreRefusedWhetherTheySayTheirLengthOrNot() throws Exception {
        byte[] large = new byte[2 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(large),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            HttpResponse<String> answer = Raw.post(PATH, "application/json", body);
            assertThat(answer.statusCode(), equalTo(413));
            assertThat(answer.body(), containsString("https://rapport.dev/problems/too-large"));
        }
    }

    @Test
    void anotherContentTypeIsNotSupportedAndAnotherAcceptNotAcceptable() {
        Api.asOrganiser()
                .contentType("application/xml")
                .body("<a/>")
                .when()
                .post(PATH)
                .then()
                .statusCode(415);
        Api.asOrganiser().accept("application/xml").when().get(PATH).then().statusCode(406);
    }

    @Test
    void aMethodThatTheResourceDoesNotHaveIsNotAllowed() {
        Api.asOrganiser().when().put(PATH).then().statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0198C1A5-7C1E-7A30-B1D2-3F4A5B6C7D8E",
                "{0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e}",
                "1-1-1-1-1",
                "%27"
            })
    void anIdThatIsNoUuidInLowerCaseIsRefused(String id) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of("organiser"))
                .when()
                .get(PATH + "/" + id.replace("{", "%7B").replace("}", "%7D"))
                .then()
                .statusCode(400);
    }

    @Test
    void anIdThatNothingHasIsNotFound() {
        Api.asOrganiser()
                .when()
                .get(PATH + "/0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void invisibleCharactersAreTakenOutAndAccentsComposed() {
        String decomposed = "Agua\u200B  Sen\u0303or\u202E ";
        Api.post(PATH, "{\"name\": \"" + decomposed + "\"}").statusCode(201).body("name", equalTo("Agua  Señor"));
    }

    @Test
    void aTextOfTheGreatestLengthIsTakenAndOneMoreIsNot() {
        String emoji = "😀";
        Api.post(PATH, "{\"name\": \"" + emoji.repeat(150) + "\"}").statusCode(201);
        Api.post(PATH, "{\"name\": \"" + emoji.repeat(151) + "\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("NAME_LENGTH"));
        Api.post(PATH, "{\"name\": \"   \"}").statusCode(422).body("errors[0].code", equalTo("NAME_REQUIRED"));
        Api.post(PATH, "{\"name\": \"A\", \"website\": \"\"}").statusCode(201).body("website", nullValue());
    }
}
