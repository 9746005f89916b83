package org.rapport.reporting.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.Happenings;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class GrowthTest {

    private static boolean given;

    /** Before the event three of six get to know each other, each the other two; after it they all do, one after another. */
    @BeforeEach
    void givenTies() {
        if (given) {
            return;
        }
        Happenings happened = new Happenings();
        UUID[] people = Stream.generate(happened::person).limit(6).toArray(UUID[]::new);
        happened.attend(happened.event("2025-06-01"), people);
        happened.exchange(people[0], people[1], "2025-05-01");
        happened.exchange(people[0], people[2], "2025-05-01");
        happened.exchange(people[1], people[2], "2025-05-01");
        for (int i = 0; i < 5; i++) {
            happened.exchange(people[i], people[i + 1], "2025-07-01");
        }
        happened.alone();
        given = true;
    }

    @Test
    void tiesAreNewWithTheirFirstExchange() {
        assertThat(SmallNetwork.report("analyst", "").get("growth[0].before"), is(3));
        assertThat(SmallNetwork.report("analyst", "").get("growth[0].after"), is(3));
    }

    @Test
    void tiesOfFewPeopleAreHiddenHoweverManyTheyAre() {
        assertThat(SmallNetwork.report("organiser", "").get("growth[0].before"), nullValue());
    }
}
