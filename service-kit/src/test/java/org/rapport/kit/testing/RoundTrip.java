package org.rapport.kit.testing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import org.rapport.kit.table.FileFormat;

/** A list as a file, and the file as an import. */
public final class RoundTrip {

    private RoundTrip() {}

    /** A list as a file, as an organiser gets it. */
    public static byte[] export(String collection, FileFormat format) {
        return Api.asOrganiser()
                .queryParam("format", format.extension())
                .when()
                .get("/v1/" + collection)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .header("Content-Type", containsString(format.mediaType().toString()))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"" + collection + "." + format.extension() + "\""))
                .extract()
                .asByteArray();
    }

    /** Holds the law that what was exported is imported without a change. */
    public static void changesNothing(String collection) {
        for (FileFormat format : FileFormat.values()) {
            Api.importFile(collection, "elsewhere", format, export(collection, format))
                    .log()
                    .ifValidationFails()
                    .statusCode(200)
                    .body("unchanged", greaterThan(0))
                    .body("created", equalTo(0))
                    .body("updated", equalTo(0))
                    .body("errors.size()", equalTo(0));
        }
    }
}
