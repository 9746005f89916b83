package org.rapport.reporting.report.encounters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.report.CsvReport;

/**
 * The answer. What may not be shown, or is undefined because there are no encounters, is null.
 *
 * @param participants who attended, with consent to research, whether or not they met anybody
 * @param pairs who met at least once
 * @param density pairs of all possible pairs of participants
 * @param components of the network of pairs, those who met nobody left aside
 * @param encountersPerDay by the day in UTC
 * @param longestPairs by time together; only for analysts
 */
public record EncounterReport(
        @Schema(examples = "encounters") String report,
        Instant asOf,
        Parameters parameters,
        Long participants,
        Long encounters,
        Long pairs,
        Double density,
        Long components,
        Degree degree,
        Long totalContactSeconds,
        Double meanContactSecondsPerParticipant,
        Long longestEncounterSeconds,
        Long encountersOf20Seconds,
        Map<LocalDate, Long> encountersPerDay,
        Long pairsMeetingOnSeveralDays,
        Instant firstMetAt,
        Instant lastEndsAt,
        List<PairRow> longestPairs,
        @JsonInclude(Include.NON_NULL) String reason,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    public record Parameters(
            Instant asOf, UUID programme, UUID project, UUID event, String country, Instant from, Instant to) {}

    /** How many others a participant met; of several with most, the one with the smallest id. */
    public record Degree(Double mean, Long min, Long max, UUID maxParticipant) {}

    /** Two participants and their time together. */
    public record PairRow(List<UUID> participants, long totalSeconds, long encounters) {}
}
