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
@Schema(examples = """
                {"score": 0.89, "nameSimilarity": 1.0, "reasons": ["NAME", "SHARED_ORGANISATION"], "participants": [
                 {"id": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d90", "givenName": "Rosa", "familyName": "Quispe",
                 "email": "rosa.quispe@example.org", "country": "PE"},
                 {"id": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d91", "givenName": "Rosa", "familyName": "Quispe",
                 "email": null, "country": "PE"}]}""")
record DuplicateResponse(
        @Schema(examples = "0.87") double score,
        @Schema(examples = "0.81") double nameSimilarity,
        List<Likeness.Reason> reasons,
        List<Candidate> participants) {

    /** What tells people whether it is one person. */
    record Candidate(UUID id, String givenName, String familyName, String email, String country) {}
}
