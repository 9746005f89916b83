package org.rapport.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private final Restarts restarts = new Restarts();

    @Test
    void waitsLongerEachTimeAndGivesUp() {
        for (int seconds : new int[] {1, 2, 4, 8, 16}) {
            assertEquals(Optional.of(Duration.ofSeconds(seconds)), restarts.next(Duration.ofSeconds(3)));
        }
        assertEquals(Optional.empty(), restarts.next(Duration.ofSeconds(3)));
    }

    @Test
    void forgivesWhatHasRunForAWhile() {
        restarts.next(Duration.ofSeconds(3));
        restarts.next(Duration.ofSeconds(3));

        assertEquals(Optional.of(Duration.ofSeconds(1)), restarts.next(Duration.ofMinutes(10)));
    }
}
