package org.rapport.exchanges.introduction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.writing.Outcome;

/**
 * What became of several introductions.
 *
 * @param items in the order of the request
 */
@Schema(
        examples =
                "{\"items\": [{\"outcome\": \"REJECTED\", \"introduction\": null, \"errors\": [{\"pointer\": \"/participantBId\","
                        + " \"code\": \"PROFILE_NOT_SHARED\", \"detail\": \"Has not consented to be shown to others\"}]}]}")
public record BatchResponse(List<Item> items) {

    /** What became of one; errors if it was rejected. */
    public record Item(Outcome outcome, IntroductionResponse introduction, List<FieldError> errors) {}
}
