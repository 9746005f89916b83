package org.rapport.participants.participant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.participants.participant.Consent.Purpose;

/**
 * A consent with who put it, and its withdrawal, on record.
 *
 * @param textVersion which text the person agreed to, if known
 * @param withdrawnAt absent while it holds
 * @param recordedBy the client that recorded that it was given, as issuer and subject of its token
 * @param withdrawalRecordedBy the client that recorded the withdrawal
 */
@Embeddable
@Schema(examples = """
                {"purpose": "RESEARCH", "textVersion": "2025-1", "givenAt": "2026-01-15T10:00:00Z",
                 "recordedAt": "2026-01-15T10:02:11.5Z", "recordedBy": "https://login.example.org#jo",
                 "withdrawnAt": "2026-04-02T08:30:00Z", "withdrawalRecordedAt": "2026-04-02T08:30:00.2Z",
                 "withdrawalRecordedBy": "https://login.example.org#rosa"}""")
public record RecordedConsent(
        @Enumerated(EnumType.STRING) Purpose purpose,
        String textVersion,
        Instant givenAt,
        Instant recordedAt,
        String recordedBy,
        Instant withdrawnAt,
        Instant withdrawalRecordedAt,
        String withdrawalRecordedBy) {

    static RecordedConsent given(Purpose purpose, String textVersion, Instant at, Recorder recorder) {
        return new RecordedConsent(purpose, textVersion, at, recorder.now(), recorder.name(), null, null, null);
    }

    RecordedConsent withdrawn(Instant at, Recorder recorder) {
        return new RecordedConsent(
                purpose, textVersion, givenAt, recordedAt, recordedBy, at, recorder.now(), recorder.name());
    }

    /** Whether another record is of the same consent. */
    boolean isSameAs(RecordedConsent other) {
        return purpose == other.purpose
                && givenAt.equals(other.givenAt)
                && (other.textVersion == null || other.textVersion.equals(textVersion));
    }

    Consent consent() {
        return new Consent(purpose, textVersion, givenAt, withdrawnAt);
    }

    /** Who puts something on record, and when. */
    record Recorder(String name, Instant now) {}
}
