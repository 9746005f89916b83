package org.rapport.exchanges.followup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.WrittenLog;

/** The form for people, as a browser without scripts uses it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FormTest {

    private static final Logger LOG = Logger.getLogger(FormTest.class);

    private final ParticipantsStandIn participants = ParticipantsStandIn.get();
    private final Held event = Held.daysAgo(31);
    private final UUID rosa = Held.person();
    private final UUID iris = Held.person();

    @AfterAll
    static void stopStandIn() {
        ParticipantsStandIn.stop();
    }

    @BeforeEach
    void bothWereThere() {
        participants.name(rosa, "Rosa <Quispe>");
        participants.name(iris, "Iris <Nkosi>");
        event.meet(rosa, iris);
        event.attends(rosa, "PRESENT");
        event.attends(iris, "PRESENT");
    }

    @AfterEach
    void namesCanBeHadAgain() {
        ParticipantsStandIn.get();
    }

    private static String get(String path, String accepted) {
        return given().urlEncodingEnabled(false)
                .header("Accept-Language", accepted)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html; charset=UTF-8")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();
    }

    private static Response post(Link link, String step, String action, String... fields) {
        RequestSpecification form = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("step", step)
                .formParam("action", action);
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.when().post(link.page() + "?lang=en");
    }

    private static String location(Response response) {
        assertThat(response.asString(), response.statusCode(), equalTo(303));
        String location = response.header("Location");
        return location.substring(location.indexOf("/follow-up/"));
    }

    private static void awaitNames(Link link) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(link.page(), "en"), containsString("You met them there")));
    }

    @Test
    void speaksTheLanguageOfTheParticipantOrOfTheBrowserOrTheOneThatIsChosen() {
        Link link = Link.of(rosa);
        assertThat(get(link.page(), "de, fr;q=0.5"), allOf(containsString("lang=\"fr\""), containsString("Avec qui")));
        participants.language(rosa, "es-PE");
        assertThat(get(link.page(), "fr"), containsString("¿Con quién ha estado"));
        assertThat(get(link.page() + "?lang=pt", "fr"), containsString("Com quem esteve"));
        assertThat(get(link.page() + "?lang=en", "fr"), containsString("Whom have you been in touch with since?"));
    }

    @Test
    void isFilledInStepByStepAndEveryStepIsKept() {
        Link link = Link.of(rosa);
        awaitNames(link);
        String people = get(link.page(), "en");
        assertThat(people, allOf(containsString("Iris &lt;Nkosi&gt;"), not(containsString("Rosa"))));
        assertThat(people, containsString("<label for=\"who-" + iris + "\">"));
        String details = location(post(link, "people", "next", "shown", iris.toString(), "who", iris.toString()));
        assertThat(get(details, "en"), containsString("<legend>Iris &lt;Nkosi&gt;</legend>"));

        Response wrong = post(
                link,
                "details",
                "send",
                "who",
                iris.toString(),
                "type-" + iris,
                "ADVICE",
                "since-" + iris,
                "2100-01-01");

        assertThat(wrong.statusCode(), equalTo(422));
        assertThat(
                wrong.asString(),
                allOf(
                        containsString("<title>Error:"),
                        containsString("<a href=\"#since-" + iris + "\">"),
                        containsString("Give a date from 1970 until today"),
                        containsString("href=\"?step=details&amp;lang=fr\""),
                        containsString("value=\"2100-01-01\""),
                        containsString("<option value=\"ADVICE\" selected>")));
        String later = location(
                post(link, "details", "save", "who", iris.toString(), "type-" + iris, "ADVICE", "since-" + iris, ""));
        assertThat(get(later, "en"), allOf(containsString("Saved."), containsString("value=\"ADVICE\" selected")));
        assertThat(
                post(link, "details", "send", "who", iris.toString(), "type-" + iris, "ADVICE", "since-" + iris, "")
                        .asString(),
                containsString("Say since when"));
        String since = event.endsAt.plus(5, ChronoUnit.DAYS).toString().substring(0, 10);
        String done = location(post(
                link,
                "details",
                "send",
                "who",
                iris.toString(),
                "type-" + iris,
                "ADVICE",
                "since-" + iris,
                since.replace('-', '/')));
        assertThat(get(done, "en"), allOf(containsString("Thank you!"), containsString("<li>Iris &lt;Nkosi&gt;</li>")));
        Api.asOrganiser()
                .queryParam("participantId", rosa)
                .when()
                .get("/v1/exchanges")
                .then()
                .body("items[0].startedAt", equalTo(since + "T00:00:00Z"));
        assertThat(get(link.page() + "?step=people", "en"), containsString("value=\"" + iris + "\" checked"));
    }

    @Test
    void nobodyIsAnAnswerTooAndNoAnswerIsNone() {
        Link link = Link.of(rosa);
        Response nothing = post(link, "people", "next", "shown", iris.toString());
        assertThat(nothing.statusCode(), equalTo(422));
        assertThat(nothing.asString(), allOf(containsString("Tick at least one person"), containsString("autofocus")));

        String done = location(post(link, "people", "none"));

        assertThat(get(done, "en"), containsString("exchanged nothing with anybody"));
        assertThat(event.followUps(rosa).get(0).get("answer"), equalTo("NONE"));
    }

    @Test
    void othersAreFoundByNameAndPageByPage() {
        for (int i = 0; i < 25; i++) {
            UUID other = UUID.randomUUID();
            participants.name(other, "Person %02d".formatted(i));
            event.attends(other, "PRESENT");
        }
        Link link = Link.of(rosa);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(link.page(), "en"), containsString("value=\"more\"")));
        String all = get(link.page(), "en");
        assertThat(
                "Enter finds, as the first button does",
                all.indexOf("value=\"search\""),
                lessThan(all.indexOf("value=\"more\"")));
        String second = location(post(link, "people", "more", "page", "1"));
        assertThat(second, containsString("page=2"));
        assertThat(get(second, "en"), not(containsString("value=\"more\"")));
        String found = location(
                post(link, "people", "search", "q", "person 00", "shown", iris.toString(), "who", iris.toString()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                        get(found, "en"),
                        allOf(
                                containsString("Person 00"),
                                not(containsString("Person 01")),
                                containsString("value=\"" + iris + "\" checked"))));
        String none = location(post(link, "people", "search", "q", "x & y"));
        assertThat(get(none, "en"), containsString("value=\"x &amp; y\""));
    }

    @Test
    void whoeverHasNoGoodLinkGetsTheSamePageAndTheLogNothing() {
        Link late = Link.of(iris);
        late.sentAt(Instant.now().minus(31, ChronoUnit.DAYS));
        Link erased = Link.of(rosa);
        Elsewhere.erase(rosa);
        try (WrittenLog log = new WrittenLog()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> given().when().get(late.page()).then().statusCode(410));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> given().when().get(erased.page()).then().statusCode(404));
            String over = given().when().get(late.page()).asString();
            String guessed = given().when()
                    .get("/follow-up/guessed")
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();
            assertThat(guessed, allOf(equalTo(over), containsString("This link is not valid (any more)")));
            assertThat(post(late, "people", "none").statusCode(), equalTo(410));
            assertThat(post(erased, "people", "none").asString(), equalTo(over));
            LOG.errorf("HTTP Request to %s failed, error id: 1", late.page());
            LOG.error("A failure", new IllegalStateException("at " + late.page() + "?lang=en"));

            String all = String.join("", log.entries());
            assertThat(log.entries(), hasItem(containsString("HTTP Request to /follow-up/... failed")));
            assertThat(all, not(containsString(late.token())));
            assertThat(all, not(containsString("Nkosi")));
        }
    }

    /** From an address of its own, so that the other tests are not kept waiting. */
    @Test
    void whoeverTriesOneTokenAfterTheOtherIsToldToWait() throws IOException {
        byte[] guesses = "GET /follow-up/guessed HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .repeat(800)
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket guesser = new Socket()) {
            guesser.bind(new InetSocketAddress("127.0.0.2", 0));
            guesser.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
            Thread asking = new Thread(() -> {
                try {
                    guesser.getOutputStream().write(guesses);
                } catch (IOException e) {
                    // closed, since the answer is known
                }
            });
            asking.start();
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(guesser.getInputStream(), StandardCharsets.UTF_8));
            assertThat(
                    answers.lines().anyMatch(line -> line.endsWith("HTTP/1.1 429 Too Many Requests")), equalTo(true));
        }
    }

    @Test
    void saysSoWhenNamesCannotBeHad() {
        Link link = Link.of(rosa);
        participants.isDown();
        given().when()
                .get(link.page() + "?lang=es")
                .then()
                .statusCode(503)
                .body(containsString("No se ha perdido nada"));
        given().when().get(link.api()).then().statusCode(503).header("Retry-After", "30");
    }
}
