package org.rapport.reporting.report.communityversusbilateral;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.report.CsvReport;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.statistics.Estimate;

/** The answer. What may not be shown, or is undefined, is null, with a reason where it is an estimate. */
@JsonInclude(Include.ALWAYS)
@Schema(name = "CommunityVersusBilateralReport")
public record CommunityReport(
        @Schema(examples = "community-versus-bilateral") String report,
        Instant asOf,
        Parameters parameters,
        Population population,
        List<MonthRow> months,
        HalfLives halfLife,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    @Schema(name = "CommunityVersusBilateralParameters")
    public record Parameters(
            Instant asOf,
            boolean confirmed,
            boolean newTies,
            UUID programme,
            UUID project,
            UUID event,
            String country,
            Instant from,
            Instant to) {}

    /**
     * Who is in the report.
     *
     * @param participations that could be followed for a month at least
     */
    @Schema(name = "CommunityVersusBilateralPopulation")
    public record Population(Long participations, Long participants) {}

    /**
     * A month of 30 days since the event.
     *
     * @param followed participations that could be followed to its end: what the others are counted among
     * @param activeMembers with an act in the community
     * @param exchangingMembers with an exchange with another attendee
     */
    @Schema(name = "CommunityVersusBilateralMonth")
    public record MonthRow(
            int month,
            int fromDay,
            int toDay,
            Long followed,
            Long activeMembers,
            Long acts,
            Estimate activeShare,
            Double actsPer100,
            Long exchangingMembers,
            Long pairs,
            Long exchanges,
            Estimate exchangingShare,
            Double exchangesPer100) {}

    /** How many months after its peak something is down to a half. */
    @Schema(name = "CommunityVersusBilateralHalfLives")
    public record HalfLives(HalfLife activeMembers, HalfLife acts, HalfLife pairs, HalfLife exchanges) {}

    /**
     * By rates among those followed.
     *
     * @param peakMonth with the highest rate, the first if there are several
     * @param months from it to the first with at most half of its rate
     */
    public record HalfLife(
            Integer peakMonth,
            Integer months,
            @JsonInclude(Include.NON_NULL) String reason) {}
}
