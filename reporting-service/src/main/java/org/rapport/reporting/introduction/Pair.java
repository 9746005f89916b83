package org.rapport.reporting.introduction;

import java.util.Comparator;
import java.util.UUID;

/** Two different participants, in the order of their ids as text. */
record Pair(UUID a, UUID b) implements Comparable<Pair> {

    /** By text, which {@link UUID#compareTo} does not go by. */
    static final Comparator<UUID> BY_ID = Comparator.<UUID, Long>comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::a, BY_ID).thenComparing(Pair::b, BY_ID);

    static Pair of(UUID one, UUID other) {
        return BY_ID.compare(one, other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    @Override
    public int compareTo(Pair other) {
        return ORDER.compare(this, other);
    }
}
