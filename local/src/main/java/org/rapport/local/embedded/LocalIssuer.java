package org.rapport.local.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * As much of an OpenID Connect provider as services need: discovery, keys, and tokens for the services themselves by
 * client credentials. For the local run and tests; others use a real provider.
 */
public final class LocalIssuer implements AutoCloseable {

    private static final Duration SERVICE_TOKEN_LIFETIME = Duration.ofMinutes(10);

    private final HttpServer server;
    private final TokenMint mint;
    private final String clientSecret;

    private LocalIssuer(HttpServer server, TokenMint mint, String clientSecret) {
        this.server = server;
        this.mint = mint;
        this.clientSecret = clientSecret;
    }

    /**
     * Starts the issuer.
     *
     * @param keyDir where its key pair is, or will be
     * @param port 0 for any that is free
     * @param clientSecret what services prove themselves with
     */
    public static LocalIssuer start(Path keyDir, int port, String clientSecret) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        TokenMint mint = TokenMint.open(keyDir, url(server.getAddress().getPort()));
        LocalIssuer issuer = new LocalIssuer(server, mint, clientSecret);
        server.createContext("/.well-known/openid-configuration", issuer::discovery);
        server.createContext("/jwks", exchange -> answer(exchange, 200, mint.jwks()));
        server.createContext("/token", issuer::token);
        server.setExecutor(Executors.newFixedThreadPool(2, work -> {
            Thread thread = new Thread(work, "issuer");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        return issuer;
    }

    /** The issuer's name, which is its address. */
    public static String url(int port) {
        return "http://localhost:" + port;
    }

    public String url() {
        return url(server.getAddress().getPort());
    }

    public TokenMint mint() {
        return mint;
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token",\
                "authorization_endpoint":"%1$s/authorize","response_types_supported":["token"],\
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],\
                "grant_types_supported":["client_credentials"]}""".formatted(url()));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                form(new String(exchange.getRequestBody().readNBytes(10_000), StandardCharsets.UTF_8));
        String client = form.get("client_id");
        String secret = form.get("client_secret");
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null && authorization.startsWith("Basic ")) {
            String[] parts = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8)
                    .split(":", 2);
            client = decode(parts[0]);
            secret = parts.length == 2 ? decode(parts[1]) : null;
        }
        if (client == null || !clientSecret.equals(secret)) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        String token = mint.token(client, Set.of("service"), Map.of(), SERVICE_TOKEN_LIFETIME);
        answer(
                exchange,
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + SERVICE_TOKEN_LIFETIME.toSeconds() + "}");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
