package org.rapport.participants.attendeelist;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AttendeeListTest {

    private static final String HEADER = "Attendee #,First Name,Last Name,Email,Attendee Status,Order Date\n";

    private final UUID event = UUID.randomUUID();

    /** Where everybody of this test has their address. */
    private final String domain = UUID.randomUUID() + ".example.org";

    private ValidatableResponse send(String format, String list) {
        return send(Tokens.of("organiser"), "?format=" + format + "&eventId=" + event, list);
    }

    private static ValidatableResponse send(String token, String query, String list) {
        return Api.as(token)
                .contentType("text/csv; charset=UTF-8")
                .body(list.getBytes(StandardCharsets.UTF_8))
                .when()
                .post("/v1/participants/attendee-lists" + query)
                .then();
    }

    private String sample(String name) throws IOException {
        try (InputStream in = AttendeeListTest.class.getResourceAsStream("/attendee-lists/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("example.org", domain);
        }
    }

    /** The one participant with this address. */
    private String idOf(String mailbox) {
        return found(mailbox).body("items", hasSize(1)).extract().path("items[0].id");
    }

    private ValidatableResponse found(String mailbox) {
        return Api.asOrganiser()
                .when()
                .get("/v1/participants?email=" + mailbox + "@" + domain)
                .then();
    }

    private ValidatableResponse participant(Object id) {
        return Api.asOrganiser().when().get("/v1/participants/" + id).then();
    }

    private UUID ticketHolder(String source, String ticket) {
        return Uuids.imported(source, "participants", event + "/" + ticket);
    }

    @Test
    void ordersOfPretixBecomeParticipantsAndOneRegistrationForEach() throws Exception {
        try (Events events = Events.with(event)) {
            send("PRETIX", sample("pretix-orders.csv"))
                    .statusCode(200)
                    .body("participants.total", equalTo(5))
                    .body("participants.created", equalTo(4))
                    .body("participants.unchanged", equalTo(1))
                    .body("registrations.created", equalTo(4))
                    .body("attendances.total", equalTo(0))
                    .body("errors", empty());

            String luis = ticketHolder("pretix", "B3MPT-2").toString();
            participant(idOf("rosa")).body("givenName", equalTo("Rosa")).body("familyName", equalTo("Quispe Mamani"));
            participant(idOf("buyer")).body("givenName", equalTo("Ana"));
            participant(luis).body("givenName", equalTo("Luis")).body("email", nullValue());
            List<String> registrations = List.of(
                    idOf("rosa") + ",CONFIRMED,2026-01-10T13:00:00Z",
                    idOf("buyer") + ",CONFIRMED,2026-01-16T14:30:00Z",
                    luis + ",CONFIRMED,2026-01-16T14:30:00Z",
                    idOf("inti") + ",APPLIED,2026-01-18T04:59:59Z");
            assertThat(events.rowsOf("registrations"), equalTo(registrations));
            assertThat(events.rowsOf("attendances"), empty());

            send("PRETIX", sample("pretix-orders.csv"))
                    .body("participants.created", equalTo(0))
                    .body("participants.unchanged", equalTo(5));
            assertThat(events.rowsOf("registrations"), equalTo(registrations));
        }
    }

    @Test
    void aCheckInListOfPretixWithSemicolonsAndInGermanTellsWhoCame() throws Exception {
        try (Events events = Events.with(event)) {
            send("PRETIX", sample("pretix-checkin.csv"))
                    .statusCode(200)
                    .body("participants.created", equalTo(2))
                    .body("attendances.created", equalTo(1));

            participant(idOf("inti")).body("givenName", equalTo("Inti")).body("familyName", equalTo("Huamán"));
            assertThat(
                    events.rowsOf("registrations"),
                    contains(
                            idOf("rosa") + ",CONFIRMED,2026-01-15T05:00:00Z",
                            idOf("inti") + ",APPLIED,2026-01-17T05:00:00Z"));
            assertThat(events.rowsOf("attendances"), contains(idOf("rosa") + ",PRESENT,IMPORT,2026-03-01T14:05:00Z"));
        }
    }

    /** As pretix has it in German today, and with a question that goes by the name of a column. */
    @Test
    void ordersOfPretixInGermanAreTakenByTheirPositions() throws Exception {
        String list = """
                Kurzname der Veranstaltung,Bestellnummer,Position,Status,E-Mail,Bestelldatum,Bestelluhrzeit,Name Teilnehmer*in,\
                Name Teilnehmer*in: Vorname,Name Teilnehmer*in: Nachname,E-Mail Teilnehmer*in,Position
                lima,E5RTG,1,bezahlt,ana@%1$s,2026-01-16,09:30:00,Ana Flores Rojas,Ana,Flores Rojas,,Leitung
                lima,E5RTG,2,ausstehend,ana@%1$s,2026-01-16,09:30:00,Luis Flores,Luis,Flores,luis@%1$s,
                lima,E5RTG,Leitung,storniert,ana@%1$s,2026-01-16,09:30:00,Mono Flores,Mono,Flores,,
                """.formatted(domain);
        try (Events events = Events.with(event)) {
            send("PRETIX", list)
                    .statusCode(200)
                    .body("participants.created", equalTo(2))
                    .body("errors.code", contains("EMAIL_REQUIRED"));
            participant(idOf("ana")).body("familyName", equalTo("Flores Rojas"));
            assertThat(
                    events.rowsOf("registrations"),
                    contains(
                            idOf("ana") + ",CONFIRMED,2026-01-16T14:30:00Z",
                            idOf("luis") + ",APPLIED,2026-01-16T14:30:00Z"));
        }
    }

    @Test
    void aListOfIndicoIsTakenAlsoWhereSomebodyHasNoAddress() throws Exception {
        try (Events events = Events.with(event)) {
            send("INDICO", sample("indico.csv")).statusCode(200).body("participants.created", equalTo(3));

            UUID inti = ticketHolder("indico", "3");
            participant(idOf("ana")).body("givenName", equalTo("Ana María")).body("familyName", equalTo("Flores"));
            participant(inti).body("familyName", equalTo("Huamán"));
            assertThat(
                    events.rowsOf("registrations"),
                    contains(
                            idOf("rosa") + ",CONFIRMED,2026-01-15T15:05:00.250Z",
                            idOf("ana") + ",APPLIED,2026-01-16T09:30:00Z",
                            inti + ",WITHDRAWN,2026-01-17T09:30:00Z"));
            assertThat(events.rowsOf("attendances"), contains(idOf("rosa") + ",PRESENT,IMPORT,2026-03-01T14:05:00Z"));
            send("INDICO", sample("indico.csv")).body("participants.unchanged", equalTo(3));
        }
    }

    @Test
    void aListOfEventbriteIsTakenInTheNameOfTheCaller() throws Exception {
        String token = Tokens.of("admin");
        try (Events events = Events.with(event)) {
            send(token, "?format=EVENTBRITE&eventId=" + event, sample("eventbrite.csv"))
                    .statusCode(200)
                    .body("participants.created", equalTo(3));

            assertThat(
                    events.rowsOf("registrations"),
                    contains(
                            idOf("rosa") + ",CONFIRMED,2026-01-15T15:05:33Z",
                            idOf("ana") + ",CONFIRMED,2026-01-16T14:30:00Z",
                            idOf("inti") + ",CANCELLED,2026-01-17T14:30:00Z"));
            assertThat(events.rowsOf("attendances"), contains(idOf("rosa") + ",PRESENT,IMPORT,"));
            assertThat(events.tokens(), everyItem(equalTo("Bearer " + token)));
        }
    }

    @Test
    void whoeverIsKnownStaysAsTheyAre() throws Exception {
        UUID rosa = Api.create("/v1/participants", """
                {"givenName": "Rosa María", "familyName": "Quispe", "email": "rosa@%s", "country": "PE"}""".formatted(domain));
        try (Events events = Events.with(event)) {
            send("EVENTBRITE", HEADER + "1,R.,Q.,ROSA@" + domain + ",Attending,\n")
                    .body("participants.unchanged", equalTo(1));

            participant(rosa).header("ETag", equalTo("\"0\"")).body("givenName", equalTo("Rosa María"));
            assertThat(events.rowsOf("registrations"), contains(rosa + ",CONFIRMED,"));
        }
    }

    @Test
    void aTicketThatWasHandedOnIsOfSomebodyElseAndOneOfWhoWasErasedOfNobody() throws Exception {
        try (Events events = Events.with(event)) {
            send("EVENTBRITE", HEADER + "1,Rosa,Quispe,rosa@" + domain + ",Attending,\n2,Ana,Flores,,Attending,\n");
            send("EVENTBRITE", HEADER + "1,Inti,Huamán,inti@" + domain + ",Attending,\n")
                    .body("participants.created", equalTo(1));
            assertThat(idOf("inti"), not(equalTo(idOf("rosa"))));

            Api.as(Tokens.of("admin"))
                    .when()
                    .delete("/v1/participants/" + ticketHolder("eventbrite", "2"))
                    .then()
                    .statusCode(204);
            send("EVENTBRITE", HEADER + "2,Ana,Flores,,Attending,\n")
                    .statusCode(200)
                    .body("participants.rejected", equalTo(1))
                    .body("errors.code", contains("PARTICIPANT_ERASED"));
            assertThat(events.rowsOf("registrations"), hasSize(1));
        }
    }

    @Test
    void rowsThatCannotBeTakenAreNamedByTheColumnsOfTheList() throws Exception {
        try (Events events = Events.with(event)) {
            String list = HEADER
                    + "1,Rosa,Quispe,rosa@" + domain + ",Attending,2026-01-15\n"
                    + "2,Ana,Flores,ana@" + domain + ",On hold,2026-01-15\n"
                    + "3,Inti,,inti@" + domain + ",Attending,15 January\n"
                    + "4,=cmd(),Flores,not an address,Attending,\n"
                    + ",Luis,Flores,,Attending,\n"
                    + "6,Luis\n"
                    + "7,Mono,,mono@" + domain + ",Attending,\n";
            send("EVENTBRITE", list)
                    .statusCode(200)
                    .body("participants.created", equalTo(1))
                    .body("participants.rejected", equalTo(6))
                    .body("errors.line", contains(3, 4, 5, 6, 7, 8))
                    .body(
                            "errors.column",
                            contains("Attendee Status", "Order Date", "Email", "Email", null, "First Name"))
                    .body(
                            "errors.code",
                            contains(
                                    "STATUS_UNKNOWN",
                                    "REGISTERED_AT_INVALID",
                                    "EMAIL_INVALID",
                                    "EMAIL_REQUIRED",
                                    "CELL_COUNT",
                                    "GIVEN_NAME_REQUIRED"));
            assertThat(events.rowsOf("registrations"), contains(idOf("rosa") + ",CONFIRMED,2026-01-15T05:00:00Z"));
        }
    }

    @Test
    void whatEventsServiceRefusesIsNamedByTheLineOfTheList() throws Exception {
        try (Events events = Events.with(event)) {
            events.refuse("{\"line\": 2, \"column\": \"status\", \"code\": \"EVENT_FULL\", \"detail\": \"Full\"}");
            send("EVENTBRITE", HEADER + "1,,,,Attending,\n2,Ana,Flores,ana@" + domain + ",Attending,\n")
                    .body("registrations.rejected", equalTo(1))
                    .body("errors.line", contains(2, 2, 3))
                    .body("errors.column", contains("Last Name", "First Name", "Attendee Status"))
                    .body("errors[2].code", equalTo("EVENT_FULL"));
        }
    }

    @Test
    void aTrialKeepsNothing() throws Exception {
        Api.create("/v1/participants", """
                {"givenName": "Ana", "familyName": "Flores", "email": "ana@%s"}""".formatted(domain));
        try (Events events = Events.with(event)) {
            send(
                            Tokens.of("organiser"),
                            "?format=EVENTBRITE&eventId=" + event + "&dryRun=true",
                            sample("eventbrite.csv"))
                    .statusCode(200)
                    .body("participants.created", equalTo(2))
                    .body("participants.unchanged", equalTo(1))
                    .body("registrations.total", equalTo(3))
                    .body("attendances.created", equalTo(1));

            found("rosa").body("items", empty());
            assertThat(events.queries(), contains("/v1/registrations/imports?source=eventbrite&dryRun=true"));
        }
    }

    @Test
    void aListOfWhichHalfWasHandedOnIsCompletedWhenItIsSentAgain() throws Exception {
        String list = HEADER + "1,Rosa,Quispe,rosa@" + domain + ",Checked In,\n";
        try (Events events = Events.with(event)) {
            events.breakImportsOf("attendances");
            send("EVENTBRITE", list).statusCode(503).header("Retry-After", equalTo("10"));
            events.repair();
            send("EVENTBRITE", list).statusCode(200).body("participants.unchanged", equalTo(1));
            assertThat(events.rowsOf("registrations"), hasSize(1));
            assertThat(events.rowsOf("attendances"), hasSize(1));
        }
    }

    @Test
    void nothingIsDoneWhileTheEventCannotBeLookedUpOrIsNone() throws Exception {
        String list = HEADER + "1,Rosa,Quispe,rosa@" + domain + ",Attending,\n";
        send("EVENTBRITE", list)
                .statusCode(503)
                .header("Retry-After", equalTo("10"))
                .body("detail", containsString("events-service"));
        try (Events events = Events.with(UUID.randomUUID())) {
            send("EVENTBRITE", list).statusCode(422).body("errors.code", contains("EVENT_UNKNOWN"));
            assertThat(events.queries(), empty());
        }
        found("rosa").body("items", empty());
    }

    @Test
    void aFileOfAnotherProductIsRefusedWithTheColumnsThatItLacks() throws Exception {
        try (Events events = Events.with(event)) {
            send("INDICO", sample("eventbrite.csv"))
                    .statusCode(422)
                    .body("errors.pointer", contains("/ID", "/Name", "/Registration state"))
                    .body("errors.code", everyItem(equalTo("COLUMN_MISSING")));
            send("INDICO", "").statusCode(422).body("errors.code", contains("HEADER_MISSING"));
            assertThat(events.queries(), empty());
        }
    }

    @Test
    void aListThatIsTooLongIsRefused() throws Exception {
        try (Events events = Events.with(event)) {
            send("EVENTBRITE", HEADER + "1,,,,none,\n".repeat(100_001)).statusCode(413);
            assertThat(events.queries(), empty());
        }
    }

    @Test
    void aListIsForStaffAndOfAProductAndAnEvent() {
        String query = "?format=INDICO&eventId=" + event;
        send(Tokens.of("analyst"), query, "").statusCode(403);
        send(Tokens.partner(UUID.randomUUID()), query, "").statusCode(403);
        send(Tokens.of("organiser"), "?format=INDICO", "").statusCode(400).body("parameter", equalTo("eventId"));
        send(Tokens.of("organiser"), "?format=WORD&eventId=" + event, "").statusCode(400);
        send(Tokens.of("organiser"), "?eventId=" + event, "").statusCode(400).body("parameter", equalTo("format"));
    }
}
