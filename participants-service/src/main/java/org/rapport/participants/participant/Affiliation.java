package org.rapport.participants.participant;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Working for an organisation, in a role, for a time.
 *
 * @param fromDate first day, if known
 * @param toDate last day; absent while it lasts
 */
@Embeddable
public record Affiliation(
        @NotNull UUID organisationId, @Size(max = 200) String role, LocalDate fromDate, LocalDate toDate) {

    /** Of several, the one that a row of a file speaks of: the last listed of those that last; null if none does. */
    static Affiliation present(List<Affiliation> affiliations) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return affiliations.stream()
                .filter(held -> held.toDate() == null || !held.toDate().isBefore(today))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
