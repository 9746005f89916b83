package org.rapport.events.encounter;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes encounters of contacts, which come in the order of time. A contact of two at t says that they faced each other from
 * t - resolution to t. Contacts of a pair are one encounter as long as no more than the gap lies between the end of one and
 * the beginning of the next; it lasts from the beginning of the first to the end of the last. Only pairs that may still go
 * on are held.
 */
final class Contacts {

    /** Three hundred badges in one room, all of them facing each other. */
    static final int MAX_OPEN = 50_000;

    private final int resolution;
    private final int gap;
    private final Consumer<Met> closed;

    /** The one that has been silent for longest comes first. */
    private final Map<Pair, Open> open = new LinkedHashMap<>(16, 0.75f, true);

    private long now = Long.MIN_VALUE;

    /**
     * None yet.
     *
     * @param closed gets each encounter once it is over
     */
    Contacts(int resolution, int gap, Consumer<Met> closed) {
        this.resolution = resolution;
        this.gap = gap;
        this.closed = closed;
    }

    private record Pair(String i, String j) {}

    /** Two who met; times as contacts tell them. */
    record Met(long line, String i, String j, long start, long end) {}

    private static final class Open {
        private final long line;
        private final long start;
        private long end;

        private Open(long line, long start, long end) {
            this.line = line;
            this.start = start;
            this.end = end;
        }
    }

    /** Whether the contact comes too late to be told of. */
    boolean isPast(long t) {
        return t < now;
    }

    /** Whether no further pair can be held. */
    boolean isFull() {
        return open.size() >= MAX_OPEN;
    }

    void add(long line, long t, String i, String j) {
        if (t > now) {
            now = t;
            closeSilent();
        }
        Pair pair = i.compareTo(j) < 0 ? new Pair(i, j) : new Pair(j, i);
        Open current = open.get(pair);
        if (current == null) {
            open.put(pair, new Open(line, t - resolution, t));
        } else {
            current.end = t;
        }
    }

    /** Ends what is still open. */
    void end() {
        open.forEach(this::close);
        open.clear();
    }

    private void closeSilent() {
        Iterator<Map.Entry<Pair, Open>> eldest = open.entrySet().iterator();
        while (eldest.hasNext()) {
            Map.Entry<Pair, Open> next = eldest.next();
            if (now - resolution - next.getValue().end <= gap) {
                return;
            }
            close(next.getKey(), next.getValue());
            eldest.remove();
        }
    }

    private void close(Pair pair, Open ended) {
        closed.accept(new Met(ended.line, pair.i(), pair.j(), ended.start, ended.end));
    }
}
