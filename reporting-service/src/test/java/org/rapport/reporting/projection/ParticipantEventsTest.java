package org.rapport.reporting.projection;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.DomainEvent;
import org.rapport.reporting.given.Facts;

/** What is kept of a participant's events follows whatever tells of them. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ParticipantEventsTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID EVENT = new UUID(3, 3);
    private static final UUID LATER = new UUID(4, 4);

    private static final DomainEvent CAME = of("attendance", EVENT, ONE, "PRESENT");
    private static final DomainEvent TO_COME = of("registration", LATER, ONE, "CONFIRMED");

    @BeforeEach
    void nothing() {
        Facts.forgetAll();
    }

    @Test
    void thoseAttendedAndThoseMissed() {
        apply(CAME, of("attendance", EVENT, ONE, "NO_SHOW"), of("registration", EVENT, ONE, "CONFIRMED"), TO_COME);

        assertThat(held(), equalTo(row(ONE, EVENT, LATER)));

        apply(TO_COME.changed("cancelled", Map.of("status", "CANCELLED")), CAME.changed("corrected", of("EXCUSED")));

        assertThat(held(), equalTo(row(ONE, null, EVENT)));
    }

    @Test
    void whoeverTakesAnothersPlaceHasTheirEventsAndTheyHaveNoneLeft() {
        apply(CAME, TO_COME, of("registration", LATER, OTHER, "CONFIRMED"));

        apply(
                CAME.changed("changed", Map.of("participantId", OTHER.toString())),
                TO_COME.changed("changed", Map.of("participantId", OTHER.toString())));

        assertThat(held(), equalTo(row(OTHER, EVENT, LATER)));
    }

    @Test
    void nothingIsLeftOfWhatWasErasedWhicheverComesFirst() {
        apply(CAME);
        apply(CAME.erased(), TO_COME.erased());
        apply(TO_COME, CAME);

        assertThat(held(), equalTo("participant_events: 0\nnull\n"));
    }

    private static void apply(DomainEvent... events) {
        Facts.publish(List.of(events));
        Facts.awaitApplied();
    }

    private static String held() {
        return Contents.of(ParticipantEvents.TABLE);
    }

    private static String row(UUID participant, UUID attended, UUID absent) {
        return "participant_events: 1\n(" + participant + ",{" + (attended == null ? "" : attended) + "},{" + absent
                + "})\n";
    }

    private static Map<String, Object> of(String status) {
        return Map.of("status", status);
    }

    private static DomainEvent of(String kind, UUID event, UUID participant, String status) {
        UUID id = UUID.randomUUID();
        Map<String, Object> data = new HashMap<>(of(status));
        data.put("id", id.toString());
        data.put("eventId", event.toString());
        data.put("participantId", participant.toString());
        return new DomainEvent("events", kind, "recorded", id, 0, data);
    }
}
