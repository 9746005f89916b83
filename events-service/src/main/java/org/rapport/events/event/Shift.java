package org.rapport.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * By how much an event moves, as clocks show it there: a session at ten on the second day is at ten on the second day
 * afterwards, even if the clocks are changed in between.
 */
public record Shift(ZoneId zone, Duration byTheClock) {

    /** Moves that leave the event as long as it was, or have to do with its being postponed, take its sessions along. */
    static Shift between(EventRequest before, EventRequest after) {
        ZoneId zone = after.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(after.timeZone());
        Duration ofStart = shown(before.startsAt(), after.startsAt(), zone);
        boolean isWhole = ofStart.equals(shown(before.endsAt(), after.endsAt(), zone));
        boolean isPostponed = before.status() == EventStatus.POSTPONED || after.status() == EventStatus.POSTPONED;
        return new Shift(zone, isWhole || isPostponed ? ofStart : Duration.ZERO);
    }

    private static Duration shown(EventTime before, EventTime after, ZoneId zone) {
        return Duration.between(
                LocalDateTime.ofInstant(before.instant(), zone), LocalDateTime.ofInstant(after.instant(), zone));
    }

    boolean isNone() {
        return byTheClock.isZero();
    }

    public Instant applyTo(Instant instant) {
        return isNone()
                ? instant
                : LocalDateTime.ofInstant(instant, zone)
                        .plus(byTheClock)
                        .atZone(zone)
                        .toInstant();
    }
}
