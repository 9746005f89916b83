package org.rapport.reporting.report.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.comparison.ComparisonQuestion.StratifyBy;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.report.participation.ReadinessLevel;
import org.rapport.reporting.statistics.ClusterRobust;
import org.rapport.reporting.statistics.Interaction;
import org.rapport.reporting.statistics.TwoByTwo;

/**
 * Counts participations as they stream by, everybody's one after the other. It keeps counts,
 * and two small numbers per unit for the rank correlation.
 */
final class ComparisonTally {

    private final ComparisonQuestion question;
    private final Function<Participation, StratumKey> stratumOf;

    final Cells table = new Cells();
    final Cells unascertained = new Cells();
    final Map<ReadinessLevel, Cells> levels = new EnumMap<>(ReadinessLevel.class);
    final Pairs pairs = new Pairs();
    final ItemSums items = new ItemSums();
    final PeopleCount units = new PeopleCount();
    final PeopleCount unascertainedUnits = new PeopleCount();
    final PeopleCount late = new PeopleCount();

    private final Map<StratumKey, Cells> strata = new HashMap<>();

    /** Those of the event with each number, as far as there was one. */
    private Cells[] ofEvents = new Cells[0];

    private final ClusterRobust.Accumulator clusters = new ClusterRobust.Accumulator();
    private final Interaction.Clusters interaction = new Interaction.Clusters();
    private final long[] clusterReady = new long[4];
    private final long[] clusterNotReady = new long[4];
    private UUID current;
    private boolean currentIsAscertained;
    long exchanges;
    long maxExchanges;

    /** A stratum; the key is stable, the label is for people. */
    record StratumKey(String key, String label) {
        static final StratumKey READY = new StratumKey("ready", "ready");
        static final StratumKey NOT_READY = new StratumKey("notReady", "not ready");
    }

    ComparisonTally(ComparisonQuestion question, Function<Participation, StratumKey> stratumOf) {
        this.question = question;
        this.stratumOf = stratumOf;
        for (ReadinessLevel level : ReadinessLevel.values()) {
            levels.put(level, new Cells());
        }
        if (question.stratifyBy() == StratifyBy.READINESS) {
            strata.put(StratumKey.READY, new Cells());
            strata.put(StratumKey.NOT_READY, new Cells());
        }
    }

    void add(Participation participation) {
        if (!Objects.equals(participation.participantId(), current)) {
            endCluster();
            current = participation.participantId();
        }
        units.add(current, 1);
        late.add(current, participation.lateNeeds());
        boolean isExposed = question.exposes(participation);
        boolean isEngaged = participation.exchanges() > 0;
        if (participation.followedFor(question.windowDays())) {
            addAscertained(participation, isExposed, isEngaged);
        } else {
            unascertainedUnits.add(current, 1);
            unascertained.add(current, isExposed, isEngaged);
        }
    }

    private void addAscertained(Participation participation, boolean isExposed, boolean isEngaged) {
        table.add(current, isExposed, isEngaged);
        stratum(participation).add(current, isExposed, isEngaged);
        levels.get(participation.level()).add(current, isExposed, isEngaged);
        boolean isReady = participation.ready(question.threshold());
        (isReady ? clusterReady : clusterNotReady)[(isExposed ? 0 : 2) + (isEngaged ? 0 : 1)]++;
        currentIsAscertained = true;
        pairs.add(participation.scoreOrZero(), participation.exchanges());
        exchanges += participation.exchanges();
        maxExchanges = Math.max(maxExchanges, participation.exchanges());
        if (isReady) {
            items.add(current, participation.items());
        }
    }

    private Cells stratum(Participation participation) {
        if (question.stratifyBy() == StratifyBy.READINESS) {
            return strata.get(stratumOf.apply(participation));
        }
        int event = participation.event();
        if (event >= ofEvents.length) {
            ofEvents = Arrays.copyOf(ofEvents, Math.max(event + 1, 2 * ofEvents.length));
        }
        if (ofEvents[event] == null) {
            ofEvents[event] = strata.computeIfAbsent(stratumOf.apply(participation), key -> new Cells());
        }
        return ofEvents[event];
    }

    /** Adds what was counted of other people. */
    void join(ComparisonTally others) {
        endCluster();
        others.endCluster();
        table.join(others.table);
        unascertained.join(others.unascertained);
        levels.forEach((level, cells) -> cells.join(others.levels.get(level)));
        others.strata.forEach((key, cells) ->
                strata.computeIfAbsent(key, added -> new Cells()).join(cells));
        pairs.join(others.pairs);
        items.join(others.items);
        units.join(others.units);
        unascertainedUnits.join(others.unascertainedUnits);
        late.join(others.late);
        clusters.join(others.clusters);
        interaction.join(others.interaction);
        exchanges += others.exchanges;
        maxExchanges = Math.max(maxExchanges, others.maxExchanges);
    }

    /** In the order of their keys. */
    SortedMap<StratumKey, Cells> strata() {
        SortedMap<StratumKey, Cells> sorted = new TreeMap<>(Comparator.comparing(StratumKey::key));
        sorted.putAll(strata);
        return sorted;
    }

    /** To be called once, after the last participation. */
    ClusterRobust clusterRobust() {
        endCluster();
        return clusters.result();
    }

    /** Whether the association differs between the ready and the others; to be called after the last participation. */
    Interaction.Clusters interaction() {
        return interaction;
    }

    private void endCluster() {
        if (currentIsAscertained) {
            clusters.add(
                    clusterReady[0] + clusterNotReady[0],
                    clusterReady[1] + clusterNotReady[1],
                    clusterReady[2] + clusterNotReady[2],
                    clusterReady[3] + clusterNotReady[3]);
            if (question.stratifyBy() == StratifyBy.READINESS) {
                interaction.add(table(clusterReady), table(clusterNotReady));
            }
        }
        Arrays.fill(clusterReady, 0);
        Arrays.fill(clusterNotReady, 0);
        currentIsAscertained = false;
    }

    private static TwoByTwo table(long[] cells) {
        return new TwoByTwo(cells[0], cells[1], cells[2], cells[3]);
    }
}
