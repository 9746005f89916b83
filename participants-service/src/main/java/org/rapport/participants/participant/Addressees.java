package org.rapport.participants.participant;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.participants.participant.Consent.Purpose;
import org.rapport.participants.participant.RecordedConsent.Recorder;

/** Who may be written to, and where. */
@Singleton
public class Addressees {

    private static final String BY_LINK = "unsubscribe link";

    private final Participants participants;
    private final ParticipantWriter writer;

    Addressees(Participants participants, ParticipantWriter writer) {
        this.participants = participants;
        this.writer = writer;
    }

    /** Empty if there is no address that mail arrives at, or no consent to be written to, or they have left. */
    public Optional<Addressee> of(UUID id) {
        Instant now = Instant.now();
        return participants
                .findByIdOptional(id)
                .filter(participant -> participant.status() == ParticipantStatus.ACTIVE)
                .filter(participant -> participant.unreachable() == null)
                .filter(participant ->
                        participant.leftAt() == null || participant.leftAt().isAfter(now))
                .filter(participant -> participant.consentsTo(Purpose.CONTACT))
                .map(participant ->
                        new Addressee(participant.email(), participant.givenName(), participant.language()));
    }

    /** The language of a participant, or null. */
    public String language(UUID id) {
        return participants.findByIdOptional(id).map(Participant::language).orElse(null);
    }

    /** Mail to this participant came back for good. */
    public void bounced(UUID id) {
        participants.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(this::bounce);
    }

    /** Mail to these addresses came back for good. Answers those that nobody has. */
    public List<String> bounced(Collection<String> emails) {
        List<String> normal = emails.stream().map(EmailAddress::normalise).toList();
        List<Participant> found = participants
                .find("email in ?1 and status = ?2 order by id", normal, ParticipantStatus.ACTIVE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        found.forEach(this::bounce);
        List<String> known = found.stream().map(Participant::email).collect(Collectors.toList());
        return normal.stream().filter(email -> !known.contains(email)).toList();
    }

    private void bounce(Participant participant) {
        if (participant.unreachable() == null) {
            participant.bounce(now());
            writer.publishChange(participant);
        }
    }

    /** The participant does not want to be written to any more. */
    public void unsubscribe(UUID id) {
        participants.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(participant -> {
            if (participant.consentsTo(Purpose.CONTACT)) {
                writer.withdraw(participant, Purpose.CONTACT, new Recorder(BY_LINK, now()));
            }
        });
    }

    /** As the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
