package org.rapport.participants;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** What can be said of people and organisations, and what contradicts itself. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PeopleTest {

    private static final String PATH = "/v1/participants";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void peopleWorkForSeveralOrganisationsAtOnceAndForOneAgainLater() {
        UUID one = organisation();
        UUID other = organisation();

        person("""
                , "affiliations": [
                {"organisationId": "%1$s", "role": "intern", "fromDate": "2019-01-01", "toDate": "2020-06-30"},
                {"organisationId": "%1$s", "role": "assistant", "fromDate": "2020-01-01", "toDate": "2021-12-31"},
                {"organisationId": "%2$s", "role": "adviser", "fromDate": "2021-01-01"},
                {"organisationId": "%1$s", "role": "director", "fromDate": "2024-01-01", "toDate": "%3$s"},
                {"organisationId": "%1$s", "role": "president", "fromDate": "%4$s"}]""".formatted(one, other, TODAY.plusYears(1), TODAY.plusYears(1).plusDays(1)))
                .statusCode(201)
                .body("affiliations.role", contains("intern", "assistant", "adviser", "director", "president"));
    }

    @Test
    void twoCurrentRolesInOneOrganisationContradictEachOther() {
        UUID one = organisation();
        for (String dates : List.of(
                "",
                ", \"fromDate\": \"2024-01-01\"",
                ", \"toDate\": \"" + TODAY + "\"",
                ", \"fromDate\": \"" + TODAY.plusYears(3) + "\"")) {
            person("""
                    , "affiliations": [{"organisationId": "%1$s", "role": "researcher", "fromDate": "2020-01-01"},
                    {"organisationId": "%1$s", "role": "director"%2$s}]""".formatted(one, dates))
                    .statusCode(422)
                    .body("errors.code", contains("AFFILIATION_CONTRADICTS"))
                    .body("errors.pointer", contains("/affiliations/1/organisationId"));
        }
    }

    @Test
    void aRowOfAFileSpeaksOfTheAffiliationWithItsOrganisationAndLeavesTheOthersAlone() {
        String csv = "id,given_name,family_name,organisation,role\nP1,Rosa,Quispe,O1,researcher\n";
        Api.importCsv("organisations", mark, "id,name\nO1,Agua\n").statusCode(200);
        Api.importCsv("participants", mark, csv).body("created", equalTo(1));
        String person = PATH + "/" + Uuids.imported(mark, "participants", "P1");
        Api.patch(person, "\"0\"", """
                        {"affiliations": [{"organisationId": "%s", "role": "researcher", "fromDate": "2020-01-01"},
                        {"organisationId": "%s", "role": "adviser"}]}""".formatted(Uuids.imported(mark, "organisations", "O1"), organisation()))
                .statusCode(200);

        Api.importCsv("participants", mark, csv).body("unchanged", equalTo(1));
        Api.importCsv("participants", mark, csv.replace("researcher", "director"))
                .body("updated", equalTo(1));

        Api.asOrganiser()
                .get(person)
                .then()
                .body("affiliations.role", contains("director", "adviser"))
                .body("affiliations[0].fromDate", equalTo("2020-01-01"));
    }

    @Test
    void anAffiliationThatEndsBeforeItBeginsOrIsWithNobodyIsRefused() {
        person("""
                , "affiliations": [
                {"organisationId": "%s", "fromDate": "2021-01-02", "toDate": "2021-01-01"},
                {"organisationId": "%s"}]""".formatted(organisation(), UUID.randomUUID()))
                .statusCode(422)
                .body("errors.code", contains("ENDS_BEFORE_START", "ORGANISATION_UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "orcid, 0000-0003-1415-9269, 0000-0003-1415-9269",
        "orcid, https://orcid.org/0000-0002-1694-233x, 0000-0002-1694-233X",
        "language, pt-br, pt-BR",
        "language, QU, qu",
        "language, zh-hant-tw, zh-Hant-TW",
        "country, PE, PE",
        "givenName, Ana \u00A0 María, Ana María"
    })
    void whatIsTheSameIsKeptTheSame(String field, String said, String kept) {
        UUID id = UUID.fromString(person("").statusCode(201).extract().path("id"));
        Api.patch(PATH + "/" + id, "\"0\"", "{\"" + field + "\": \"" + said + "\"}")
                .statusCode(200)
                .body(field, equalTo(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "orcid, 0000-0002-1825-0098, ORCID_INVALID",
        "orcid, 0000000218250097, ORCID_INVALID",
        "language, xx, LANGUAGE_INVALID",
        "language, spanish, LANGUAGE_INVALID",
        "language, es-XX, LANGUAGE_INVALID",
        "language, es_PE, LANGUAGE_INVALID",
        "country, UK, COUNTRY_INVALID",
        "country, pe, COUNTRY_INVALID",
        "country, 604, COUNTRY_INVALID",
        "email, rosa@, EMAIL_INVALID",
        "email, r\u043Esa@example.org, EMAIL_INVALID",
        "givenName, R\u043Esa, GIVEN_NAME_INVALID",
        "familyName, \u0421arlos, FAMILY_NAME_INVALID",
        "familyName, \u039Fkafor, FAMILY_NAME_INVALID",
        "givenName, \u200B\u202E, GIVEN_NAME_REQUIRED",
        "givenName, \u3164, GIVEN_NAME_REQUIRED"
    })
    void whatIsNotInTheListsOrOnlyLooksLikeANameIsRefused(String field, String value, String code) {
        UUID id = UUID.fromString(person("").statusCode(201).extract().path("id"));
        Api.patch(PATH + "/" + id, "\"0\"", "{\"" + field + "\": \"" + value + "\"}")
                .statusCode(422)
                .body("errors.code", contains(code))
                .body("errors.pointer", contains("/" + field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0420\u043E\u0441\u0430",
                "\u0391\u03B8\u03B7\u03BD\u03AC",
                "\u0645\u062D\u0645\u062F",
                "\u05E9\u05E8\u05D4",
                "\u738B\u4F1F",
                "\u3055\u304F\u3089\u30A2\u30CB\u30BF",
                "Rosa \u0420\u043E\u0441\u0430",
                "O'Brien-N\u00FA\u00F1ez",
                "-"
            })
    void namesOfEveryScriptAreTakenAndFound(String name) {
        String id = Api.post(PATH, "{\"givenName\": \"" + name + "\", \"familyName\": \"" + mark + "\"}")
                .statusCode(201)
                .body("givenName", equalTo(name))
                .extract()
                .path("id");
        Api.asOrganiser()
                .queryParam("q", name + " " + mark)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @ParameterizedTest
    @CsvSource({
        "rosa.%s@example.org, ROSA.%s@EXAMPLE.ORG",
        "rosa.%s@example.org, rosa.%s\u200B@example.org",
        "rosa.%s@example.org, ro\u200Dsa.\u200D%s@example.org",
        "rosa.%s@example.org, \u202Erosa.%s@example.org",
        "rosa.%s@example.org, \uFF52osa.%s@example.org",
        "jos\u00E9.%s@example.org, jose\u0301.%s@example.org",
        "\u0645\u062F.%s@example.org, \u0645\u200C\u062F.%s@example.org"
    })
    void anAddressIsTakenHoweverItIsSpelt(String address, String spelling) {
        person(", \"email\": \"" + address.formatted(mark) + "\"").statusCode(201);
        person(", \"email\": \"" + spelling.formatted(mark) + "\"")
                .statusCode(422)
                .body("errors.code", contains("EMAIL_TAKEN"));
        Api.asOrganiser()
                .queryParam("email", spelling.formatted(mark))
                .get(PATH)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void thatAnAddressIsTakenIsNotToldToAnotherOrganisation() {
        UUID theirs = organisation();
        String taken = "rosa." + mark + "@example.org";
        person(", \"email\": \"" + taken + "\", \"affiliations\": [{\"organisationId\": \"" + theirs + "\"}]")
                .statusCode(201);
        String stranger = Tokens.partner(organisation());
        for (String email : List.of(taken, "free." + mark + "@example.org")) {
            Api.as(stranger)
                    .queryParam("email", email)
                    .queryParam("count", true)
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .body("items", is(empty()))
                    .body("count", is(0));
            Api.as(stranger)
                    .contentType("application/json")
                    .body("{\"givenName\": \"Ana\", \"familyName\": \"Soto\", \"email\": \"" + email + "\"}")
                    .post(PATH)
                    .then()
                    .statusCode(403)
                    .body("detail", not(equalTo("Another participant has this e-mail address")));
        }
        Api.as(Tokens.partner(theirs))
                .queryParam("email", taken)
                .get(PATH)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void anIdentifierIsOnePersons() {
        String orcid = "0000-0001-5109-3700";
        person(", \"orcid\": \"" + orcid + "\"").statusCode(201);
        person(", \"orcid\": \"https://orcid.org/" + orcid + "\"")
                .statusCode(422)
                .body("errors.code", contains("ORCID_TAKEN"));
        Api.importCsv("participants", "s" + mark, "id,given_name,family_name,orcid\nP1,Ana,Soto," + orcid + "\n")
                .body("errors.code", contains("ORCID_TAKEN"))
                .body("errors.column", contains("orcid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ror.org/05gq02987", "ror.org/05GQ02987", "05gq02987", "https://ror.org/05cy4wa09"})
    void identifiersOfOrganisationsAreKeptAsAddresses(String ror) {
        String digits = ror.substring(ror.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Api.post("/v1/organisations", "{\"name\": \"Brown\", \"rorId\": \"" + ror + "\"}")
                .statusCode(201)
                .body("rorId", equalTo("https://ror.org/" + digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"05gq02988", "05gq0298", "15gq02987", "05gu02987", "https://example.org/05gq02987"})
    void identifiersOfOrganisationsWithAWrongDigitAreRefused(String ror) {
        Api.post("/v1/organisations", "{\"name\": \"Brown\", \"rorId\": \"" + ror + "\"}")
                .statusCode(422)
                .body("errors.code", contains("ROR_ID_INVALID"));
    }

    @Test
    void peopleAreListedByOrganisationCountryAndTheTopicsOfTheirNeedsAndOffers() {
        UUID organisation = organisation();
        String id = person(", \"country\": \"BO\", \"affiliations\": [{\"organisationId\": \"" + organisation + "\"}]")
                .statusCode(201)
                .extract()
                .path("id");
        for (String code : List.of("need-" + mark, "offer-" + mark)) {
            Api.create("/v1/topics", "{\"code\": \"" + code + "\", \"label\": \"A topic\"}");
        }
        Api.create(
                "/v1/needs",
                "{\"participantId\": \"" + id + "\", \"topic\": \"need-" + mark
                        + "\", \"declaredAt\": \"2026-01-01T00:00:00Z\"}");
        Api.create("/v1/offers", "{\"participantId\": \"" + id + "\", \"topic\": \"offer-" + mark + "\"}");

        for (String filter : List.of(
                "organisationId=" + organisation + "&country=BO",
                "needTopic=need-" + mark,
                "offerTopic=offer-" + mark)) {
            Api.asOrganiser().get(PATH + "?" + filter).then().statusCode(200).body("items.id", contains(id));
        }
        for (String filter : List.of(
                "organisationId=" + organisation + "&country=PE",
                "needTopic=offer-" + mark,
                "offerTopic=need-" + mark)) {
            Api.asOrganiser().get(PATH + "?" + filter).then().statusCode(200).body("items", is(empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"email=%00", "country=%00", "q=a%00", "q=%1B", "needTopic=%C2%85", "needtopic=x", "q=a&q=b"})
    void parametersThatHoldNoTextAreRefused(String query) {
        Api.asOrganiser()
                .urlEncodingEnabled(false)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400);
    }

    private static UUID organisation() {
        return Api.create("/v1/organisations", "{\"name\": \"Agencia del Agua\"}");
    }

    private static ValidatableResponse person(String more) {
        return Api.post(PATH, "{\"givenName\": \"Rosa\", \"familyName\": \"Quispe\"" + more + "}");
    }
}
