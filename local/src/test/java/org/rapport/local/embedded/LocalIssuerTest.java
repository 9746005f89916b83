package org.rapport.local.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private LocalIssuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = LocalIssuer.start(folder, 0, "s3cret&=");
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aMintedTokenVerifiesAgainstThePublishedKey() throws Exception {
        String token = TokenMint.open(folder, issuer.url())
                .token("ann", Set.of("analyst"), Map.of("organisation", "o-1"), Duration.ofHours(1));

        assertTrue(verifies(token));
        assertFalse(verifies(token.substring(0, token.lastIndexOf('.') - 2) + token.substring(token.lastIndexOf('.'))));
        JsonNode claims = part(token, 1);
        assertEquals(issuer.url(), claims.path("iss").asText());
        assertEquals("rapport", claims.path("aud").asText());
        assertEquals("analyst", claims.path("groups").get(0).asText());
        assertEquals("o-1", claims.path("organisation").asText());
        assertEquals(3600, claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    @Test
    void aServiceGetsATokenForItsSecretOnly() throws Exception {
        HttpResponse<String> granted = post("client_id=events-service&client_secret=s3cret%26%3D");
        HttpResponse<String> refused = post("client_id=events-service&client_secret=guess");

        assertEquals(200, granted.statusCode());
        String token = JSON.readTree(granted.body()).path("access_token").asText();
        assertTrue(verifies(token));
        assertEquals("service", part(token, 1).path("groups").get(0).asText());
        assertEquals(401, refused.statusCode());
    }

    @Test
    void theKeyIsItsOwnersAlone() throws Exception {
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer.key"))));
    }

    private boolean verifies(String token) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publishedKey());
        signature.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1)));
    }

    private PublicKey publishedKey() throws IOException, InterruptedException, GeneralSecurityException {
        URI discovery = URI.create(issuer.url() + "/.well-known/openid-configuration");
        String jwks = JSON.readTree(get(discovery)).path("jwks_uri").asText();
        JsonNode key = JSON.readTree(get(URI.create(jwks))).path("keys").get(0);
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }

    private static JsonNode part(String token, int index) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    private String get(URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer.url() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
