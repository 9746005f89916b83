package org.rapport.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Calendars, opened by another library than the one that wrote them. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CalendarTest {

    private static ValidatableResponse get(String token, String path) {
        return Api.as(token).when().get(path).then();
    }

    /** The calendar, which must not give the reader cause for complaint. */
    private static ICalendar read(String path) throws Exception {
        String text = get(Tokens.of("organiser"), path)
                .statusCode(200)
                .contentType("text/calendar;charset=UTF-8")
                .extract()
                .asString();
        try (ICalReader reader = new ICalReader(text)) {
            ICalendar calendar = reader.readNext();
            assertThat(text, reader.getWarnings(), is(empty()));
            assertThat(text, calendar.validate(calendar.getVersion()).toString(), is(""));
            return calendar;
        }
    }

    private static UUID event(String status, UUID programme) {
        return Api.create("/v1/events", """
                {"title": "Lab, part 1; \\\\ or\\nmore", "purpose": "Work on needs", "city": "Paris", "country": "FR",
                "programmeId": %s, "timeZone": "Europe/Paris", "status": "%s", %s}""".formatted(
                        programme == null ? null : "\"" + programme + "\"", status, Meetings.TIMES));
    }

    @Test
    void anEventAndItsSessionsHaveTheirTimesInTheirZone() throws Exception {
        UUID event = event("SCHEDULED", null);
        UUID session = Meetings.sessionOf(event);

        ICalendar calendar = read("/v1/events/" + event + "/calendar.ics");

        assertThat(
                calendar.getTimezoneInfo()
                        .getTimezones()
                        .iterator()
                        .next()
                        .getTimeZone()
                        .getID(),
                equalTo("Europe/Paris"));
        assertThat(calendar.getEvents(), hasSize(2));
        VEvent whole = calendar.getEvents().get(0);
        assertThat(whole.getUid().getValue(), equalTo("event-" + event + "@rapport.dev"));
        assertThat(whole.getSummary().getValue(), equalTo("Lab, part 1; \\ or\nmore"));
        assertThat(whole.getLocation().getValue(), equalTo("Paris, FR"));
        assertThat(whole.getDateStart().getValue().toInstant(), equalTo(Instant.parse("2026-03-01T14:00:00Z")));
        assertThat(whole.getDateStart().getValue().getRawComponents().getHour(), equalTo(15));
        assertThat(whole.getStatus().isConfirmed(), is(true));
        VEvent part = calendar.getEvents().get(1);
        assertThat(part.getUid().getValue(), equalTo("session-" + session + "@rapport.dev"));
        assertThat(part.getDateEnd().getValue().toInstant(), equalTo(Instant.parse("2026-03-01T15:00:00Z")));
    }

    @Test
    void aChangeRaisesTheSequenceAndACancellationIsOneOfEventAndSessions() throws Exception {
        UUID event = event("SCHEDULED", null);
        Meetings.sessionOf(event);
        String path = "/v1/events/" + event + "/calendar.ics";
        List<VEvent> before = read(path).getEvents();
        String tag = get(Tokens.of("organiser"), path).extract().header("ETag");
        Api.asOrganiser().header("If-None-Match", tag).when().get(path).then().statusCode(304);

        Api.patch("/v1/events/" + event, "\"0\"", "{\"status\": \"CANCELLED\"}").statusCode(200);

        List<VEvent> after = read(path).getEvents();
        for (int i = 0; i < 2; i++) {
            assertThat(
                    after.get(i).getUid().getValue(),
                    equalTo(before.get(i).getUid().getValue()));
            assertThat(
                    after.get(i).getSequence().getValue(),
                    greaterThan(before.get(i).getSequence().getValue()));
            assertThat(after.get(i).getStatus().isCancelled(), is(true));
        }
        Api.asOrganiser().header("If-None-Match", tag).when().get(path).then().statusCode(200);
    }

    @Test
    void aProgrammeShowsItsEventsAndWhatIsPostponedIsNotCertain() throws Exception {
        UUID programme = Meetings.programme();
        UUID scheduled = event("SCHEDULED", programme);
        UUID postponed = event("POSTPONED", programme);

        List<VEvent> events =
                read("/v1/programmes/" + programme + "/calendar.ics").getEvents();

        assertThat(
                events.stream().map(e -> e.getUid().getValue()).toList(),
                containsInAnyOrder("event-" + scheduled + "@rapport.dev", "event-" + postponed + "@rapport.dev"));
        assertThat(
                events.stream()
                        .filter(e -> e.getUid().getValue().contains(postponed.toString()))
                        .map(e -> e.getStatus().getValue())
                        .toList(),
                contains("TENTATIVE"));
    }

    @Test
    void somebodysOwnCalendarHoldsWhatTheyHaveAPlaceAtForThemselvesAndTheirOrganisation() throws Exception {
        UUID organisation = UUID.randomUUID();
        UUID participant = Elsewhere.memberOf(organisation);
        UUID event = Meetings.event();
        UUID session = Meetings.sessionOf(event);
        UUID assigned = Api.create("/v1/sessions", """
                {"eventId": "%s", "title": "By lot", "startsAt": "2026-03-01T15:00:00Z",
                "endsAt": "2026-03-01T16:00:00Z", "allocation": "RANDOMISED"}""".formatted(event));
        Doors.registration(event, participant);
        Api.create("/v1/registrations", """
                {"eventId": "%s", "participantId": "%s", "status": "APPLIED"}""".formatted(Meetings.event(), participant));
        String path = "/v1/participants/" + participant + "/calendar.ics";

        List<String> uids =
                read(path).getEvents().stream().map(e -> e.getUid().getValue()).toList();

        assertThat(uids, contains("event-" + event + "@rapport.dev", "session-" + session + "@rapport.dev"));
        get(Tokens.participant(participant), path).statusCode(200);
        get(Tokens.partner(organisation), path).statusCode(200);
        get(Tokens.participant(UUID.randomUUID()), path).statusCode(404);
        get(Tokens.partner(UUID.randomUUID()), path).statusCode(404);
        get(Tokens.of("organiser"), "/v1/participants/" + UUID.randomUUID() + "/calendar.ics")
                .statusCode(404);
        get(Tokens.partner(UUID.randomUUID()), "/v1/events/" + event + "/calendar.ics")
                .statusCode(404);
        Api.importCsv("allocations", "x", "session,participant\n" + assigned + "," + participant + "\n")
                .body("created", equalTo(1));
        assertThat(read(path).getEvents(), hasSize(3));
    }

    @Test
    void aCalendarWithoutEventsIsOneTooForThoseWhoMayKnowOfIt() {
        String none = get(Tokens.of("organiser"), "/v1/programmes/" + Meetings.programme() + "/calendar.ics")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(Biweekly.parse(none).first().getEvents(), is(empty()));
    }
}
