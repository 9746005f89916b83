package org.rapport.events.checkin;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

    private static Instant minute(int minute) {
        return Instant.parse("2026-03-01T14:00:00Z").plusSeconds(60L * minute);
    }

    /** Even numbers are ways in, odd ones ways out; the answers are not looked at. */
    private static Whereabouts after(List<Integer> scans) {
        Whereabouts whereabouts = new Whereabouts();
        for (int scan : scans) {
            Direction direction = scan % 2 == 0 ? Direction.IN : Direction.OUT;
            if (whereabouts.admits(direction, minute(scan))) {
                whereabouts.add(direction, minute(scan));
            }
        }
        return whereabouts;
    }

    @Property
    void inWhateverOrderScansArriveTheySettleToTheSame(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 20) Integer> scans, @ForAll long seed) {
        List<Integer> shuffled = new ArrayList<>(scans);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(after(shuffled).cameAt(), equalTo(after(scans).cameAt()));
        assertThat(after(shuffled).leftAt(), equalTo(after(scans).leftAt()));
    }

    @Test
    void whoHasLeftMayComeBackAndWhoIsInMayNotComeIn() {
        Whereabouts whereabouts = after(List.of(0, 5));

        assertThat(whereabouts.admits(Direction.IN, minute(3)), is(false));
        assertThat(whereabouts.admits(Direction.IN, minute(6)), is(true));
        assertThat(whereabouts.admits(Direction.OUT, minute(7)), is(true));
    }

    @Test
    void whoWasSeenLeavingBeforeTheyCameHasNotLeft() {
        assertThat(after(List.of(3, 4)).leftAt(), equalTo(null));
        assertThat(after(List.of(3, 4)).cameAt(), equalTo(minute(4)));
    }
}
