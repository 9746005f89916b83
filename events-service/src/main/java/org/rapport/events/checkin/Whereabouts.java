package org.rapport.events.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The passages of one participant through the doors of an event or of a session. They become known in any order, and the
 * first way in and the last way out are the same in the end.
 */
final class Whereabouts {

    private final List<Passage> passages = new ArrayList<>();

    private record Passage(Direction direction, Instant at) {}

    /** Anybody may leave, whether they were seen coming or not; who is in cannot come in. */
    boolean admits(Direction direction, Instant at) {
        return direction == Direction.OUT || !isInsideAt(at);
    }

    private boolean isInsideAt(Instant at) {
        return passages.stream()
                .filter(passage -> !passage.at().isAfter(at))
                .max(Comparator.comparing(Passage::at))
                .filter(passage -> passage.direction() == Direction.IN)
                .isPresent();
    }

    void add(Direction direction, Instant at) {
        passages.add(new Passage(direction, at));
    }

    /** When they came first; null if nobody saw that. */
    Instant cameAt() {
        return passages.stream()
                .filter(passage -> passage.direction() == Direction.IN)
                .map(Passage::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When they left last; null if nobody saw that, or if they came only after it. */
    Instant leftAt() {
        Instant came = cameAt();
        return passages.stream()
                .filter(passage -> passage.direction() == Direction.OUT)
                .map(Passage::at)
                .max(Comparator.naturalOrder())
                .filter(left -> came == null || !left.isBefore(came))
                .orElse(null);
    }
}
