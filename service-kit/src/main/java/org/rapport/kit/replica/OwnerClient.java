package org.rapport.kit.replica;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.rapport.kit.problem.Problems;

/** Asks the owner of a kind which ids it knows, as the service itself and not as the caller. */
@Singleton
class OwnerClient {

    private static final Logger LOG = Logger.getLogger(OwnerClient.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final OwnersConfig config;
    private final OidcClient identity;
    private final ObjectMapper mapper;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    OwnerClient(OwnersConfig config, OidcClient identity, ObjectMapper mapper) {
        this.config = config;
        this.identity = identity;
        this.mapper = mapper;
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
        URI uri = URI.create(config.urls().get(owner) + "/v1/references/" + kind + "?" + query);
        try {
            String token = tokens.getTokens(identity).await().atMost(LIMIT).getAccessToken();
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(uri)
                            .timeout(LIMIT)
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return Set.copyOf(
                        mapper.readValue(response.body(), KnownReferences.class).known());
            }
            LOG.warnf("%s answered %d when asked for %s", owner, response.statusCode(), kind);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("%s cannot be asked for %s: %s", owner, kind, e);
        }
        throw Problems.unavailable(
                "Whether this " + kind + " exists cannot be checked now: its owner cannot be reached",
                RETRY_AFTER_SECONDS);
    }
}
