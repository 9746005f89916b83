package org.rapport.reporting.network;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.rapport.reporting.network.NetworkExport.Names;
import org.rapport.reporting.network.NetworkQuery.Population;
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

    /** What was read for an export. */
    private record Facts(ExchangeNetwork network, Population population) {}

    NetworkAnswer answer(NetworkQuestion question, boolean pseudonymous) {
        Facts facts = snapshot.read(connection -> read(connection, question));
        NetworkExport export = new NetworkExport(facts.network(), pseudonymous ? pseudonyms : ids);
        return new NetworkAnswer(
                question.asOf(),
                question.parameters(null),
                pseudonymous,
                new NetworkAnswer.NetworkCoverage(
                        facts.population().consenting()
                                - facts.network().nodes().size(),
                        facts.population().others()),
                export.nodes(),
                export.ties());
    }

    private Facts read(Connection connection, NetworkQuestion question) throws SQLException {
        ScopedEvents scope = ScopedEvents.of(connection, question.filter(), question.asOf());
        NetworkQuery query = new NetworkQuery(connection, question, scope);
        return new Facts(query.network(config.maxTies()), query.population());
    }
}
