package org.rapport.reporting.network;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for ids (HMAC-SHA-256 of each) that stay the same as long as the key does, so that exports of different days can
 * be compared, and that without the key cannot be led back to the ids used everywhere else.
 */
@Singleton
class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    /** Makes it dear to guess the configured key from pseudonyms of known ids, should it be a short one. */
    private static final int ITERATIONS = 600_000;

    private static final byte[] SALT = "rapport/network/pseudonyms".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec key;

    Pseudonyms(NetworkConfig config) {
        PBEKeySpec spec = new PBEKeySpec(config.pseudonymKey().toCharArray(), SALT, ITERATIONS, 256);
        try {
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            key = new SecretKeySpec(derived, ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java can derive keys", e);
        }
    }

    /** Of a thing of this kind: one id as a participant and as an organisation has two names. */
    String of(String kind, UUID id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal(("rapport/network/" + kind + "/" + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(code, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
