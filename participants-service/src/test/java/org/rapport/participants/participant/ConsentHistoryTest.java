package org.rapport.participants.participant;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.participants.participant.Consent.Purpose;
import org.rapport.participants.participant.RecordedConsent.Recorder;

class ConsentHistoryTest {

    private static final int TIMES = 4;
    private static final Recorder SOMEBODY = new Recorder("somebody", time(0));

    private static Instant time(int day) {
        return Instant.parse("2026-01-0" + (day + 1) + "T00:00:00Z");
    }

    /** Every record of up to two consents at these few times. */
    private static List<List<RecordedConsent>> records() {
        List<RecordedConsent> consents = new ArrayList<>();
        for (int given = 0; given < TIMES; given++) {
            RecordedConsent consent = RecordedConsent.given(Purpose.RESEARCH, "1", time(given), SOMEBODY);
            consents.add(consent);
            for (int withdrawn = given; withdrawn < TIMES; withdrawn++) {
                consents.add(consent.withdrawn(time(withdrawn), SOMEBODY));
            }
        }
        List<List<RecordedConsent>> records = new ArrayList<>(List.of(List.of()));
        for (RecordedConsent one : consents) {
            records.add(List.of(one));
            consents.stream()
                    .filter(other ->
                            one.withdrawnAt() != null && other.givenAt().isAfter(one.withdrawnAt()))
                    .forEach(other -> records.add(List.of(one, other)));
        }
        return records;
    }

    @Test
    void ofTwoRecordsOfOnePersonTheLaterWordCountsAtEveryTime() {
        for (List<RecordedConsent> here : records()) {
            for (List<RecordedConsent> there : records()) {
                List<RecordedConsent> joined = new ArrayList<>(here);
                new ConsentHistory(joined).join(there);
                for (int day = 0; day < TIMES; day++) {
                    assertThat(
                            here + " and " + there + " at " + time(day),
                            holds(joined, time(day)),
                            equalTo(lastWordIsYes(here, there, time(day))));
                }
            }
        }
    }

    @Test
    void joiningTheSameAgainChangesNothing() {
        for (List<RecordedConsent> here : records()) {
            for (List<RecordedConsent> there : records()) {
                List<RecordedConsent> once = new ArrayList<>(here);
                new ConsentHistory(once).join(there);
                List<RecordedConsent> twice = new ArrayList<>(once);
                new ConsentHistory(twice).join(there);
                assertThat(twice, equalTo(once));
            }
        }
    }

    private static boolean holds(List<RecordedConsent> consents, Instant at) {
        return consents.stream()
                .anyMatch(consent -> !consent.givenAt().isAfter(at)
                        && (consent.withdrawnAt() == null
                                || consent.withdrawnAt().isAfter(at)));
    }

    /** A no at the same instant as a yes is the later word. */
    private static boolean lastWordIsYes(List<RecordedConsent> here, List<RecordedConsent> there, Instant at) {
        List<RecordedConsent> all = Stream.concat(here.stream(), there.stream()).toList();
        return all.stream()
                .map(RecordedConsent::givenAt)
                .filter(given -> !given.isAfter(at))
                .anyMatch(given -> all.stream()
                        .map(RecordedConsent::withdrawnAt)
                        .noneMatch(no -> no != null && !no.isBefore(given) && !no.isAfter(at)));
    }
}
