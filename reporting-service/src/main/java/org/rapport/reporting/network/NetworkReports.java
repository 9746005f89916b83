package org.rapport.reporting.network;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rapport.reporting.network.Growth.Phase;
import org.rapport.reporting.network.NetworkQuery.LeftOut;
import org.rapport.reporting.network.NetworkReport.EiIndex;
import org.rapport.reporting.network.NetworkReport.EiIndices;
import org.rapport.reporting.network.NetworkReport.EventGrowth;
import org.rapport.reporting.network.NetworkReport.ExcludedExchanges;
import org.rapport.reporting.network.NetworkReport.ExcludedPeople;
import org.rapport.reporting.network.NetworkReport.FigureCoverage;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvent;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.participation.NumberedEvents;

/** Answers what network the exchanges make. */
@ApplicationScoped
class NetworkReports {

    private final Snapshot snapshot;
    private final NetworkConfig config;

    NetworkReports(Snapshot snapshot, NetworkConfig config) {
        this.snapshot = snapshot;
        this.config = config;
    }

    /** All that was read for a report. */
    private record Facts(NetworkQuery query, List<EventGrowth> growth) {}

    NetworkReport answer(NetworkQuestion question, int windowDays, Disclosure disclosure) {
        Facts facts = snapshot.read(connection -> read(connection, question, windowDays, disclosure));
        int nodes = facts.query().network().nodes();
        NetworkParameters parameters = question.parameters("P" + windowDays + "D");
        return disclosure.hidesCount(nodes)
                ? hidden(question, parameters, disclosure)
                : report(question, parameters, facts, disclosure);
    }

    private Facts read(Connection connection, NetworkQuestion question, int windowDays, Disclosure disclosure)
            throws SQLException {
        ScopedEvents scope = ScopedEvents.of(connection, question.filter(), question.asOf());
        NetworkQuery query = new NetworkQuery(connection, question, scope, config.maxTies());
        NumberedEvents events = NumberedEvents.held(connection, scope, false, question.asOf());
        Growth growth =
                new Growth(query.network(), events, query.population().records(events, question.asOf()), windowDays);
        List<EventGrowth> rows = new ArrayList<>();
        for (ScopedEvent event : scope.events()) {
            int number = events.number(event.id());
            if (number >= 0 && growth.attendees(number) + growth.others(number) > 0) {
                rows.add(growth(event, number, events, growth, windowDays, question.asOf(), disclosure));
            }
        }
        return new Facts(query, rows);
    }

    private static NetworkReport report(
            NetworkQuestion question, NetworkParameters parameters, Facts facts, Disclosure disclosure) {
        ExchangeNetwork network = facts.query().network();
        NetworkAssembly assembly = new NetworkAssembly(network, disclosure);
        Clusters components = Clusters.components(network);
        long nodes = network.nodes();
        long people = facts.query().population().consenting();
        Long isolates = disclosure.count(people - nodes, people - nodes);
        EiIndices indices = new EiIndices(
                assembly.eiIndex(facts.query().organisations()),
                assembly.eiIndex(facts.query().countries()));
        boolean empty = nodes == 0;
        return new NetworkReport(
                "network",
                question.asOf(),
                parameters,
                population(facts, isolates == null ? null : people, disclosure),
                network.exchanges(),
                nodes,
                (long) network.ties(),
                isolates,
                isolates == null ? null : people,
                assembly.density(nodes),
                isolates == null ? null : assembly.density(people),
                (long) components.sizes().length,
                empty ? null : assembly.largest(components),
                isolates == null ? null : components.sizes().length + isolates,
                assembly.sizes(components),
                assembly.meanDegree(),
                assembly.maxDegree(),
                assembly.degreeDistribution(),
                assembly.centralisation(),
                assembly.reciprocity(question.confirmed()),
                indices,
                assembly.communities(components),
                facts.growth(),
                coverage(facts, isolates, indices, disclosure),
                Suppression.of(disclosure),
                NetworkWording.definitions(question),
                NetworkWording.methods(),
                warnings(question, network, people, facts.growth(), disclosure),
                empty ? "nobody in this selection has an exchange that counts" : null);
    }

    private static NetworkReport.NetworkPopulation population(Facts facts, Long people, Disclosure disclosure) {
        long others = facts.query().population().others();
        return new NetworkReport.NetworkPopulation(
                people,
                new ExcludedPeople(disclosure.count(others, others)),
                new ExcludedExchanges(
                        shown(facts.query().notCounting(), disclosure),
                        shown(facts.query().notConfirmed(), disclosure),
                        shown(facts.query().noResearchConsent(), disclosure),
                        shown(facts.query().outsideSelection(), disclosure)));
    }

