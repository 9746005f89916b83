package org.rapport.reporting.report.needs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.needs.NeedTally.Names;
import org.rapport.reporting.report.participation.DeclarationTable;
import org.rapport.reporting.report.participation.DeclarationTable.OfUnknown;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Population;
import org.rapport.reporting.report.participation.TopicPeriods;

/** Goes through needs as they were at a time. */
final class NeedQuery {

    private static final int NOBODY = -1;

    private static final String TOPICS = "select code, label from topic where code is not null and label is not null";

    private final Connection connection;
    private final EventFilter filter;
    private final long asOf;
    private final Population population;
    private final DeclarationTable needs;

    /** Who offers something on a topic: of all of them the first and the last one. */
    private final int[] firstOffering;

    private final int[] lastOffering;

    NeedQuery(Connection connection, Instant asOf, EventFilter filter) throws SQLException {
        this.connection = connection;
        this.filter = filter;
        this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
        this.population = Population.of(connection, filter, ScopedEvents.of(connection, filter, asOf), asOf);
        this.needs = population.columns().declarations(connection);
        TopicPeriods offers = population.columns().offers(connection);
        this.firstOffering = new int[population.columns().topics()];
        this.lastOffering = new int[firstOffering.length];
        findOffering(offers);
    }

    /** Needs that are left out, and of how many people. */
    record WithoutConsent(long needs, long people) {}

    private void findOffering(TopicPeriods offers) {
        Arrays.fill(firstOffering, NOBODY);
        for (int person = 0; person < population.size(); person++) {
            if (population.consents(person)) {
                for (int offer = offers.first(person); offer < offers.end(person); offer++) {
                    if (offers.includes(offer, asOf)) {
                        int topic = offers.topic(offer);
                        firstOffering[topic] = firstOffering[topic] == NOBODY ? person : firstOffering[topic];
                        lastOffering[topic] = person;
                    }
                }
            }
        }
    }

    private boolean isOfferedByAnother(int topic, int person) {
        return firstOffering[topic] != NOBODY && (firstOffering[topic] != person || lastOffering[topic] != person);
    }

    /** Counts the needs of those who consent, everybody's one after the other. */
    NeedTally tally() {
        NeedTally tally = new NeedTally(
                new Names(firstOffering.length, population.columns()::topic), new Names(needs.kinds(), needs::kindOf));
        for (int person = 0; person < population.size(); person++) {
            if (population.includes(person) && population.consents(person) && needs.first(person) < needs.end(person)) {
                tally.turnTo(person, population.id(person));
                for (int need = needs.first(person); need < needs.end(person); need++) {
                    if (needs.declaredAt(need) <= asOf) {
                        add(need, person, tally);
                    }
                }
            }
        }
        return tally;
    }

    private void add(int need, int person, NeedTally tally) {
        long declaredAt = needs.declaredAt(need);
        long met = needs.metAt(need);
        long followedTo = Math.min(asOf, Math.min(population.leftAt(person), needs.withdrawnAt(need)));
        tally.add(
                needs.topic(need),
                needs.kind(need),
                needs.isMet(need, asOf),
                needs.isWithdrawn(need, asOf),
                isOfferedByAnother(needs.topic(need), person),
                met == Long.MAX_VALUE ? NeedTally.NEVER : Math.max(0, daysRoundedUp(met - declaredAt)),
                Math.floorDiv(followedTo - declaredAt, NumberedEvents.DAY));
    }

    private static long daysRoundedUp(long time) {
        return -Math.floorDiv(-time, NumberedEvents.DAY);
    }

    WithoutConsent withoutConsent() {
        long count = 0;
        long people = 0;
        for (int person = 0; person < population.size(); person++) {
            if (population.includes(person) && !population.consents(person)) {
                long before = count;
                for (int need = needs.first(person); need < needs.end(person); need++) {
                    count += needs.declaredAt(need) <= asOf ? 1 : 0;
                }
                people += count > before ? 1 : 0;
            }
        }
        if (filter.takesAll()) {
            Set<UUID> unknown = new HashSet<>();
            for (OfUnknown need : needs.ofUnknown()) {
                if (need.declaredAt() <= asOf) {
                    count++;
                    unknown.add(need.participant());
                }
            }
            people += unknown.size();
        }
        return new WithoutConsent(count, people);
    }

    /** What topics are called. */
    Map<String, String> labels() throws SQLException {
        Map<String, String> labels = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TOPICS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                labels.put(row.getString(1), row.getString(2));
            }
        }
        return labels;
    }
}
