package org.rapport.reporting.report.encounters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.encounters.EncounterQuery.Met;

/** Answers who met whom. */
@ApplicationScoped
class EncounterReports {

    private final Snapshot snapshot;

    EncounterReports(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    EncounterReport answer(EventFilter filter, Instant asOf, Disclosure disclosure) {
        return snapshot.read(connection -> {
            Met met = EncounterQuery.read(connection, filter, asOf);
            EncounterReport.Parameters parameters = new EncounterReport.Parameters(
                    asOf,
                    filter.programme(),
                    filter.project(),
                    filter.event(),
                    filter.country(),
                    filter.from(),
                    filter.to());
            return disclosure.hidesCount(met.network().participants())
                    ? hidden(parameters, disclosure)
                    : report(parameters, met, disclosure);
        });
    }

    private static EncounterReport report(EncounterReport.Parameters parameters, Met met, Disclosure disclosure) {
        EncounterNetwork network = met.network();
        long participants = network.participants();
        List<String> warnings = new ArrayList<>();
        if (participants == 0) {
            warnings.add("Nobody is in this selection: are these events HELD and over by " + parameters.asOf()
                    + ", and did people with consent to research attend them?");
        }
        if (!disclosure.full()) {
            warnings.add("Single people and pairs are left out, as everywhere for fewer than " + disclosure.below()
                    + " people");
        }
        return new EncounterReport(
                "encounters",
                parameters.asOf(),
                parameters,
                participants,
                met.total(),
                network.pairs(),
                network.density(),
                network.components(),
                network.degree(disclosure.full()),
                network.seconds(),
                participants == 0 ? null : 2.0 * network.seconds() / participants,
                met.longestSeconds(),
                met.of20Seconds(),
                met.perDay(),
                network.pairsMeetingOnSeveralDays(),
                met.first(),
                met.last(),
                disclosure.full() ? network.longestPairs() : null,
                null,
                warnings);
    }

    private static EncounterReport hidden(EncounterReport.Parameters parameters, Disclosure disclosure) {
        return new EncounterReport(
                "encounters",
                parameters.asOf(),
                parameters,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "suppressed: fewer than " + disclosure.below() + " people",
                List.of());
    }
}
