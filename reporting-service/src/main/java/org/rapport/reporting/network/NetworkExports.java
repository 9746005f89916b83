package org.rapport.reporting.network;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.rapport.reporting.network.NetworkExport.Names;
import org.rapport.reporting.network.NetworkExport.Node;
import org.rapport.reporting.report.ReportsConfig;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;

/** Hands out networks. */
@ApplicationScoped
class NetworkExports {

    private final Snapshot snapshot;
    private final NetworkConfig config;
    private final Names ids;
    private final Names pseudonyms;

    NetworkExports(Snapshot snapshot, NetworkConfig config, ReportsConfig reports, Pseudonyms pseudonyms) {
        this.snapshot = snapshot;
        this.config = config;
        this.ids = new Names(
                node -> node.id().toString(), node -> node.organisation().toString(), 0);
        this.pseudonyms = new Names(
                node -> pseudonyms.of("participant", node.id()),
                node -> pseudonyms.of("organisation", node.organisation()),
                reports.suppressBelow());
    }

    NetworkAnswer answer(NetworkQuestion question, boolean pseudonymous) {
        NetworkQuery query = snapshot.read(connection -> new NetworkQuery(
                connection,
                question,
                ScopedEvents.of(connection, question.filter(), question.asOf()),
                config.maxTies()));
        NetworkExport export = new NetworkExport(query.network(), nodes(query), pseudonymous ? pseudonyms : ids);
        return new NetworkAnswer(
                question.asOf(),
                question.parameters(null),
                pseudonymous,
                new NetworkAnswer.NetworkCoverage(
                        query.population().consenting() - query.network().nodes(),
                        query.population().others()),
                export.nodes(),
                export.ties());
    }

    private static List<Node> nodes(NetworkQuery query) {
        int[] countries = query.countries();
        int[] organisations = query.organisations();
        return IntStream.range(0, countries.length)
                .mapToObj(node -> new Node(
                        query.population().id(query.network().person(node)),
                        query.affiliations().countryOf(countries[node]),
                        query.affiliations().organisationOf(organisations[node])))
                .toList();
    }
}
