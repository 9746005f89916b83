package org.rapport.participants.need;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.participants.topic.Kind;

/**
 * How ready a participant was at a time, and what that rests on.
 *
 * @param score the greatest sum of the four items among the needs open then; 0 if there is none
 * @param version of the way to compute it
 * @param need the one that gives the score; null if none was open
 * @param openNeeds all needs open then, the earliest declared first
 */
@Schema(examples = """
                {"participantId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "at": "2026-03-01T09:00:00Z", "score": 12,
                 "level": "HIGH", "version": 1, "note": "Rapport's own operationalisation, not a validated scale",
                 "need": {"id": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "topic": "T01", "kind": "SKILL",
                 "declaredAt": "2026-01-15T10:00:00Z", "assessedAt": "2026-02-01T09:00:00Z",
                 "items": {"specificity": 3, "urgency": 4, "authority": 2, "benefit": 3}, "score": 12},
                 "openNeeds": [{"id": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "topic": "T01", "kind": "SKILL",
                 "declaredAt": "2026-01-15T10:00:00Z", "assessedAt": "2026-02-01T09:00:00Z",
                 "items": {"specificity": 3, "urgency": 4, "authority": 2, "benefit": 3}, "score": 12}]}""")
public record ReadinessResponse(
        UUID participantId,
        Instant at,
        int score,
        ReadinessLevel level,
        int version,
        String note,
        OpenNeed need,
        List<OpenNeed> openNeeds) {

    private static final int VERSION = 1;
    private static final String NOTE =
            "The highest sum of specificity, urgency, authority and benefit (0 to 4 each) among"
                    + " the needs open at this time, each by its latest assessment not after it. Rapport's own operationalisation"
                    + " of an idea from evaluation practice, not a validated scale: look at the items, not only at the total.";

    /**
     * A need as it stood at the time.
     *
     * @param assessedAt of the assessment that counted then; null if there was none: the need then scores 0
     */
    public record OpenNeed(
            UUID id, String topic, Kind kind, Instant declaredAt, Instant assessedAt, Items items, int score) {

        static OpenNeed from(Need need, Instant at) {
            Assessment assessment = need.assessment(at);
            return new OpenNeed(
                    need.id(),
                    need.topic(),
                    need.kind(),
                    need.declaredAt(),
                    assessment == null ? null : assessment.assessedAt(),
                    assessment == null ? null : assessment.items(),
                    assessment == null ? 0 : assessment.sum());
        }
    }

    /** Of the needs that the participant had open then. */
    static ReadinessResponse of(UUID participantId, Instant at, List<Need> open) {
        List<OpenNeed> needs =
                open.stream().map(need -> OpenNeed.from(need, at)).toList();
        // of equal ones the earliest declared: max would take the last
        OpenNeed greatest = needs.stream()
                .sorted(Comparator.comparing(OpenNeed::score).reversed())
                .findFirst()
                .orElse(null);
        return new ReadinessResponse(
                participantId,
                at,
                greatest == null ? 0 : greatest.score(),
                greatest == null ? ReadinessLevel.NONE : ReadinessLevel.of(greatest.score()),
                VERSION,
                NOTE,
                greatest,
                needs);
    }
}
