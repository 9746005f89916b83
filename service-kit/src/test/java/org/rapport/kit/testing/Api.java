package org.rapport.kit.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.rapport.kit.table.FileFormat;

/** Short words for what tests of every API do. */
public final class Api {

    private Api() {}

    /** A request with this token. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static RequestSpecification asOrganiser() {
        return as(Tokens.of("organiser"));
    }

    /** Posts JSON as an organiser. */
    public static ValidatableResponse post(String path, String json) {
        return asOrganiser()
                .contentType("application/json")
                .body(json)
                .when()
                .post(path)
                .then();
    }

    /** Creates a resource as an organiser, and returns its id. */
    public static UUID create(String path, String json) {
        return UUID.fromString(post(path, json).statusCode(201).extract().path("id"));
    }

    /** Patches the version with this ETag as an organiser. */
    public static ValidatableResponse patch(String path, String etag, String json) {
        return asOrganiser()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", etag)
                .body(json)
                .when()
                .patch(path)
                .then();
    }

    /** Imports a CSV file as an organiser. */
    public static ValidatableResponse importCsv(String collection, String source, String csv) {
        return importFile(collection, source, FileFormat.CSV, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Imports a file as an organiser. */
    public static ValidatableResponse importFile(String collection, String source, FileFormat format, byte[] file) {
        return asOrganiser()
                .contentType(format.mediaType().toString())
                .body(file)
                .when()
                .post("/v1/" + collection + "/imports?source=" + source)
                .then();
    }
}
