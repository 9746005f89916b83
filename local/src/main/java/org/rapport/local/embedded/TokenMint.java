package org.rapport.local.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Signs access tokens with a key pair that is kept in a folder, readable by its owner only. */
public final class TokenMint {

    /** What tokens for Rapport are for. */
    public static final String AUDIENCE = "rapport";

    private static final String KEY_FILE = "issuer.key";
    private static final String KEY_ID = "local";
    private static final int KEY_BITS = 2048;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyPair keys;
    private final String issuer;

    private TokenMint(KeyPair keys, String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /** Opens the key pair in the folder, or makes one. */
    public static TokenMint open(Path keyDir, String issuer) throws IOException {
        Path file = keyDir.resolve(KEY_FILE);
        try {
            if (!Files.exists(file)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(KEY_BITS);
                byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
                Files.createDirectories(keyDir);
                SecretFiles.write(file, key);
            }
            KeyFactory factory = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
            var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new TokenMint(new KeyPair(open, secret), issuer);
        } catch (GeneralSecurityException e) {
            throw new IOException("The issuer's key cannot be read: " + file, e);
        }
    }

    /**
     * A signed token (RS256).
     *
     * @param claims further claims, such as {@code organisation}
     */
    public String token(String subject, Set<String> roles, Map<String, ?> claims, Duration lifetime) {
        return token(issuer, AUDIENCE, subject, roles, claims, Instant.now(), lifetime);
    }

    /** A token of any issuer, audience and time, such as a test of what must be refused needs. */
    public String token(
            String issuedBy,
            String audience,
            String subject,
            Set<String> roles,
            Map<String, ?> claims,
            Instant issuedAt,
            Duration lifetime) {
        Map<String, Object> payload = new LinkedHashMap<>(claims);
        payload.put("iss", issuedBy);
        payload.put("aud", audience);
        payload.put("sub", subject);
        payload.put("groups", roles);
        payload.put("iat", issuedAt.getEpochSecond());
        payload.put("exp", issuedAt.plus(lifetime).getEpochSecond());
        payload.put("jti", UUID.randomUUID().toString());
        String signed = encode(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID)) + "." + encode(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
    }

    String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\",\"n\":\""
                + BASE64.encodeToString(unsigned(key.getModulus())) + "\",\"e\":\""
                + BASE64.encodeToString(unsigned(key.getPublicExponent())) + "\"}]}";
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encode(Map<String, ?> part) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A token is plain JSON", e);
        }
    }
}
