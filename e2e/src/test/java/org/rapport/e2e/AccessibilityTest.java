package org.rapport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pages that people see, in a real browser: whether they keep the rules of WCAG 2.2 AA that a program can check, fit on
 * a phone, and work without scripts.
 */
class AccessibilityTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int PHONE = 375;
    private static final int NARROWEST = 320;
    private static final int HEIGHT = 740;

    private static Chromium chromium;
    private static LocalRun run;

    private Page page;

    @BeforeAll
    static void peopleAreAsked() throws Exception {
        chromium = Chromium.start();
        run = LocalRun.get();
        LocalRun.Result imported = run.rapport("import", files().toString(), "--source", "form");
        assertThat(imported.errors(), imported.exitCode(), equalTo(0));
        for (String key : List.of("R", "S", "A", "B")) {
            run.post(0, "/v1/participants/" + ImportedId.of("form", "participants", key) + "/consents", """
                    {"purpose": "PROFILE_SHARING", "textVersion": "1", "givenAt": "2025-01-15T10:00:00Z"}""");
        }
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void closePage() {
        page.context().close();
    }

    private void openPage(boolean scripts) {
        page = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(PHONE, HEIGHT)
                        .setJavaScriptEnabled(scripts))
                .newPage();
        page.setDefaultTimeout(30_000);
    }

    private void requireAccessible() {
        List<String> violations = new AxeBuilder(page)
                .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                        .toList();
        assertThat(page.url() + " " + page.title(), violations, empty());
    }

    private void requireToFit() {
        page.setViewportSize(NARROWEST, HEIGHT);
        int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        assertThat(page.url() + " " + page.title(), width, lessThanOrEqualTo(NARROWEST));
        page.setViewportSize(PHONE, HEIGHT);
    }

    private Locator button(String action) {
        return page.locator("button[value=" + action + "]");
    }

    @Test
    void everyPageOfTheFormIsAccessibleInEveryLanguage() throws Exception {
        String link = link("rosa", "follow-up");
        openPage(true);
        for (String language : List.of("en", "es", "fr", "pt")) {
            page.navigate(link + "?lang=" + language);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            requireAccessible();
        }
        button("next").click();
        assertThat(page.locator(":focus")).hasClass("errors");
        requireAccessible();
        page.locator(".errors a").click();
        assertThat(page.locator("input[type=checkbox]").first()).isFocused();
        page.locator("input[type=checkbox]").first().check();
        button("save").click();
        requireAccessible();
        button("next").click();
        requireAccessible();
        button("send").click();
        assertThat(page.locator("[aria-invalid]")).hasCount(2);
        requireAccessible();
        requireToFit();
        button("back").click();
        button("none").click();
        requireAccessible();
        page.navigate(link.replaceAll("[^/]+$", "guessed"));
        requireAccessible();
    }

    @Test
    void thePagesToUnsubscribeAreAccessible() throws Exception {
        String link = link("rosa", "unsubscribe");
        openPage(true);
        page.navigate(link);
        requireAccessible();
        page.locator("button").click();
        requireAccessible();
        page.navigate(link.replaceAll("[^/]+$", "guessed"));
        requireAccessible();
    }

    @Test
    void aWholeAnswerIsGivenWithoutScripts() throws Exception {
        openPage(false);
        page.navigate(link("sol", "follow-up") + "?lang=en");
        page.fill("#q", "kwame");
        page.press("#q", "Enter");
        assertThat(page.locator("input[type=checkbox]")).hasCount(1);
        page.check("input[type=checkbox]");
        button("next").click();
        button("send").click();
        assertThat(page).hasTitle(Pattern.compile("Error: .*"));
        assertThat(page.locator(":focus")).hasClass("errors");
        page.locator("nav a", new Page.LocatorOptions().setHasText("français")).click();
        assertThat(page.locator("legend")).hasText("Kwame Boateng");
        page.locator("select").first().selectOption("ADVICE");
        page.fill("input[type=date]", Instant.now().toString().substring(0, 10));
        requireToFit();
        button("send").click();
        assertThat(page).hasTitle(Pattern.compile("Merci ! .*"));
        assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Kwame Boateng")))
                .isVisible();
    }

    @Test
    void theDashboardIsAccessible() throws Exception {
        openPage(true);
        page.navigate(run.reporting() + "/");
        page.fill("#token", "not-a-token");
        page.click("#sign-in button");
        assertThat(page.locator("#sign-in-error")).containsText("not valid");
        requireAccessible();
        requireToFit();
        page.fill("#token", run.token("analyst"));
        page.click("#sign-in button");
        page.locator("#answer").waitFor();
        requireAccessible();
        requireToFit();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.locator("summary").click();
        requireAccessible();
    }

    /** What was mailed to somebody. */
    private static String link(String mailbox, String page) throws IOException {
        Pattern link = Pattern.compile("http://[^/]+/" + page + "/[A-Za-z0-9_-]+");
        List<String> mail = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> run.mail(mailbox + "@form.example.org"), found -> !found.isEmpty());
        Matcher found = link.matcher(mail.get(0));
        assertThat(mail.get(0), found.find(), equalTo(true));
        return found.group();
    }

    private static Path files() throws IOException {
        Instant end = Instant.now().minus(31, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Instant start = end.minus(1, ChronoUnit.DAYS);
        Path folder = Files.createTempDirectory("rapport-e2e-form");
        Files.writeString(folder.resolve("topics.csv"), """
                code,label
                FORM-WATER,Water
                """);
        Files.writeString(folder.resolve("participants.csv"), """
                id,given_name,family_name,email,contact_consent_at
                R,Rosa,Quispe,rosa@form.example.org,2025-01-01
                S,Sol,Huamán,sol@form.example.org,2025-01-01
                A,Ana María,Flores de la Cruz y Bustamante,,
                B,Kwame,Boateng,,
                """);
        Files.writeString(folder.resolve("needs.csv"), """
                id,participant,topic,description,declared_at,status
                N,R,FORM-WATER,How to keep arsenic out of wells,2025-02-01,OPEN
                """);
        Files.writeString(folder.resolve("events.csv"), """
                id,title,starts_at,ends_at,status
                E,Water & land: what next?,%s,%s,HELD
                """.formatted(start, end));
        Files.writeString(folder.resolve("attendances.csv"), """
                event,participant,status
                E,R,PRESENT
                E,S,PRESENT
                E,A,PRESENT
                E,B,PRESENT
                """);
        Files.writeString(folder.resolve("encounters.csv"), """
                event,participant_a,participant_b,met_at
                E,R,A,%s
                """.formatted(start));
        return folder;
    }
}