    private static Long shown(LeftOut leftOut, Disclosure disclosure) {
        return disclosure.count(leftOut.exchanges(), leftOut.people());
    }

    private static List<FigureCoverage> coverage(Facts facts, Long isolates, EiIndices indices, Disclosure disclosure) {
        NetworkQuery query = facts.query();
        long nodes = query.network().nodes();
        long ties = query.network().ties();
        long others = query.population().others();
        Long withoutConsent = disclosure.count(others, others);
        List<FigureCoverage> coverage = new ArrayList<>();
        coverage.add(new FigureCoverage("nodes", "participants", nodes, withoutConsent, "no consent to research"));
        coverage.add(new FigureCoverage(
                "ties", "exchanges", query.network().exchanges(), leftOut(query, disclosure), "see excludedExchanges"));
        for (String figure : List.of("density", "components", "degree", "centralisation", "communities")) {
            coverage.add(new FigureCoverage(figure, "nodes", nodes, isolates, "isolates: no exchange that counts"));
        }
        coverage.add(new FigureCoverage("reciprocity", "ties", ties, 0L, null));
        coverage.add(coverage("eiIndex.organisation", indices.organisation(), "an organisation is not known"));
        coverage.add(coverage("eiIndex.country", indices.country(), "a country is not known"));
        return coverage;
    }

    private static FigureCoverage coverage(String key, EiIndex index, String why) {
        Long known = index.internal() == null ? null : index.internal() + index.external();
        return new FigureCoverage(key, "ties", known, index.unknown(), why);
    }

    private static Long leftOut(NetworkQuery query, Disclosure disclosure) {
        List<Long> shown = Stream.of(
                        query.notCounting(), query.notConfirmed(), query.noResearchConsent(), query.outsideSelection())
                .map(leftOut -> shown(leftOut, disclosure))
                .toList();
        return shown.stream().anyMatch(Objects::isNull)
                ? null
                : shown.stream().mapToLong(Long::longValue).sum();
    }

    private static EventGrowth growth(
            ScopedEvent event,
            int number,
            NumberedEvents events,
            Growth growth,
            int windowDays,
            Instant asOf,
            Disclosure disclosure) {
        Instant endsAt = instant(events.endsAt(number));
        boolean isOver = !endsAt.plus(windowDays, ChronoUnit.DAYS).isAfter(asOf);
        long attendees = growth.attendees(number);
        long others = growth.others(number);
        boolean hidden = disclosure.hidesCount(attendees);
        String reason =
                hidden ? disclosure.reason() : isOver ? null : "followed for fewer than " + windowDays + " days";
        return new EventGrowth(
                event.id(),
                event.title(),
                instant(events.startsAt(number)),
                endsAt,
                disclosure.count(attendees, attendees),
                disclosure.count(others, others),
                hidden ? null : Long.valueOf(attendees * (attendees - 1) / 2),
                hidden ? null : shown(growth, number, Phase.BEFORE, disclosure),
                hidden ? null : shown(growth, number, Phase.DURING, disclosure),
                hidden || !isOver ? null : shown(growth, number, Phase.AFTER, disclosure),
                reason);
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    private static Long shown(Growth growth, int event, Phase phase, Disclosure disclosure) {
        return disclosure.count(growth.ties(event, phase), growth.people(event, phase));
    }

    private static List<String> warnings(
            NetworkQuestion question,
            ExchangeNetwork network,
            long people,
            List<EventGrowth> growth,
            Disclosure disclosure) {
        List<String> warnings = new ArrayList<>();
        if (people == 0) {
            warnings.add("Nobody is in this selection: are these events HELD and over by " + question.asOf()
                    + ", and did people with consent to research attend them?");
        }
        if (network.ties() > 0) {
            warnings.add("Ties are not independent of each other: the interval of reciprocity is too short");
            warnings.add("What nobody reported is not in the network: figures of a network with missing ties are not "
                    + "those of the whole one, and may be off in either direction");
        }
        if (!growth.isEmpty()) {
            warnings.add("New ties before and after an event are no experiment: who attends an event may have been "
                    + "about to get acquainted anyway, and a tie counts for every event that both attended");
        }
        if (!disclosure.full()) {
            warnings.add("Numbers about fewer than " + disclosure.below() + " people are hidden or put together");
        }
        return warnings;
    }

    private static NetworkReport hidden(NetworkQuestion question, NetworkParameters parameters, Disclosure disclosure) {
        return new NetworkReport(
                "network",
                question.asOf(),
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
                null,
                null,
                null,
                null,
                null,
                null,
                Suppression.of(disclosure),
                NetworkWording.definitions(question),
                NetworkWording.methods(),
                List.of(),
                "suppressed: fewer than " + disclosure.below() + " people");
    }
}
