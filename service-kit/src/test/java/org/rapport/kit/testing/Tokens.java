package org.rapport.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.local.embedded.TokenMint;

/** Real tokens of the test issuer, and of issuers that must not be believed. */
public final class Tokens {

    private static final Duration HOUR = Duration.ofHours(1);

    private Tokens() {}

    /** A token with these roles. */
    public static String of(String... roles) {
        return mint().token("somebody", Set.of(roles), Map.of(), HOUR);
    }

    /** A token of another client with these roles. */
    public static String ofClient(String subject, String... roles) {
        return mint().token(subject, Set.of(roles), Map.of(), HOUR);
    }

    public static String partner(UUID organisation) {
        return mint().token("partner", Set.of("partner"), Map.of("organisation", organisation.toString()), HOUR);
    }

    public static String participant(UUID participant) {
        return mint().token("participant", Set.of("participant"), Map.of("participant", participant.toString()), HOUR);
    }

    public static String expired() {
        return forged(issuer(), TokenMint.AUDIENCE, Instant.now().minus(Duration.ofHours(3)));
    }

    public static String wrongIssuer() {
        return forged("http://elsewhere.example.org", TokenMint.AUDIENCE, Instant.now());
    }

    public static String wrongAudience() {
        return forged(issuer(), "another-application", Instant.now());
    }

    public static String wrongKey() {
        try {
            return TokenMint.open(Files.createTempDirectory("rapport-key"), issuer())
                    .token("somebody", Set.of("admin"), Map.of(), HOUR);
        } catch (IOException e) {
            throw new UncheckedIOException("No other key could be made", e);
        }
    }

    private static String forged(String issuer, String audience, Instant issuedAt) {
        return mint().token(issuer, audience, "somebody", Set.of("admin"), Map.of(), issuedAt, HOUR);
    }

    private static String issuer() {
        return TestStack.get().issuer().url();
    }

    private static TokenMint mint() {
        return TestStack.get().issuer().mint();
    }
}
