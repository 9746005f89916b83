package org.rapport.participants.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.participants.topic.CodedRequest;
import org.rapport.participants.topic.Kind;

/**
 * What a client says of a need.
 *
 * @param assessment the items as of the declaration; later assessments are posted on their own
 * @param statusAt since when it has its status; required unless it is open since its declaration
 * @param metByExchangeId the exchange that met it, if it is met and the exchange known
 */
@Schema(examples = """
                {"participantId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "topic": "T01", "kind": "SKILL",
                 "description": "Somebody who has run a water tariff reform", "declaredAt": "2026-01-15T10:00:00Z",
                 "assessment": {"specificity": 3, "urgency": 4, "authority": 2, "benefit": 3}, "status": "OPEN"}""")
public record NeedRequest(
        @NotNull UUID participantId,
        @NotBlank @Size(max = 50) String topic,
        Kind kind,
        @Size(max = 4000) String description,
        @NotNull Instant declaredAt,
        @Valid Items assessment,
        NeedStatus status,
        Instant statusAt,
        UUID metByExchangeId)
        implements CodedRequest<NeedRequest> {

    public NeedRequest {
        status = status == null ? NeedStatus.OPEN : status;
    }

    static NeedRequest from(Need need) {
        return new NeedRequest(
                need.participantId(),
                need.topic(),
                need.kind(),
                need.description(),
                need.declaredAt(),
                need.firstItems(),
                need.status(),
                need.statusAt(),
                need.metByExchangeId());
    }

    @Override
    public NeedRequest withTopic(String code) {
        return new NeedRequest(
                participantId, code, kind, description, declaredAt, assessment, status, statusAt, metByExchangeId);
    }

    NeedRequest withStatus(NeedStatus status, Instant statusAt, UUID metByExchangeId) {
        return new NeedRequest(
                participantId, topic, kind, description, declaredAt, assessment, status, statusAt, metByExchangeId);
    }
}
