package org.rapport.reporting.report.readinessexposure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rapport.reporting.report.ScopedEvent;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.Encounters;
import org.rapport.reporting.report.participation.Exchanges;
import org.rapport.reporting.report.participation.LeftOutQuery;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/** Reads the few pairs that have to be looked at one by one, because they had an exchange or met. */
final class PairQuery {

    private final Connection connection;
    private final ExposureQuestion question;
    private final ScopedEvents scope;
    private final Memberships memberships;
    private final Records records;
    private final NumberedEvents events;
    private long[] met = new long[0];

    /** Pairs of participant and event that are left out. */
    record Excluded(long eventNotOver, long eventNotOverPeople, long noConsent, long noConsentPeople) {}

    PairQuery(Connection connection, ExposureQuestion question, ScopedEvents scope, Memberships memberships) {
        this.connection = connection;
        this.question = question;
        this.scope = scope;
        this.memberships = memberships;
        this.records = memberships.records();
        this.events = memberships.events();
    }

    /** Finds pairs who met or were introduced to each other at an event; to be called first. */
    void introduced(Ladder ladder) throws SQLException {
        Encounters encounters = new Encounters(connection, records, question.asOf());
        List<Introductions> parts = Parts.of(encounters.size(), (from, to) -> {
            Introductions some = new Introductions(memberships);
            encounters.forEachPair(from, to, some::add);
            return some;
        });
        parts.forEach(ladder::add);
        met = parts.stream().flatMapToLong(Introductions::keys).toArray();
        Arrays.sort(met);
    }

    /** Finds pairs with an exchange, in the order of people. */
    List<TwoPeople> exchanging() throws SQLException {
        Exchanges exchanges = new Exchanges(connection, records, question.asOf(), question.confirmed());
        return Parts.of(exchanges.size(), (from, to) -> {
                    ExchangingPairs some = new ExchangingPairs(question, memberships, met);
                    exchanges.forEachStart(from, to, some::add);
                    return some.close();
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    Excluded excluded() throws SQLException {
        List<UUID> notOver = new ArrayList<>();
        for (ScopedEvent event : scope.events()) {
            if (events.number(event.id()) < 0) {
                notOver.add(event.id());
            }
        }
        LeftOutQuery.Pairs pairs = LeftOutQuery.pairs(connection, notOver);
        long noConsent = 0;
        long noConsentPeople = 0;
        for (int person = 0; person < records.people(); person++) {
            if (!records.consents(person) && records.first(person) < records.end(person)) {
                noConsent += records.end(person) - records.first(person);
                noConsentPeople++;
            }
        }
        return new Excluded(pairs.pairs(), pairs.people(), noConsent, noConsentPeople);
    }
}
