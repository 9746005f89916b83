package org.rapport.reporting.network;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.AffiliationTable;
import org.rapport.reporting.report.participation.ExchangeTable;
import org.rapport.reporting.report.participation.Population;

/**
 * Goes through all exchanges once: which of them are in the network, and why the others are not. The population is everybody
 * who consents to research, or of those the ones who attended an event in the selection.
 */
final class NetworkQuery {

    private final NetworkQuestion question;
    private final long asOf;
    private final long from;
    private final long to;
    private final Population population;
    private final AffiliationTable affiliations;

    /** By their numbers, from that of none on. */
    private final boolean[] typeAsked;

    private final int[] typeBits;

    private final ExchangeNetwork network;
    private final LeftOut notCounting;
    private final LeftOut notConfirmed;
    private final LeftOut noResearchConsent;
    private final LeftOut outsideSelection;

    NetworkQuery(Connection connection, NetworkQuestion question, ScopedEvents scope, int maxTies) throws SQLException {
        this.question = question;
        this.asOf = micros(question.asOf());
        this.from = question.startedFrom() == null ? Long.MIN_VALUE : micros(question.startedFrom());
        this.to = question.startedTo() == null ? Long.MAX_VALUE : micros(question.startedTo());
        this.population = Population.of(connection, question.filter(), scope, question.asOf());
        this.notCounting = new LeftOut(population.size());
        this.notConfirmed = new LeftOut(population.size());
        this.noResearchConsent = new LeftOut(population.size());
        this.outsideSelection = new LeftOut(population.size());
        this.affiliations = population.columns().affiliations(connection);
        ExchangeTable exchanges = population.columns().exchanges(connection);
        this.typeAsked = new boolean[exchanges.types() + 1];
        this.typeBits = new int[typeAsked.length];
        typeAsked[0] = question.types().isEmpty();
        for (int type = 0; type < exchanges.types(); type++) {
            int bits = ExchangeType.bits(exchanges.typeOf(type));
            typeBits[type + 1] = bits;
            typeAsked[type + 1] = question.types().isEmpty() || (bits & ExchangeType.bits(question.types())) != 0;
        }
        this.network = network(exchanges, maxTies);
        leaveOut(exchanges.others());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** Exchanges that are not in the network. */
    static final class LeftOut {

        private final BitSet people;
        private long exchanges;

        private LeftOut(int people) {
            this.people = new BitSet(people);
        }

        private void add(int a, int b) {
            exchanges++;
            people.set(a);
            people.set(b);
        }

        long exchanges() {
            return exchanges;
        }

        long people() {
            return people.cardinality();
        }
    }

    private ExchangeNetwork network(ExchangeTable exchanges, int maxTies) {
        ExchangeNetwork.Builder ties = new ExchangeNetwork.Builder(population.size(), maxTies);
        for (int i = 0; i < exchanges.size(); i++) {
            long startedAt = exchanges.startedAt(i);
            if (startedAt <= asOf && startedAt >= from && startedAt <= to && typeAsked[exchanges.type(i) + 1]) {
                int a = exchanges.a(i);
                int b = exchanges.b(i);
                boolean confirmed = exchanges.confirmedAt(i) <= asOf;
                if (question.confirmed() && !confirmed) {
                    notConfirmed.add(a, b);
                } else if (!population.consents(a) || !population.consents(b)) {
                    noResearchConsent.add(a, b);
                } else if (!population.includes(a) || !population.includes(b)) {
                    outsideSelection.add(a, b);
                } else {
                    ties.add(a, b, typeBits[exchanges.type(i) + 1], confirmed, startedAt);
                }
            }
        }
        return ties.build();
    }

    /** Those that count are of somebody who isn't known, and of whom there is no consent. */
    private void leaveOut(ExchangeTable others) {
        boolean anyTime = question.startedFrom() == null && question.startedTo() == null;
        for (int i = 0; i < others.size(); i++) {
            long startedAt = others.startedAt(i);
            boolean asked =
                    startedAt == Long.MAX_VALUE ? anyTime : startedAt <= asOf && startedAt >= from && startedAt <= to;
            if (asked && typeAsked[others.type(i) + 1]) {
                LeftOut reason = !others.counts(i)
                        ? notCounting
                        : question.confirmed() && others.confirmedAt(i) > asOf ? notConfirmed : noResearchConsent;
                reason.add(others.a(i), others.b(i));
            }
        }
    }

    ExchangeNetwork network() {
        return network;
    }

    Population population() {
        return population;
    }

    LeftOut notCounting() {
        return notCounting;
    }

    LeftOut notConfirmed() {
        return notConfirmed;
    }

    LeftOut noResearchConsent() {
        return noResearchConsent;
    }

    LeftOut outsideSelection() {
        return outsideSelection;
    }

    AffiliationTable affiliations() {
        return affiliations;
    }

    /** The country of each node, as a number; negative if it isn't known. */
    int[] countries() {
        int[] countries = new int[network.nodes()];
        for (int node = 0; node < countries.length; node++) {
            countries[node] = affiliations.country(network.person(node));
        }
        return countries;
    }

    /** The organisation of each node, as a number; negative if it isn't known. */
    int[] organisations() {
        LocalDate today = question.asOf().atOffset(ZoneOffset.UTC).toLocalDate();
        int[] organisations = new int[network.nodes()];
        for (int node = 0; node < organisations.length; node++) {
            organisations[node] = affiliations.organisation(network.person(node), today);
        }
        return organisations;
    }
}
