package org.rapport.exchanges.community;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.rapport.kit.calling.ServiceClient;
import org.rapport.kit.calling.UnreachableException;
import org.rapport.kit.problem.Problems;

/**
 * Asks participants-service, which alone knows addresses, who has them; many at a time, and not again for those who write
 * often. Addresses are known here no longer than an import takes.
 */
final class Senders {

    private static final int REMEMBERED = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ServiceClient services;
    private final Map<String, Optional<UUID>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<UUID>> eldest) {
            return size() > REMEMBERED;
        }
    };

    Senders(ServiceClient services) {
        this.services = services;
    }

    private record Question(List<String> addresses) {}

    /** In the order of the question; null for those that nobody has. */
    private record Participants(List<UUID> participants) {}

    /** For those of the addresses, no more than 500, that somebody has, who that is. */
    Map<String, UUID> of(Collection<String> addresses) {
        Map<String, UUID> known = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        addresses.stream().filter(Objects::nonNull).distinct().forEach(address -> {
            Optional<UUID> participant = remembered.get(address);
            if (participant == null) {
                unknown.add(address);
            } else {
                participant.ifPresent(id -> known.put(address, id));
            }
        });
        if (!unknown.isEmpty()) {
            List<UUID> participants = ask(unknown);
            for (int i = 0; i < unknown.size(); i++) {
                Optional<UUID> participant = Optional.ofNullable(participants.get(i));
                remembered.put(unknown.get(i), participant);
                if (participant.isPresent()) {
                    known.put(unknown.get(i), participant.get());
                }
            }
        }
        return known;
    }

    private List<UUID> ask(List<String> addresses) {
        try {
            List<UUID> participants = services.post(
                            "participants",
                            "/v1/participants/addresses",
                            new Question(addresses),
                            Participants.class,
                            LIMIT)
                    .participants();
            if (participants != null && participants.size() == addresses.size()) {
                return participants;
            }
        } catch (UnreachableException e) {
            // as if it had not understood
        }
        throw Problems.unavailable(
                "Who sent the messages cannot be asked now; what was imported so far stays, and importing again goes on",
                RETRY_AFTER_SECONDS);
    }
}
