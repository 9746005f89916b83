package org.rapport.reporting.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A network for other programs.
 *
 * @param pseudonymous whether ids stand for participants and organisations without being theirs
 */
public record NetworkAnswer(
        Instant asOf,
        NetworkParameters parameters,
        boolean pseudonymous,
        NetworkCoverage coverage,
        List<NodeRow> nodes,
        List<TieRow> ties) {

    /**
     * Who is not among the nodes.
     *
     * @param isolates people of the population without an exchange that counts
     * @param noResearchConsent people of the selection who do not consent to research
     */
    public record NetworkCoverage(long isolates, long noResearchConsent) {}

    /**
     * Somebody with at least one tie.
     *
     * @param country null if it is not known, or if ids are pseudonyms and few nodes share it
     * @param community that the node belongs to; 1 is the largest
     * @param since the day of the first exchange (UTC)
     */
    public record NodeRow(
            @Schema(examples = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e")
            String id,

            @Schema(examples = "PE") String country,

            @Schema(examples = "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f")
            String organisation,

            @Schema(examples = "3") int degree,
            @Schema(examples = "1") int community,
            LocalDate since) {}

    /**
     * Two with at least one exchange.
     *
     * @param types of their exchanges, from the loosest to the most binding
     * @param confirmed whether both have confirmed at least one of them
     * @param firstOn the day on which the first began (UTC)
     * @param lastOn the day on which the last began (UTC)
     */
    public record TieRow(
            @Schema(examples = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e")
            String source,

            @Schema(examples = "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0")
            String target,

            @Schema(examples = "2") int exchanges,

            @Schema(examples = "[\"ADVICE\", \"RESOURCE\"]") List<String> types,

            boolean confirmed,
            LocalDate firstOn,
            LocalDate lastOn) {}
}
