package org.rapport.reporting.network;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.reporting.network.ExchangeNetwork.Tie;

/**
 * When those who attended an event became tied to each other. For each tie, the events of its two ends are held against each
 * other: so the work grows with ties and with how much one person attends, and not with the pairs of an event's attendees.
 */
final class Growth {

    private final ExchangeNetwork network;
    private final Map<UUID, Integer> nodes = new HashMap<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final List<NewTies> events = new ArrayList<>();
    private final int[][] attended;
    private final int[] counts;

    Growth(ExchangeNetwork network, Map<UUID, GrowthQuery.Event> events, int windowDays) {
        this.network = network;
        events.forEach((id, event) -> {
            numbers.put(id, this.events.size());
            this.events.add(new NewTies(event, windowDays));
        });
        IntStream.range(0, network.nodes().size())
                .forEach(i -> nodes.put(network.nodes().get(i).id(), i));
        attended = new int[nodes.size()][];
        counts = new int[nodes.size()];
    }

    void addAttendance(UUID event, UUID participant) {
        Integer i = nodes.get(participant);
        if (i != null) {
            if (attended[i] == null) {
                attended[i] = new int[2];
            } else if (counts[i] == attended[i].length) {
                attended[i] = Arrays.copyOf(attended[i], 2 * counts[i]);
            }
            attended[i][counts[i]++] = numbers.get(event);
        }
    }

    /** To be called once, after the last attendance. */
    Map<UUID, NewTies> newTies() {
        for (int node = 0; node < attended.length; node++) {
            attended[node] = IntStream.of(
                            Arrays.copyOf(attended[node] == null ? new int[0] : attended[node], counts[node]))
                    .sorted()
                    .distinct()
                    .toArray();
        }
        for (Tie tie : network.ties()) {
            addTie(tie, attended[tie.a()], attended[tie.b()]);
        }
        Map<UUID, NewTies> newTies = new HashMap<>();
        numbers.forEach((id, number) -> newTies.put(id, events.get(number)));
        return newTies;
    }

    private void addTie(Tie tie, int[] ofA, int[] ofB) {
        int i = 0;
        int j = 0;
        while (i < ofA.length && j < ofB.length) {
            if (ofA[i] == ofB[j]) {
                events.get(ofA[i]).add(tie);
                i++;
                j++;
            } else if (ofA[i] < ofB[j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** Ties of two who both attended an event, by when they were new. */
    static final class NewTies {

        private static final long MICROS_PER_DAY = 86_400_000_000L;

        private final long start;
        private final long end;
        private final long window;
        private final long[] ties = new long[Phase.values().length];

        /** Few of many nodes, at many events: not as bits. */
        private final List<Set<Integer>> people = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());

        NewTies(GrowthQuery.Event event, int windowDays) {
            this.start = micros(event.startsAt());
            this.end = micros(event.endsAt());
            this.window = windowDays * MICROS_PER_DAY;
        }

        private void add(Tie tie) {
            if (tie.first() >= start - window && tie.first() <= end + window) {
                Phase phase = tie.first() < start ? Phase.BEFORE : tie.first() <= end ? Phase.DURING : Phase.AFTER;
                ties[phase.ordinal()]++;
                people.get(phase.ordinal()).add(tie.a());
                people.get(phase.ordinal()).add(tie.b());
            }
        }

        long ties(Phase phase) {
            return ties[phase.ordinal()];
        }

        /** How many people they join. */
        long people(Phase phase) {
            return people.get(phase.ordinal()).size();
        }

        private static long micros(Instant instant) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        }
    }

    /** Seen from an event; each within the window of it. */
    enum Phase {
        BEFORE,
        DURING,
        AFTER
    }
}
