package org.rapport.kit.replica;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.kit.calling.ServiceClient;
import org.rapport.kit.calling.UnreachableException;
import org.rapport.kit.problem.Problems;

/** Asks the owner of a kind which ids it knows. */
@Singleton
class OwnerClient {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ServiceClient services;

    OwnerClient(ServiceClient services) {
        this.services = services;
    }

    Set<UUID> known(String owner, String kind, Collection<UUID> ids) {
        Set<UUID> known = new HashSet<>();
        List<UUID> asked = new ArrayList<>(ids);
        for (int from = 0; from < asked.size(); from += ReferenceResource.MAX_IDS) {
            known.addAll(
                    ask(owner, kind, asked.subList(from, Math.min(asked.size(), from + ReferenceResource.MAX_IDS))));
        }
        return known;
    }

    private Set<UUID> ask(String owner, String kind, List<UUID> ids) {
        String query = ids.stream().map(id -> "id=" + id).collect(Collectors.joining("&"));
        try {
            return Set.copyOf(services.get(owner, "/v1/references/" + kind + "?" + query, KnownReferences.class, LIMIT)
                    .known());
        } catch (UnreachableException e) {
            throw Problems.unavailable(
                    "Whether this " + kind + " exists cannot be checked now: its owner cannot be reached",
                    RETRY_AFTER_SECONDS);
        }
    }
}
