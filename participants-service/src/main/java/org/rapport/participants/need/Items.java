package org.rapport.participants.need;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The four items of an assessment, each from 0 to 4.
 *
 * @param authority authority and resources to act
 * @param benefit expected benefit to the organisation
 */
public record Items(
        @NotNull @Min(0) @Max(4) Integer specificity,
        @NotNull @Min(0) @Max(4) Integer urgency,
        @NotNull @Min(0) @Max(4) Integer authority,
        @NotNull @Min(0) @Max(4) Integer benefit) {}
