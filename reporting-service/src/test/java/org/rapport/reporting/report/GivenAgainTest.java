package org.rapport.reporting.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.rapport.reporting.given.Reports.answer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.Happenings;

/** Without {@code asOf} every answer that is made anew says another moment, so that one given before is known by it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class GivenAgainTest {

    @Test
    void anAnswerIsGivenAgainUntilSomethingHappens() {
        Happenings world = new Happenings();
        UUID event = world.event("2025-03-01");
        world.attend(event, world.person());
        Facts.publish(world.facts());
        Facts.awaitApplied();
        String question = "readiness?event=" + event;
        String first = asOf("analyst", question);
        assertThat(asOf("analyst", question), is(first));

        Happenings more = new Happenings();
        more.attend(event, more.person());
        Facts.publish(more.facts());
        Facts.awaitApplied();

        assertThat(asOf("analyst", question), not(first));
        assertThat(answer("analyst", question).getInt("population.participations"), is(2));
    }

    @Test
    void anAnswerIsNotGivenToOthersThanItWasMadeForNorToOtherQuestions() {
        Happenings world = new Happenings();
        UUID event = world.event("2025-03-01");
        world.attend(event, world.person());
        Facts.publish(world.facts());
        Facts.awaitApplied();
        String question = "readiness?event=" + event;

        assertThat(answer("analyst", question).getBoolean("suppression.applies"), is(false));
        assertThat(answer("organiser", question).getBoolean("suppression.applies"), is(true));
        assertThat(answer("analyst", question + "&window=P30D").getString("parameters.window"), is("P30D"));
        assertThat(answer("analyst", "power?event=" + event).getString("report"), is("power"));
    }

    private static String asOf(String role, String question) {
        return answer(role, question).getString("asOf");
    }
}
