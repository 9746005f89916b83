package org.rapport.participants;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Raw;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Files as people have them: good, bad, and hostile. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ImportTest {

    @Inject
    EntityManager entityManager;

    private final String source = "s" + UUID.randomUUID();

    @Test
    void theSameFileTwiceChangesNothingAndAChangedRowIsUpdated() {
        String csv = "id,name,country\nO1,Agua,PE\nO2,Luz,BO\n";
        Api.importCsv("organisations", source, csv).statusCode(200).body("created", equalTo(2));
        Api.importCsv("organisations", source, csv)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(2))
                .body("total", equalTo(2));
        Api.importCsv("organisations", source, csv.replace("Luz", "Luz y Fuerza"))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
    }

    @Test
    void anImportedThingHasTheIdThatEveryServiceComputesFromItsKey() {
        Api.importCsv("organisations", source, "name,id\nAgua,O1\n").statusCode(200);
        Api.asOrganiser()
                .when()
                .get("/v1/organisations/" + Uuids.imported(source, "organisations", "O1"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Agua"));
        assertThat(
                Uuids.imported("world", "programmes", "PR2").toString(),
                equalTo("9bdb00d0-7719-5dfa-acc2-3adaacbeed2e"));
    }

    @Test
    void badRowsAreNamedWithLineAndColumnAndGoodOnesKept() {
        Api.importCsv("topics", source, "code,label\n" + source + ",A topic\n").statusCode(200);
        Api.importCsv("participants", source, "id,given_name,family_name\nP1,Rosa,Quispe\n")
                .statusCode(200);
        String csv = "id,participant,topic,declared_at,urgency,specificity,authority,benefit\n"
                + "N1,P1," + source + ",2026-01-01,1,2,3,4\n"
                + "N2,P2," + source + ",2026-01-01,1,2,3,4\n"
                + "N3,P1,nowhere,2026-01-01,1,2,3,4\n"
                + "N4,P1," + source + ",yesterday,1,2,3,4\n"
                + "N5,P1," + source + ",2026-01-01,9,2,3,4\n"
                + "N6,P1," + source + ",2026-01-01\n"
                + "N7,,\"" + source + "\",2026-01-01,1,2,3,4\n"
                + "\n"
                + "N8,P1," + source + ",2026-01-02T10:00:00+05:00,,,,\n";
        Api.importCsv("needs", source, csv)
                .statusCode(200)
                .body("total", equalTo(8))
                .body("created", equalTo(2))
                .body("rejected", equalTo(6))
                .body("errors.line", equalTo(List.of(3, 4, 5, 6, 7, 8)))
                .body(
                        "errors.column",
                        equalTo(Arrays.asList("participant", "topic", "declared_at", "urgency", null, "participant")))
                .body("errors[0].code", equalTo("PARTICIPANT_UNKNOWN"));
    }

    @Test
    void whatAFileSaysOfMissingAndUnknownColumnsIsToldAtOnceAndNothingIsRead() {
        Api.importCsv("needs", source, "id,partcipant,topic\nN1,P1,T1\n")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/partcipant", "/declared_at", "/participant")))
                .body("errors.code", equalTo(List.of("COLUMN_UNKNOWN", "COLUMN_MISSING", "COLUMN_MISSING")));
        Api.importCsv("needs", source, "").statusCode(422).body("errors[0].code", equalTo("HEADER_MISSING"));
    }

    @ParameterizedTest
    @CsvSource({"stray,'O2,a \"b\" c'", "unclosed,'O2,\"b'", "trailing,'O2,\"b\"c'"})
    void aWrongQuoteCostsItsOwnLineOnly(String name, String line) {
        Api.importCsv("organisations", source, "id,name\nO1,Agua\n" + line + "\nO3,Luz\nO4,\"Two\nlines\"\n")
                .statusCode(200)
                .body("created", equalTo(3))
                .body("rejected", equalTo(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].code", equalTo("QUOTE_MISPLACED"))
                .body("errors[0].column", nullValue());
    }

    @Test
    void aRowThatIsNotUtf8IsNamedAndTheRestIsRead() {
        byte[] csv = "id,name\nO1,A\u00f1o\nO2,Luz\n".getBytes(StandardCharsets.ISO_8859_1);
        Api.asOrganiser()
                .contentType("text/csv")
                .body(csv)
                .when()
                .post("/v1/organisations/imports?source=" + source)
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("errors[0].code", equalTo("NOT_UTF_8"))
                .body("errors[0].line", equalTo(2));
    }

    @Test
    void aLineOfAHundredMegabytesIsPassedOver() throws Exception {
        byte[] megabyte = new byte[1024 * 1024];
        Arrays.fill(megabyte, (byte) 'x');
        Vector<InputStream> parts = new Vector<>();
        parts.add(new ByteArrayInputStream("id,name\nO1,Agua\nO2,".getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 100; i++) {
            parts.add(new ByteArrayInputStream(megabyte));
        }
        parts.add(new ByteArrayInputStream("\nO3,Luz\n".getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> answer = Raw.post(
                "/v1/organisations/imports?source=" + source,
                "text/csv",
                HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(parts.elements())));
        assertThat(answer.statusCode(), equalTo(200));
        JsonPath summary = new JsonPath(answer.body());
        assertThat(summary.getInt("created"), equalTo(2));
        assertThat(summary.getString("errors[0].code"), equalTo("LINE_TOO_LONG"));
        assertThat(summary.getInt("errors[0].line"), equalTo(3));
    }

    @Test
    void ofTenThousandBadRowsTheFirstThousandAreNamed() {
        StringBuilder csv = new StringBuilder("id,name,country\n");
        for (int i = 0; i < 10_000; i++) {
            csv.append("O").append(i).append(",Agua,XX\n");
        }
        csv.append("GOOD,Agua,PE\n");
        Api.importCsv("organisations", source, csv.toString())
                .statusCode(200)
                .body("rejected", equalTo(10_000))
                .body("created", equalTo(1))
                .body("errors", hasSize(1_000));
    }

    @Test
    void aFormulaIsTextLikeAnyOther() {
        Api.importCsv("organisations", source, "id,name\nO1,=HYPERLINK(1)\n").body("created", equalTo(1));
        Api.asOrganiser()
                .when()
                .get("/v1/organisations/" + Uuids.imported(source, "organisations", "O1"))
                .then()
                .body("name", equalTo("=HYPERLINK(1)"));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNothingSpecial() {
        Api.importCsv("organisations", source, "\uFEFFid,name\r\nO1,Agua\r\nO2,Luz")
                .body("created", equalTo(2));
    }

    @Test
    void aSecondPersonWithTheSameAddressIsRejectedAndSoIsWhoNamesThem() {
        String mail = source + "@example.org";
        Api.importCsv(
                        "participants",
                        source,
                        "id,given_name,family_name,email\nP1,Rosa,Quispe," + mail + "\nP2,Ana,Soto,"
                                + mail.toUpperCase(Locale.ROOT) + "\n")
                .body("created", equalTo(1))
                .body("errors[0].code", equalTo("EMAIL_TAKEN"))
                .body("errors[0].column", equalTo("email"));
        Api.importCsv("topics", source, "code,label\n" + source + ",A topic\n");
        Api.importCsv("offers", source, "id,participant,topic\nF1,P2," + source + "\n")
                .body("rejected", equalTo(1))
                .body("errors[0].code", equalTo("PARTICIPANT_UNKNOWN"));
    }

    @Test
    void whoTakesAnAddressWhileAFileIsWrittenKeepsItAndTheOtherRowsAreKept() {
        String mail = source + "@example.org";
        QuarkusTransaction.requiringNew()
                .call(() -> {
                    entityManager
                            .createNativeQuery(
                                    "insert into participant (id, version, created_at, updated_at, given_name,"
                                            + " family_name, email, status) values (:id, 0, now(), now(), 'Ana', 'Soto', :mail,"
                                            + " 'ACTIVE')")
                            .setParameter("id", UUID.randomUUID())
                            .setParameter("mail", mail)
                            .executeUpdate();
                    CompletableFuture<ValidatableResponse> answer = CompletableFuture.supplyAsync(() -> Api.importCsv(
                            "participants",
                            source,
                            "id,given_name,family_name,email\nP1,Eva,Paz,\nP2,Rosa,Quispe," + mail
                                    + "\nP3,Luz,Mar,\n"));
                    await().pollInSameThread().atMost(10, SECONDS).until(() -> (Boolean) entityManager
                            .createNativeQuery("select exists (select from pg_locks where not granted)")
                            .getSingleResult());
                    return answer;
                })
                .join()
                .body("created", equalTo(2))
                .body("errors.line", equalTo(List.of(3)))
                .body("errors.code", equalTo(List.of("EMAIL_TAKEN")));
    }

    @Test
    void allThatAFileSaysOfSomebodyIsKeptAndTheLastWordCounts() {
        Api.importCsv("organisations", source, "id,name\nO1,Agua\n").statusCode(200);
        String header = "id,given_name,family_name,email,organisation,role,country,language,orcid,"
                + "research_consent_at,contact_consent_at,left_at\n";
        String mail = source + "@example.org";
        String row = "P1,Rosa,\"Quispe, \"\"la doctora\"\"\"," + mail + ",O1,\\o/,PE,pt-BR,,"
                + "2026-01-15,2026-01-16T08:00:00.123456+05:00,2026-02-01\n";
        String csv = header + row.replace("Rosa", "Rosita").replace("pt-BR", "es") + "P2,Ana,null,,,,,,,,,\n" + row;
        Api.importCsv("participants", source, csv)
                .body("created", equalTo(2))
                .body("updated", equalTo(1))
                .body("rejected", equalTo(0));
        String address = "/v1/participants/" + Uuids.imported(source, "participants", "P1");
        Api.asOrganiser()
                .when()
                .get(address)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("givenName", equalTo("Rosa"))
                .body("familyName", equalTo("Quispe, \"la doctora\""))
                .body("email", equalTo(mail))
                .body("country", equalTo("PE"))
                .body("language", equalTo("pt-BR"))
                .body("status", equalTo("ACTIVE"))
                .body("affiliations.role", equalTo(List.of("\\o/")))
                .body("consents.purpose", equalTo(List.of("RESEARCH", "CONTACT")))
                .body("consents.givenAt", equalTo(List.of("2026-01-15T00:00:00Z", "2026-01-16T03:00:00.123456Z")))
                .body("leftAt", equalTo("2026-02-01T23:59:59.999999Z"));
        Api.asOrganiser()
                .when()
                .get("/v1/participants/" + Uuids.imported(source, "participants", "P2"))
                .then()
                .body("familyName", equalTo("null"))
                .body("email", nullValue());
        Api.importCsv("participants", source, header + row).body("unchanged", equalTo(1));
    }

    @Test
    void aDryRunKeepsNothingAndSaysWhatWouldHappen() {
        String csv = "id,name,country\nO1,Agua,PE\nO2,Luz,XX\n";
        for (int i = 0; i < 2; i++) {
            Api.importCsv("organisations", source + "&dryRun=true", csv)
                    .statusCode(200)
                    .body("created", equalTo(1))
                    .body("rejected", equalTo(1));
        }
    }

    @Test
    void anAtomicImportKeepsAllOrNothing() {
        String csv = "id,name,country\nO1,Agua,PE\nO2,Luz,XX\n";
        Api.importCsv("organisations", source + "&atomic=true", csv)
                .body("created", equalTo(0))
                .body("rejected", equalTo(1));
        Api.importCsv("organisations", source + "&atomic=true", csv.replace("XX", "BO"))
                .body("created", equalTo(2));
    }

    @Test
    void progressComesAsLines() {
        String answer = Api.asOrganiser()
                .contentType("text/csv")
                .accept("application/x-ndjson")
                .body("id,name\nO1,Agua\n")
                .when()
                .post("/v1/organisations/imports?source=" + source)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<String> lines = answer.lines().toList();
        assertThat(lines, hasSize(2));
        assertThat(lines.get(0), containsString("\"progress\""));
        assertThat(lines.get(1), containsString("\"created\":1"));
    }

    @Test
    void anImportNeedsASourceAndStaff() {
        Api.asOrganiser()
                .contentType("text/csv")
                .body("id,name\n")
                .when()
                .post("/v1/organisations/imports")
                .then()
                .statusCode(400);
        Api.as(Tokens.of("analyst"))
                .contentType("text/csv")
                .body("id,name\n")
                .when()
                .post("/v1/organisations/imports?source=x")
                .then()
                .statusCode(403);
    }

    @Test
    void aTopicMayBeBroaderThanALaterRowButNotThanAnEarlierOneOrItself() {
        String a = source + "-a";
        String b = source + "-b";
        Api.importCsv("topics", source, "code,label,broader\n" + a + ",A,\n" + b + ",B," + a + "\nc,C,c\n")
                .body("created", equalTo(2))
                .body("errors.code", hasItem("BROADER_IS_ITSELF"));
    }
}
