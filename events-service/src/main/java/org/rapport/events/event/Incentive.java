package org.rapport.events.event;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What everybody who attends gets out of it, besides the meeting itself. */
@Embeddable
public record Incentive(
        @NotNull @Enumerated(EnumType.STRING) IncentiveType type,
        @Size(max = 1000) String description,
        @Enumerated(EnumType.STRING) Beneficiary beneficiary) {}
