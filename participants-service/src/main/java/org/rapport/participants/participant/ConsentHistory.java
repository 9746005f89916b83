package org.rapport.participants.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rapport.participants.participant.Consent.Purpose;
import org.rapport.participants.participant.RecordedConsent.Recorder;

/**
 * Continues what is on record about a person's consents: one is added, or withdrawn once; nothing else ever changes. A
 * withdrawal ends every consent for its purpose that was given before it, also one that is recorded later, so that a file
 * that is imported again cannot undo it.
 */
final class ConsentHistory {

    private final List<RecordedConsent> consents;

    /** Continues this list itself. */
    ConsentHistory(List<RecordedConsent> consents) {
        this.consents = consents;
    }

    /** Records that a consent was given, unless that is on record. Answers what is on record then. */
    RecordedConsent give(Purpose purpose, String textVersion, Instant at, Recorder recorder) {
        return consents.stream()
                .filter(held -> held.purpose() == purpose && held.givenAt().equals(at))
                .filter(held -> textVersion == null || textVersion.equals(held.textVersion()))
                .findFirst()
                .orElseGet(() -> add(RecordedConsent.given(purpose, textVersion, at, recorder)));
    }

    private RecordedConsent add(RecordedConsent given) {
        RecordedConsent added = consents.stream()
                .filter(held -> held.purpose() == given.purpose())
                .filter(held -> held.withdrawnAt() != null && held.withdrawnAt().isAfter(given.givenAt()))
                .min(Comparator.comparing(RecordedConsent::withdrawnAt))
                .map(ended -> given.withdrawn(
                        ended.withdrawnAt(), new Recorder(ended.withdrawalRecordedBy(), ended.withdrawalRecordedAt())))
                .orElse(given);
        consents.add(added);
        return added;
    }

    /**
     * Records a withdrawal of what holds for this purpose; where nothing is left to withdraw, the first withdrawal stands.
     * Answers the last consent that is withdrawn by then, or nothing if none had been given.
     */
    Optional<RecordedConsent> withdraw(Purpose purpose, Instant at, Recorder recorder) {
        RecordedConsent last = null;
        for (int i = 0; i < consents.size(); i++) {
            RecordedConsent held = consents.get(i);
            if (held.purpose() == purpose && !held.givenAt().isAfter(at)) {
                if (held.withdrawnAt() == null) {
                    consents.set(i, held.withdrawn(at, recorder));
                }
                last = consents.get(i);
            }
        }
        return Optional.ofNullable(last);
    }

    /** Whether it is on record that this consent was given. */
    boolean isOnRecord(Consent stated) {
        return consents.stream()
                .anyMatch(held ->
                        held.purpose() == stated.purpose() && held.givenAt().equals(stated.givenAt()));
    }

    /**
     * Adds what is on record of the same person elsewhere. The later word counts, whichever of the two records holds it:
     * each consent ends with the first withdrawal, here or there, that is not before it.
     */
    void join(List<RecordedConsent> others) {
        List<RecordedConsent> all = new ArrayList<>(consents);
        all.addAll(others);
        others.stream()
                .filter(other -> consents.stream().noneMatch(held -> held.isSameAs(other)))
                .forEach(consents::add);
        for (int i = 0; i < consents.size(); i++) {
            RecordedConsent held = consents.get(i);
            RecordedConsent ended = ended(held, all);
            if (!ended.equals(held)) {
                consents.set(i, ended);
            }
        }
    }

    private static RecordedConsent ended(RecordedConsent given, List<RecordedConsent> all) {
        return all.stream()
                .filter(held -> held.purpose() == given.purpose())
                .filter(held ->
                        held.withdrawnAt() != null && !held.withdrawnAt().isBefore(given.givenAt()))
                .min(Comparator.comparing(RecordedConsent::withdrawnAt))
                .filter(first -> !first.withdrawnAt().equals(given.withdrawnAt()))
                .map(first -> given.withdrawn(
                        first.withdrawnAt(), new Recorder(first.withdrawalRecordedBy(), first.withdrawalRecordedAt())))
                .orElse(given);
    }
}
