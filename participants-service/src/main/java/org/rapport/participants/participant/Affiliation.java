package org.rapport.participants.participant;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Working for an organisation, in a role, for a time.
 *
 * @param fromDate first day, if known
 * @param toDate last day; absent while it lasts
 */
@Embeddable
public record Affiliation(
        @NotNull UUID organisationId, @Size(max = 200) String role, LocalDate fromDate, LocalDate toDate) {}
