package org.rapport.reporting.report.encounters;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.rapport.reporting.report.participation.Records;

/** Who met whom, as a network: degrees and components, counted pair by pair. People are numbers, in the order of their ids. */
final class EncounterNetwork {

    private static final int LONGEST = 5;

    private static final Comparator<MetPair> BY_TIME = Comparator.comparingLong(MetPair::seconds)
            .thenComparing(MetPair::a, Comparator.reverseOrder())
            .thenComparing(MetPair::b, Comparator.reverseOrder());

    private final Records records;

    /** The way to a root that those joined by encounters share. */
    private final int[] parents;

    private final int[] degrees;
    private final boolean[] participates;
    private final PriorityQueue<MetPair> longest = new PriorityQueue<>(BY_TIME);
    private int participants;
    private long pairs;
    private long joined;
    private long seconds;
    private long onSeveralDays;

    /** Two who met. */
    private record MetPair(int a, int b, long encounters, long seconds) {}

    /** Those who attended and consent take part. */
    EncounterNetwork(Records records) {
        this.records = records;
        parents = new int[records.people()];
        degrees = new int[records.people()];
        participates = new boolean[records.people()];
        for (int person = 0; person < records.people(); person++) {
            parents[person] = person;
            for (int at = records.first(person);
                    records.consents(person) && !participates[person] && at < records.end(person);
                    at++) {
                participates[person] = records.attended(at);
            }
            participants += participates[person] ? 1 : 0;
        }
    }

    /** @param severalDays whether they met on more than one day */
    void addPair(int a, int b, long encounters, long secondsTogether, boolean severalDays) {
        pairs++;
        seconds += secondsTogether;
        onSeveralDays += severalDays ? 1 : 0;
        degrees[a]++;
        degrees[b]++;
        int rootA = root(a);
        int rootB = root(b);
        if (rootA != rootB) {
            parents[rootA] = rootB;
            joined++;
        }
        if (longest.size() < LONGEST || secondsTogether >= longest.element().seconds()) {
            longest.add(new MetPair(a, b, encounters, secondsTogether));
        }
        if (longest.size() > LONGEST) {
            longest.remove();
        }
    }

    private int root(int person) {
        int root = person;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    long participants() {
        return participants;
    }

    long pairs() {
        return pairs;
    }

    long seconds() {
        return seconds;
    }

    long pairsMeetingOnSeveralDays() {
        return onSeveralDays;
    }

    /** Each pair that joined two parts made one of two. */
    long components() {
        long met = 0;
        for (int degree : degrees) {
            met += degree > 0 ? 1 : 0;
        }
        return met - joined;
    }

    Double density() {
        double n = participants;
        return n < 2 ? null : Double.valueOf(pairs / (n * (n - 1) / 2));
    }

    EncounterReport.Degree degree(boolean withParticipant) {
        if (participants == 0) {
            return new EncounterReport.Degree(null, null, null, null);
        }
        int max = -1;
        long min = Long.MAX_VALUE;
        for (int person = 0; person < degrees.length; person++) {
            if (participates[person]) {
                min = Math.min(min, degrees[person]);
                max = max < 0 || degrees[person] > degrees[max] ? person : max;
            }
        }
        UUID participant = withParticipant ? records.id(max) : null;
        return new EncounterReport.Degree(2.0 * pairs / participants, min, (long) degrees[max], participant);
    }

    List<EncounterReport.PairRow> longestPairs() {
        return longest.stream()
                .sorted(BY_TIME.reversed())
                .map(pair -> new EncounterReport.PairRow(
                        List.of(records.id(pair.a()), records.id(pair.b())), pair.seconds(), pair.encounters()))
                .toList();
    }
}
