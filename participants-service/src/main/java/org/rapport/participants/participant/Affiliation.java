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

    /**
     * Of several, the one that a row of a file speaks of, of those that last: one with the organisation that the row names,
     * else the last listed; null if none lasts.
     */
    static Affiliation present(List<Affiliation> affiliations, UUID organisationId) {
        List<Affiliation> lasting =
                affiliations.stream().filter(Affiliation::lasts).toList();
        return lasting.stream()
                .filter(held -> held.organisationId.equals(organisationId))
                .findFirst()
                .orElse(lasting.isEmpty() ? null : lasting.get(lasting.size() - 1));
    }

    /**
     * Whether both are with the same organisation at a time from today on: a person has one current role in each. What is
     * past may overlap, for nobody knows those dates so well.
     */
    boolean contradicts(Affiliation other) {
        return organisationId.equals(other.organisationId)
                && lasts()
                && other.lasts()
                && !startsAfterEndOf(other)
                && !other.startsAfterEndOf(this);
    }

    private boolean lasts() {
        return toDate == null || !toDate.isBefore(LocalDate.now(ZoneOffset.UTC));
    }

    private boolean startsAfterEndOf(Affiliation other) {
        return fromDate != null && other.toDate != null && fromDate.isAfter(other.toDate);
    }
}
