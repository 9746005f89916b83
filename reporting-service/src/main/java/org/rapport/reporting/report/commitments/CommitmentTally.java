package org.rapport.reporting.report.commitments;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.statistics.ClusterRobust;

/** Counts participations by what was promised, as they stream by, everybody's one after the other. */
final class CommitmentTally {

    static final List<Integer> HORIZONS = List.of(30, 90, 180, 365);
    static final int LAST = HORIZONS.get(HORIZONS.size() - 1);

    final PeopleCount units = new PeopleCount();
    final Map<CommitmentKind, OfKind> kinds = new EnumMap<>(CommitmentKind.class);
    private UUID current;

    /** Those who promised something of a kind, or nothing. */
    static final class OfKind {

        final PeopleCount stated = new PeopleCount();
        final PeopleCount participations = new PeopleCount();
        final Map<Integer, Horizon> horizons = new LinkedHashMap<>();

        private OfKind() {
            HORIZONS.forEach(days -> horizons.put(days, new Horizon()));
        }
    }

    /** Engaged by a day or not: those who promised above, those who promised nothing below. */
    static final class Horizon {

        final Cells table = new Cells();

        /** Commitments to somebody, kept or not: the first row. */
        final Cells kept = new Cells();

        private final ClusterRobust.Accumulator clusters = new ClusterRobust.Accumulator();
        private long[] cluster = new long[4];

        private void add(UUID participant, boolean promised, boolean engaged) {
            table.add(participant, promised, engaged);
            cluster[(promised ? 0 : 2) + (engaged ? 0 : 1)]++;
        }

        private void endCluster() {
            clusters.add(cluster[0], cluster[1], cluster[2], cluster[3]);
            cluster = new long[4];
        }

        ClusterRobust clusterRobust() {
            endCluster();
            return clusters.result();
        }
    }

    CommitmentTally() {
        for (CommitmentKind kind : CommitmentKind.values()) {
            kinds.put(kind, new OfKind());
        }
    }

    void add(Participation participation) {
        UUID participant = participation.participantId();
        if (!participant.equals(current)) {
            kinds.values().forEach(kind -> kind.horizons.values().forEach(Horizon::endCluster));
            current = participant;
        }
        units.add(participant, 1);
        kinds.forEach((kind, counts) -> add(participation, kind, counts));
    }

    private static void add(Participation participation, CommitmentKind kind, OfKind counts) {
        UUID participant = participation.participantId();
        boolean promised = kind.isThatOf(participation);
        if (promised) {
            counts.participations.add(participant, 1);
            counts.stated.add(participant, kind.stated(participation));
        }
        boolean compared = kind != CommitmentKind.NONE && CommitmentKind.NONE.isThatOf(participation);
        counts.horizons.forEach((days, horizon) -> {
            if ((promised || compared) && participation.followedFor(days)) {
                horizon.add(participant, promised, participation.engagedWithin(days));
                if (kind == CommitmentKind.PARTICIPANT) {
                    participation
                            .keptDays()
                            .forEach(day -> horizon.kept.add(participant, true, day >= 0 && day <= days));
                }
            }
        });
    }
}
