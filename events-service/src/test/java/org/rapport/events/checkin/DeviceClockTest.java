package org.rapport.events.checkin;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceClockTest {

    private static final Instant START = Instant.parse("2026-03-01T14:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T22:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T18:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aDeviceThatIsADayOffAndTellsItsTimeIsSetRight() {
        Instant truly = NOW.minusSeconds(3_600);

        for (Duration off : new Duration[] {DAY, DAY.negated()}) {
            DeviceClock clock = new DeviceClock(NOW.plus(off), NOW);
            assertThat(clock.happened(truly.plus(off), START, END), equalTo(truly));
        }
    }

    @Test
    void theWayToTheServerIsNoErrorOfTheClock() {
        DeviceClock clock = new DeviceClock(NOW.minusMillis(800), NOW);

        assertThat(clock.happened(NOW.minusSeconds(60), START, END), equalTo(NOW.minusSeconds(60)));
    }

    @Test
    void aDeviceThatDoesNotTellItsTimeIsBelievedIfWhatItSaysCanBe() {
        DeviceClock clock = new DeviceClock(null, NOW);

        assertThat(clock.happened(NOW.minusSeconds(9_000), START, END), equalTo(NOW.minusSeconds(9_000)));
        assertThat(clock.happened(NOW.minus(DAY), START, END), equalTo(NOW));
        assertThat(clock.happened(NOW.plusSeconds(60), START, END), equalTo(NOW));
    }
}
