package org.rapport.reporting.network;

import java.util.Arrays;
import org.rapport.kit.problem.Problems;

/**
 * Who had exchanges with whom, as columns of numbers: nodes in the order of the ids of their people, and ties in the order
 * of their ends, so that whatever is computed from them in turn is always the same.
 */
final class ExchangeNetwork {

    /** Whom each node stands for. */
    private final int[] people;

    private final Columns ties;

    /** Where the ties of each node begin, and behind the last node where those of the last one end. */
    private final int[] firstTie;

    /** The ties of each node, in the order of whom they lead to. */
    private final int[] tiesOfNodes;

    private ExchangeNetwork(int[] people, Columns ties) {
        this.people = people;
        this.ties = ties;
        firstTie = new int[people.length + 1];
        for (int tie = 0; tie < ties.size; tie++) {
            firstTie[ties.a[tie] + 1]++;
            firstTie[ties.b[tie] + 1]++;
        }
        Arrays.parallelPrefix(firstTie, Integer::sum);
        int[] next = firstTie.clone();
        tiesOfNodes = new int[2 * ties.size];
        for (int tie = 0; tie < ties.size; tie++) {
            tiesOfNodes[next[ties.a[tie]]++] = tie;
            tiesOfNodes[next[ties.b[tie]]++] = tie;
        }
    }

    int nodes() {
        return people.length;
    }

    /** The number that a node's participant has among all people. */
    int person(int node) {
        return people[node];
    }

    int degree(int node) {
        return firstTie[node + 1] - firstTie[node];
    }

    int[] degrees() {
        int[] degrees = new int[people.length];
        for (int node = 0; node < degrees.length; node++) {
            degrees[node] = degree(node);
        }
        return degrees;
    }

    /** Where a node's ties begin; they end where those of the next one begin. */
    int firstTie(int node) {
        return firstTie[node];
    }

    /** To whom a node's tie leads. */
    int neighbour(int node, int at) {
        int tie = tiesOfNodes[at];
        return ties.a[tie] == node ? ties.b[tie] : ties.a[tie];
    }

    int ties() {
        return ties.size;
    }

    /** The node with the lesser id. */
    int a(int tie) {
        return ties.a[tie];
    }

    int b(int tie) {
        return ties.b[tie];
    }

    int exchanges(int tie) {
        return ties.exchanges[tie];
    }

    /** As bits, see {@link ExchangeType}. */
    int types(int tie) {
        return ties.types[tie];
    }

    /** Whether both have confirmed at least one exchange. */
    boolean confirmed(int tie) {
        return ties.confirmed[tie];
    }

    /** When the first exchange began, in microseconds since 1970. */
    long first(int tie) {
        return ties.first[tie];
    }

    /** When the last one began. */
    long last(int tie) {
        return ties.last[tie];
    }

    long exchanges() {
        long exchanges = 0;
        for (int tie = 0; tie < ties.size; tie++) {
            exchanges += ties.exchanges[tie];
        }
        return exchanges;
    }

    /** Columns that grow. */
    private static final class Columns {

        private static final int FIRST_CAPACITY = 1_024;

        private int[] a = new int[FIRST_CAPACITY];
        private int[] b = new int[FIRST_CAPACITY];
        private int[] exchanges = new int[FIRST_CAPACITY];
        private byte[] types = new byte[FIRST_CAPACITY];
        private boolean[] confirmed = new boolean[FIRST_CAPACITY];
        private long[] first = new long[FIRST_CAPACITY];
        private long[] last = new long[FIRST_CAPACITY];
        private int size;

        private void grow() {
            int capacity = 2 * size;
            a = Arrays.copyOf(a, capacity);
            b = Arrays.copyOf(b, capacity);
            exchanges = Arrays.copyOf(exchanges, capacity);
            types = Arrays.copyOf(types, capacity);
            confirmed = Arrays.copyOf(confirmed, capacity);
            first = Arrays.copyOf(first, capacity);
            last = Arrays.copyOf(last, capacity);
        }
    }

    /** Makes ties of exchanges. */
    static final class Builder {

        private final int people;
        private final int maxTies;
        private final Columns ties = new Columns();

        /** @param people how many have a number */
        Builder(int people, int maxTies) {
            this.people = people;
            this.maxTies = maxTies;
        }

        /** To be called in the order of people; refuses what is too much to be answered at once. */
        void add(int a, int b, int type, boolean confirmed, long startedAt) {
            int tie = ties.size - 1;
            if (tie < 0 || ties.a[tie] != a || ties.b[tie] != b) {
                tie = begin(a, b, startedAt);
            }
            ties.exchanges[tie]++;
            ties.types[tie] |= (byte) type;
            ties.confirmed[tie] |= confirmed;
            ties.first[tie] = Math.min(ties.first[tie], startedAt);
            ties.last[tie] = Math.max(ties.last[tie], startedAt);
        }

        private int begin(int a, int b, long startedAt) {
            if (ties.size == maxTies) {
                throw Problems.invalid(
                        "",
                        "NETWORK_TOO_LARGE",
                        "This network has more than " + maxTies
                                + " ties: narrow it down by event, project, programme, type or time");
            }
            if (ties.size == ties.a.length) {
                ties.grow();
            }
            ties.a[ties.size] = a;
            ties.b[ties.size] = b;
            ties.first[ties.size] = startedAt;
            ties.last[ties.size] = startedAt;
            return ties.size++;
        }

        /** To be called once. */
        ExchangeNetwork build() {
            boolean[] tied = new boolean[people];
            for (int tie = 0; tie < ties.size; tie++) {
                tied[ties.a[tie]] = true;
                tied[ties.b[tie]] = true;
            }
            int[] nodeOf = new int[people];
            int[] nodes = new int[Math.min(people, 2 * ties.size)];
            int size = 0;
            for (int person = 0; person < people; person++) {
                if (tied[person]) {
                    nodeOf[person] = size;
                    nodes[size++] = person;
                }
            }
            for (int tie = 0; tie < ties.size; tie++) {
                ties.a[tie] = nodeOf[ties.a[tie]];
                ties.b[tie] = nodeOf[ties.b[tie]];
            }
            return new ExchangeNetwork(Arrays.copyOf(nodes, size), ties);
        }
    }
}
