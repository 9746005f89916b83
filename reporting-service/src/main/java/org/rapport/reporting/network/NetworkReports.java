package org.rapport.reporting.network;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rapport.reporting.network.Growth.NewTies;
import org.rapport.reporting.network.Growth.Phase;
import org.rapport.reporting.network.NetworkQuery.LeftOut;
import org.rapport.reporting.network.NetworkQuery.Population;
import org.rapport.reporting.network.NetworkReport.EiIndex;
import org.rapport.reporting.network.NetworkReport.EiIndices;
import org.rapport.reporting.network.NetworkReport.EventGrowth;
import org.rapport.reporting.network.NetworkReport.ExcludedExchanges;
import org.rapport.reporting.network.NetworkReport.ExcludedPeople;
import org.rapport.reporting.network.NetworkReport.FigureCoverage;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.Suppression;

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
    private record Facts(
            ExchangeNetwork network, Population population, Map<String, LeftOut> leftOut, List<EventGrowth> growth) {}

    NetworkReport answer(NetworkQuestion question, int windowDays, Disclosure disclosure) {
        Facts facts = snapshot.read(connection -> read(connection, question, windowDays, disclosure));
        int nodes = facts.network().nodes().size();
        NetworkParameters parameters = question.parameters("P" + windowDays + "D");
        return disclosure.hidesCount(nodes)
                ? hidden(question, parameters, disclosure)
                : report(question, parameters, facts, disclosure);
    }

    private Facts read(Connection connection, NetworkQuestion question, int windowDays, Disclosure disclosure)
            throws SQLException {
        ScopedEvents scope = ScopedEvents.of(connection, question.filter(), question.asOf());
        NetworkQuery query = new NetworkQuery(connection, question, scope);
        ExchangeNetwork network = query.network(config.maxTies());
        GrowthQuery attended = new GrowthQuery(connection, question, scope);
        Map<UUID, GrowthQuery.Event> events = attended.events();
        Growth growth = new Growth(network, events, windowDays);
        attended.attendances(growth::addAttendance);
        Map<UUID, NewTies> newTies = growth.newTies();
        List<EventGrowth> rows = scope.events().stream()
                .filter(event -> events.containsKey(event.id()))
                .map(event -> growth(
                        event.id(),
                        event.title(),
                        events.get(event.id()),
                        newTies.get(event.id()),
                        windowDays,
                        question.asOf(),
                        disclosure))
                .toList();
        return new Facts(network, query.population(), query.leftOut(network.exchanges(), disclosure.below()), rows);
    }

    private static NetworkReport report(
            NetworkQuestion question, NetworkParameters parameters, Facts facts, Disclosure disclosure) {
        ExchangeNetwork network = facts.network();
        NetworkAssembly assembly = new NetworkAssembly(network, disclosure);
        Clusters components = Clusters.components(network);
        long nodes = network.nodes().size();
        long people = facts.population().consenting();
        Long isolates = disclosure.count(people - nodes, people - nodes);
        EiIndices indices = new EiIndices(assembly.byOrganisation(), assembly.byCountry());
        boolean empty = nodes == 0;
        return new NetworkReport(
                "network",
                question.asOf(),
                parameters,
                population(facts, isolates == null ? null : people, disclosure),
                network.exchanges(),
                nodes,
                (long) network.ties().size(),
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
                assembly.communities(),
                facts.growth(),
                coverage(facts, isolates, indices, disclosure),
                Suppression.of(disclosure),
                NetworkWording.definitions(question),
                NetworkWording.methods(),
                warnings(question, network, people, facts.growth(), disclosure),
                empty ? "nobody in this selection has an exchange that counts" : null);
    }

    private static NetworkReport.NetworkPopulation population(Facts facts, Long people, Disclosure disclosure) {
        long others = facts.population().others();
        return new NetworkReport.NetworkPopulation(
                people,
                new ExcludedPeople(disclosure.count(others, others)),
                new ExcludedExchanges(
                        shown(facts, "notCounting", disclosure),
                        shown(facts, "notConfirmed", disclosure),
                        shown(facts, "noResearchConsent", disclosure),
                        shown(facts, "outsideSelection", disclosure)));
    }

    private static Long shown(Facts facts, String reason, Disclosure disclosure) {
        LeftOut leftOut = facts.leftOut().getOrDefault(reason, LeftOut.NONE);
        return disclosure.count(leftOut.exchanges(), leftOut.people());
    }

    private static List<FigureCoverage> coverage(Facts facts, Long isolates, EiIndices indices, Disclosure disclosure) {
        long nodes = facts.network().nodes().size();
        long ties = facts.network().ties().size();
        Long withoutConsent =
                disclosure.count(facts.population().others(), facts.population().others());
        List<FigureCoverage> coverage = new ArrayList<>();
        coverage.add(new FigureCoverage("nodes", "participants", nodes, withoutConsent, "no consent to research"));
        coverage.add(new FigureCoverage(
                "ties", "exchanges", facts.network().exchanges(), leftOut(facts, disclosure), "see excludedExchanges"));
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

    private static Long leftOut(Facts facts, Disclosure disclosure) {
        List<Long> shown = facts.leftOut().keySet().stream()
                .map(reason -> shown(facts, reason, disclosure))
                .toList();
        return shown.stream().anyMatch(Objects::isNull)
                ? null
                : shown.stream().mapToLong(Long::longValue).sum();
    }

    private static EventGrowth growth(
            UUID id,
            String title,
            GrowthQuery.Event event,
            NewTies newTies,
            int windowDays,
            Instant asOf,
            Disclosure disclosure) {
        boolean isOver = !event.endsAt().plus(windowDays, ChronoUnit.DAYS).isAfter(asOf);
        long attendees = event.attendees();
        boolean hidden = disclosure.hidesCount(attendees);
        String reason =
                hidden ? disclosure.reason() : isOver ? null : "followed for fewer than " + windowDays + " days";
        return new EventGrowth(
                id,
                title,
                event.startsAt(),
                event.endsAt(),
                disclosure.count(attendees, attendees),
                disclosure.count(event.others(), event.others()),
                hidden ? null : Long.valueOf(attendees * (attendees - 1) / 2),
                hidden ? null : shown(newTies, Phase.BEFORE, disclosure),
                hidden ? null : shown(newTies, Phase.DURING, disclosure),
                hidden || !isOver ? null : shown(newTies, Phase.AFTER, disclosure),
                reason);
    }

    private static Long shown(NewTies ties, Phase phase, Disclosure disclosure) {
        return disclosure.count(ties.ties(phase), ties.people(phase));
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
        if (!network.ties().isEmpty()) {
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
