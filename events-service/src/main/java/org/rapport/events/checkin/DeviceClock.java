package org.rapport.events.checkin;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells what time it was, by the server's clock, when a device scanned something.
 *
 * @param deviceTime what its clock said when it sent that; null if it did not tell
 * @param receivedAt when that was, by the server's clock
 */
record DeviceClock(Instant deviceTime, Instant receivedAt) {

    /** What the way to the server may take. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final Duration AROUND_EVENT = Duration.ofHours(12);

    /**
     * A device that tells its time is set right by the difference. One that does not is believed as long as it says a time
     * around the event that has passed; if not, it has scanned when that was received.
     */
    Instant happened(Instant scannedAt, Instant eventStart, Instant eventEnd) {
        Instant happened = scannedAt;
        if (deviceTime != null) {
            Duration skew = Duration.between(deviceTime, receivedAt);
            happened = skew.abs().compareTo(TOLERANCE) <= 0 ? scannedAt : scannedAt.plus(skew);
        } else if (scannedAt.isBefore(eventStart.minus(AROUND_EVENT))
                || scannedAt.isAfter(eventEnd.plus(AROUND_EVENT))) {
            happened = receivedAt;
        }
        return happened.isAfter(receivedAt) ? receivedAt : happened;
    }
}
