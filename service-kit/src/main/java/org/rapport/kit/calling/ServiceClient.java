package org.rapport.kit.calling;

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
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.rapport.kit.tracing.Traces;

/** Asks other services, as the service itself and not as the caller. */
@Singleton
public class ServiceClient {

    private static final Logger LOG = Logger.getLogger(ServiceClient.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final OwnersConfig config;
    private final OidcClient identity;
    private final ObjectMapper mapper;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    public ServiceClient(OwnersConfig config, OidcClient identity, ObjectMapper mapper) {
        this.config = config;
        this.identity = identity;
        this.mapper = mapper;
    }

    /** What a service answers under an address of its own. */
    public <T> T get(String service, String pathAndQuery, Class<T> type, Duration limit) throws UnreachableException {
        return send(service, pathAndQuery, type, limit, HttpRequest.Builder::GET);
    }

    /** What a service answers to something that is sent to it as JSON. */
    public <T> T post(String service, String path, Object body, Class<T> type, Duration limit)
            throws UnreachableException {
        String json = mapper.valueToTree(body).toString();
        return send(service, path, type, limit, request -> request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private <T> T send(
            String service, String pathAndQuery, Class<T> type, Duration limit, UnaryOperator<HttpRequest.Builder> what)
            throws UnreachableException {
        URI base = config.urls().get(service);
        if (base == null) {
            throw new UnreachableException("No address of it is configured");
        }
        try {
            String token = tokens.getTokens(identity).await().atMost(limit).getAccessToken();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                    .timeout(limit)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json");
            Traces.tell(request::header);
            HttpResponse<String> response =
                    http.send(what.apply(request).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == OK) {
                return mapper.readValue(response.body(), type);
            }
            LOG.warnf("%s answered %d", service, response.statusCode());
            throw new UnreachableException("It answered " + response.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("There was no time to ask it");
        } catch (IOException | RuntimeException e) {
            LOG.warnf("%s cannot be asked: %s", service, e);
            throw new UnreachableException("It cannot be reached");
        }
    }
}
