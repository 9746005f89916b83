package org.rapport.kit.calling;

import com.fasterxml.jackson.databind.DeserializationFeature;
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
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.rapport.kit.table.FileFormat;
import org.rapport.kit.tracing.Traces;

/** Asks other services, as the service itself or in the name of a caller. */
@Singleton
public class ServiceClient {

    private static final Logger LOG = Logger.getLogger(ServiceClient.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

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

    /** What a service answers under an address of its own, asked as this service itself. */
    public <T> T get(String service, String pathAndQuery, Class<T> type, Duration limit) throws UnreachableException {
        return read(service, send(service, pathAndQuery, limit, () -> ownToken(limit), HttpRequest.Builder::GET), type);
    }

    /** What a service answers to something that is sent to it as JSON, by this service itself. */
    public <T> T post(String service, String path, Object body, Class<T> type, Duration limit)
            throws UnreachableException {
        String json = mapper.valueToTree(body).toString();
        return read(service, send(service, path, limit, () -> ownToken(limit), body("application/json", json)), type);
    }

    /** As {@link #get}, but in the name of whoever has this token; empty if nothing is there for them. */
    public <T> Optional<T> find(String token, String service, String pathAndQuery, Class<T> type, Duration limit)
            throws UnreachableException {
        HttpResponse<String> response = send(service, pathAndQuery, limit, () -> token, HttpRequest.Builder::GET);
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(read(service, response, type));
    }

    /** What a service answers to a table that is sent to it in the name of whoever has this token. */
    public <T> T postCsv(String token, String service, String pathAndQuery, String csv, Class<T> type, Duration limit)
            throws UnreachableException {
        return read(service, send(service, pathAndQuery, limit, () -> token, body(FileFormat.CSV_TYPE, csv)), type);
    }

    private String ownToken(Duration limit) {
        return tokens.getTokens(identity).await().atMost(limit).getAccessToken();
    }

    private static UnaryOperator<HttpRequest.Builder> body(String type, String text) {
        return request -> request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(text));
    }

    private HttpResponse<String> send(
            String service,
            String pathAndQuery,
            Duration limit,
            Supplier<String> token,
            UnaryOperator<HttpRequest.Builder> what)
            throws UnreachableException {
        URI base = config.urls().get(service);
        if (base == null) {
            throw new UnreachableException("No address of it is configured");
        }
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                    .timeout(limit)
                    .header("Authorization", "Bearer " + token.get())
                    .header("Accept", "application/json");
            Traces.tell(request::header);
            return http.send(what.apply(request).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("There was no time to ask it");
        } catch (IOException | RuntimeException e) {
            LOG.warnf("%s cannot be asked: %s", service, e);
            throw new UnreachableException("It cannot be reached");
        }
    }

    /** The body of an answer; a newer service may tell more. */
    private <T> T read(String service, HttpResponse<String> response, Class<T> type) throws UnreachableException {
        if (response.statusCode() != OK) {
            LOG.warnf("%s answered %d", service, response.statusCode());
            throw new UnreachableException("It answered " + response.statusCode());
        }
        try {
            return mapper.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(response.body());
        } catch (IOException | RuntimeException e) {
            LOG.warnf("%s answered what cannot be read: %s", service, e);
            throw new UnreachableException("It cannot be reached");
        }
    }
}
