package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.RoundTrip;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Lists as files. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExportTest {

    @Test
    void whatIsExportedCanBeImportedAgainAndChangesNothing() {
        UUID organisation = People.organisation();
        UUID participant = Api.create("/v1/participants", """
                {"givenName": "Łucja", "familyName": "=HYPERLINK(1), \\"the\\n'second'\\"", "country": "PE", "language": "es",
                "orcid": "0000-0002-1825-0097", "affiliations": [
                {"organisationId": "%s", "role": "fellow", "fromDate": "2019-01-01", "toDate": "2020-12-31"},
                {"organisationId": "%s", "role": "'+1", "fromDate": "2021-01-01"}],
                "consents": [{"purpose": "RESEARCH", "textVersion": "2025-1", "givenAt": "2026-01-15T10:00:00.123456Z"},
                {"purpose": "CONTACT", "givenAt": "2026-01-15T10:00:00Z", "withdrawnAt": "2026-02-01T10:00:00Z"}]}""".formatted(People.organisation(), organisation));
        UUID need = People.needOf(participant);
        Api.create("/v1/offers", """
                {"participantId": "%s", "topic": "%s", "availableTo": "2027-01-01T23:59:59.999999Z"}""".formatted(participant, People.topic()));
        for (String collection : List.of("organisations", "topics", "participants", "needs", "offers")) {
            RoundTrip.changesNothing(collection);
        }
        Api.asOrganiser().when().get("/v1/needs/" + need).then().body("version", equalTo(0));
    }

    @Test
    void aRowThatNamesAnotherOrganisationLeavesTheOneBeforeOnRecord() {
        UUID before = People.organisation();
        UUID next = People.organisation();
        UUID participant = Api.create("/v1/participants", """
                {"givenName": "Rosa", "familyName": "Quispe", "affiliations": [
                {"organisationId": "%s", "toDate": "2020-12-31"}, {"organisationId": "%s", "fromDate": "2021-01-01"}]}""".formatted(before, before));
        Api.importCsv(
                        "participants",
                        "elsewhere",
                        "id,given_name,family_name,organisation\n" + participant + ",Rosa,Quispe," + next + "\n")
                .body("updated", equalTo(1));
        Api.asOrganiser()
                .when()
                .get("/v1/participants/" + participant)
                .then()
                .body("affiliations.organisationId", equalTo(List.of(before.toString(), next.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)"})
    void noCellBeginsAFormula(String name) {
        Api.create("/v1/organisations", "{\"name\": \"" + name + "\"}");
        String csv = Api.asOrganiser()
                .queryParam("q", name)
                .accept("text/csv")
                .when()
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv, containsString(",'" + name + ","));
    }

    @Test
    void aFileHoldsWhatTheFiltersAndTheCallersRightsLeave() {
        UUID organisation = People.organisation();
        UUID member = People.memberOf(organisation);
        UUID stranger = People.participant();
        String csv = Api.as(Tokens.partner(organisation))
                .when()
                .get("/v1/participants?format=csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines().count(), equalTo(2L));
        assertThat(csv, containsString(member.toString()));
        String found = Api.asOrganiser()
                .when()
                .get("/v1/participants?format=csv&sort=-createdAt&organisationId=" + organisation)
                .then()
                .extract()
                .asString();
        assertThat(found, containsString(member.toString()));
        assertThat(found, not(containsString(stranger.toString())));
    }

    @Test
    void aListLongerThanAPageIsWhole() {
        String source = "s" + UUID.randomUUID();
        StringBuilder csv = new StringBuilder("id,name,country\n");
        for (int i = 0; i < 2_500; i++) {
            csv.append("O").append(i).append(",").append(source).append(",PE\n");
        }
        Api.importCsv("organisations", source, csv.toString()).body("created", equalTo(2_500));
        for (String sort : List.of("id", "-updatedAt")) {
            String list = Api.asOrganiser()
                    .queryParam("q", source)
                    .queryParam("sort", sort)
                    .queryParam("format", "csv")
                    .when()
                    .get("/v1/organisations")
                    .then()
                    .extract()
                    .asString();
            assertThat(list.lines().skip(1).distinct().count(), equalTo(2_500L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=pdf", "format=csv&limit=10", "format=xlsx&count=true", "format=csv&sort=shoe"})
    void aFileOfAnotherKindOrOfAPartIsRefused(String query) {
        Api.asOrganiser()
                .when()
                .get("/v1/organisations?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
