package org.rapport.reporting.projection;

import static org.rapport.reporting.projection.Required.required;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What participants-service tells, as far as reports need it, and the rows it becomes. */
final class FromParticipants {

    private FromParticipants() {}

    record Organisation(UUID id, String type, String country, String rorId) implements State {
        Organisation {
            required(id, "id");
        }
    }

    record Topic(UUID id, String code, String label, String broader) implements State {
        Topic {
            required(id, "id");
            required(code, "code");
        }
    }

    enum ParticipantStatus {
        ACTIVE,
        MERGED
    }

    record Consent(String purpose, Instant givenAt, Instant withdrawnAt) {
        Consent {
            required(purpose, "purpose of a consent");
            required(givenAt, "givenAt of a consent");
        }
    }

    record Participant(
            UUID id,
            ParticipantStatus status,
            String country,
            JsonNode organisations,
            List<Consent> consents,
            Instant leftAt)
            implements State {

        Participant {
            required(id, "id");
            required(status, "status");
            consents = consents == null ? List.of() : List.copyOf(consents);
        }

        @Override
        public ParticipantRow row() {
            return new ParticipantRow(
                    id,
                    status.name(),
                    country,
                    leftAt,
                    consentTo("RESEARCH"),
                    consentTo("PROFILE_SHARING"),
                    organisations == null ? null : organisations.toString());
        }

        /** When it held, in the database's notation of several ranges. */
        private String consentTo(String purpose) {
            return consents.stream()
                    .filter(given -> given.purpose().equals(purpose))
                    .map(given ->
                            Period.of(given.givenAt(), given.withdrawnAt()).toString())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    record ParticipantRow(
            UUID id,
            String status,
            String country,
            Instant leftAt,
            String researchConsent,
            String profileSharingConsent,
            @JsonRawValue String organisations) {}

    record Offer(UUID id, UUID participantId, String topic, String kind, Instant availableFrom, Instant availableTo)
            implements State {
        Offer {
            required(id, "id");
            required(participantId, "participantId");
            required(topic, "topic");
        }

        @Override
        public OfferRow row() {
            return new OfferRow(id, participantId, topic, kind, Period.closed(availableFrom, availableTo));
        }
    }

    record OfferRow(UUID id, UUID participantId, String topic, String kind, String available) {}
}
