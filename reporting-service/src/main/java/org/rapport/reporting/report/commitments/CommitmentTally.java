package org.rapport.reporting.report.commitments;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.PeopleCount;
import org.rapport.reporting.statistics.ClusterRobust;

/** Counts participations by what was promised, as they stream by, everybody's one after the other. */
final class CommitmentTally {

    static final List<Integer> HORIZONS = List.of(30, 90, 180, 365);
    static final int LAST = HORIZONS.get(HORIZONS.size() - 1);

    private static final CommitmentKind[] KINDS = CommitmentKind.values();
    private static final int NOT_FOLLOWED = -1;

    final PeopleCount units = new PeopleCount();
    final Map<CommitmentKind, OfKind> kinds = new EnumMap<>(CommitmentKind.class);

    /** By each horizon whether the present participation was followed and engaged: a column of the tables. */
    private final int[] columns = new int[HORIZONS.size()];

    private UUID current;
    private int unitsOfPerson;

    /** Those who promised something of a kind, or nothing. */
    static final class OfKind {

        final PeopleCount stated = new PeopleCount();
        final PeopleCount participations = new PeopleCount();
        final List<Horizon> horizons = HORIZONS.stream().map(Horizon::new).toList();

        private int participationsOfPerson;
        private long statedByPerson;

        private OfKind() {}

        private void endPerson() {
            participations.addPerson(participationsOfPerson);
            stated.addPerson(statedByPerson);
            participationsOfPerson = 0;
            statedByPerson = 0;
            for (Horizon horizon : horizons) {
                horizon.endPerson();
            }
        }

        private void join(OfKind others) {
            stated.join(others.stated);
            participations.join(others.participations);
            for (int i = 0; i < horizons.size(); i++) {
                horizons.get(i).join(others.horizons.get(i));
            }
        }
    }

    /** Engaged by a day or not: those who promised above, those who promised nothing below. */
    static final class Horizon {

        final int days;
        final Cells table = new Cells();

        /** Commitments to somebody, kept or not: the first row. */
        final Cells kept = new Cells();

        private final ClusterRobust.Accumulator clusters = new ClusterRobust.Accumulator();

        /** The rows of the present person. */
        private final int[] person = new int[4];

        private boolean any;

        private Horizon(int days) {
            this.days = days;
        }

        private void add(boolean promised, int column) {
            person[(promised ? 0 : 2) + column]++;
            any = true;
        }

        private void endPerson() {
            if (any) {
                table.addPerson(person);
                clusters.add(person[0], person[1], person[2], person[3]);
                Arrays.fill(person, 0);
                any = false;
            }
        }

        private void join(Horizon others) {
            table.join(others.table);
            kept.join(others.kept);
            clusters.join(others.clusters);
        }

        ClusterRobust clusterRobust() {
            return clusters.result();
        }
    }

    CommitmentTally() {
        for (CommitmentKind kind : KINDS) {
            kinds.put(kind, new OfKind());
        }
    }

    void add(Participation participation) {
        UUID participant = participation.participantId();
        if (!Objects.equals(participant, current)) {
            endPerson();
            current = participant;
        }
        unitsOfPerson++;
        for (int i = 0; i < columns.length; i++) {
            int days = HORIZONS.get(i);
            columns[i] = participation.followedFor(days) ? participation.engagedWithin(days) ? 0 : 1 : NOT_FOLLOWED;
        }
        boolean nothing = CommitmentKind.NONE.isThatOf(participation);
        for (CommitmentKind kind : KINDS) {
            boolean promised = kind == CommitmentKind.NONE ? nothing : kind.isThatOf(participation);
            if (promised || nothing) {
                add(participation, kind, promised);
            }
        }
    }

    private void add(Participation participation, CommitmentKind kind, boolean promised) {
        UUID participant = participation.participantId();
        OfKind counts = kinds.get(kind);
        if (promised) {
            counts.participationsOfPerson++;
            counts.statedByPerson += kind.stated(participation);
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != NOT_FOLLOWED) {
                Horizon horizon = counts.horizons.get(i);
                horizon.add(promised, columns[i]);
                if (kind == CommitmentKind.PARTICIPANT) {
                    for (long day : participation.keptDays()) {
                        horizon.kept.add(participant, true, day >= 0 && day <= horizon.days);
                    }
                }
            }
        }
    }

    /** To be called after the last participation. */
    void endPerson() {
        units.addPerson(unitsOfPerson);
        unitsOfPerson = 0;
        kinds.values().forEach(OfKind::endPerson);
    }

    /** Adds what was counted of other people. */
    void join(CommitmentTally others) {
        endPerson();
        others.endPerson();
        units.join(others.units);
        kinds.forEach((kind, counts) -> counts.join(others.kinds.get(kind)));
    }
}
