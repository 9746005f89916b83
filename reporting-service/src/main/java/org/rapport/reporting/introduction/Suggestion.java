package org.rapport.reporting.introduction;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.introduction.FairChoice.Chosen;

/**
 * Two who might be introduced at an event.
 *
 * @param round 1 if it is the first suggestion for both, and so on
 * @param score what speaks for it, compared to other suggestions
 * @param introduction what to post to the introductions of exchanges-service, if it is to be one
 * @param matches what one needs and the other offers; two if it goes both ways, the better one first
 */
@Schema(examples = """
                {"round": 1, "score": 94, "introduction": {"participantAId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f",
                 "participantBId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e",
                 "needId": "0198c1a5-a041-7d63-94a5-6c7d8e9fa0b1", "offerId": "0198c1a5-b152-7e74-a5b6-7d8e9fa0b1c2",
                 "topic": "T05", "reason": "SAME_TOPIC_AND_KIND"},
                 "matches": [{"needId": "0198c1a5-a041-7d63-94a5-6c7d8e9fa0b1", "neededBy": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f",
                 "needKind": "SKILL", "offerId": "0198c1a5-b152-7e74-a5b6-7d8e9fa0b1c2",
                 "offeredBy": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "offerKind": "SKILL", "topic": "T05"}],
                 "reasons": ["SAME_TOPIC", "SAME_KIND", "DIFFERENT_ORGANISATIONS"]}""")
record Suggestion(int round, int score, Introduction introduction, List<MatchRow> matches, List<Reason> reasons) {

    /** What speaks for an introduction. */
    enum Reason {
        SAME_TOPIC,
        SAME_KIND,
        /** Each needs what the other offers. */
        BOTH_WAYS,
        DIFFERENT_ORGANISATIONS
    }

    /** A request for an introduction. */
    record Introduction(
            UUID participantAId,
            UUID participantBId,
            UUID eventId,
            UUID needId,
            UUID offerId,
            String topic,
            String reason) {}

    /** A need and the offer that meets it. */
    record MatchRow(
            UUID needId, UUID neededBy, String needKind, UUID offerId, UUID offeredBy, String offerKind, String topic) {

        static MatchRow from(Match match) {
            return new MatchRow(
                    match.need().id(),
                    match.need().participant(),
                    match.need().kind(),
                    match.offer().id(),
                    match.offer().participant(),
                    match.offer().kind(),
                    match.need().topic());
        }
    }

    static Suggestion from(UUID event, Chosen chosen) {
        Candidate candidate = chosen.candidate();
        Match best = candidate.matches().get(0);
        return new Suggestion(
                chosen.round(),
                candidate.score(),
                new Introduction(
                        candidate.pair().a(),
                        candidate.pair().b(),
                        event,
                        best.need().id(),
                        best.offer().id(),
                        best.need().topic(),
                        best.isOfSameKind() ? "SAME_TOPIC_AND_KIND" : "SAME_TOPIC"),
                candidate.matches().stream().map(MatchRow::from).toList(),
                reasons(candidate));
    }

    private static List<Reason> reasons(Candidate candidate) {
        List<Reason> reasons = new ArrayList<>(List.of(Reason.SAME_TOPIC));
        if (candidate.matches().stream().anyMatch(Match::isOfSameKind)) {
            reasons.add(Reason.SAME_KIND);
        }
        if (candidate.matches().size() > 1) {
            reasons.add(Reason.BOTH_WAYS);
        }
        if (candidate.differentOrganisations()) {
            reasons.add(Reason.DIFFERENT_ORGANISATIONS);
        }
        return reasons;
    }
}
