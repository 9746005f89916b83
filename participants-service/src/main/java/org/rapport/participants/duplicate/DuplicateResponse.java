package org.rapport.participants.duplicate;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Two records that may be of one person.
 *
 * @param score from 0 to 1; for the order in which to look at them
 * @param nameSimilarity of the names by their trigrams, from 0 to 1
 */
record DuplicateResponse(
        @Schema(examples = "0.87") double score,
        @Schema(examples = "0.81") double nameSimilarity,
        List<Likeness.Reason> reasons,
        List<Candidate> participants) {

    /** What tells people whether it is one person. */
    record Candidate(UUID id, String givenName, String familyName, String email, String country) {}
}
