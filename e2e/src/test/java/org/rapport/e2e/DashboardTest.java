package org.rapport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page, in a real browser; passed over with a word where there is none. */
class DashboardTest {

    private static Chromium chromium;

    private final LocalRun run = LocalRun.get();
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openPage() {
        page = chromium.browser().newPage();
        page.setDefaultTimeout(30_000);
    }

    private void signIn(String query) throws Exception {
        page.navigate(run.reporting() + "/" + query + "#token=" + run.token("analyst"));
        page.locator("#answer").waitFor();
    }

    @Test
    void theNumbersOnThePageAreThoseOfTheReport() throws Exception {
        signIn("?window=P180D&asOf=2025-12-31");
        JsonNode report = run.report("readiness?window=P180D&asOf=2025-12-31");
        String row = page.locator("#two-by-two tbody tr").first().innerText().replace("\u00a0", " ");
        JsonNode ready = report.at("/table/ready");
        assertThat(
                row,
                containsString(String.format(
                        Locale.ENGLISH, "%,d", ready.path("engaged").asInt())));
        assertThat(
                row,
                containsString(String.format(
                        Locale.ENGLISH, "%,d", ready.path("notEngaged").asInt())));
        assertThat(
                page.locator("#estimates").innerText(),
                containsString(String.format(
                        Locale.ENGLISH,
                        "%.2f",
                        report.at("/estimates/relativeRisk/value").asDouble())));
        int strata = report.at("/stratified/strata").size();
        assertThat(page.locator("#forest svg g[data-stratum]")).hasCount(strata + 2);
        assertThat(page.locator("#left-out tbody tr").count() >= 5, equalTo(true));
    }

    @Test
    void anotherProgrammeWindowAndStratumChangeWhatIsShown() throws Exception {
        signIn("");
        String before = page.locator("#headline").innerText();
        page.selectOption("select[name=programme]", "9bdb00d0-7719-5dfa-acc2-3adaacbeed2e");
        page.selectOption("select[name=window]", "P365D");
        page.selectOption("select[name=stratifyBy]", "event");
        assertThat(page.locator("#headline")).not().hasText(before);
        assertThat(page.locator("#headline")).containsText("365 days");
        assertThat(page.locator("#stratum-name")).hasText("event");
        assertThat(page.url(), containsString("stratifyBy=event"));
    }

    @Test
    void whoHasNoTokenIsAskedForOneAndABadOneIsRefusedInWords() {
        page.navigate(run.reporting() + "/");
        assertThat(page.locator("#sign-in")).isVisible();
        page.fill("#token", "not-a-token");
        page.click("#sign-in button");
        assertThat(page.locator("#sign-in-error")).containsText("not valid");
        assertThat(page.locator("#dashboard")).isHidden();
        assertThat(page.locator("#choices")).isHidden();
    }

    @Test
    void whoIsSignedInIsNotAskedToSignInAndMaySignOut() throws Exception {
        signIn("");
        assertThat(page.locator("#sign-in")).isHidden();
        page.click("#sign-out");
        assertThat(page.locator("#sign-in")).isVisible();
        assertThat(page.locator("#answer")).isHidden();
    }

    @Test
    void theTokenDoesNotStayInTheAddressAndNothingFailsInTheConsole() throws Exception {
        List<String> errors = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        signIn("");
        assertThat(page.url().contains("token"), equalTo(false));
        assertThat(errors, equalTo(List.of()));
    }
}
