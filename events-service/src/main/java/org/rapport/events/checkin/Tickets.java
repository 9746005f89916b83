package org.rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes tickets as short signed texts, and reads those that were signed here: a format number, the ids of event and
 * participant, the second of the expiry, and half of the HMAC-SHA256 of all that, in base64url.
 */
@ApplicationScoped
class Tickets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte FORMAT = 1;
    private static final int CONTENT_BYTES = 1 + 16 + 16 + 8;
    private static final int SIGNATURE_BYTES = 16;

    private final List<SecretKeySpec> keys;

    Tickets(CheckInConfig config) {
        keys = config.keys().stream()
                .map(key -> new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    String write(Ticket ticket) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(FORMAT)
                .putLong(ticket.eventId().getMostSignificantBits())
                .putLong(ticket.eventId().getLeastSignificantBits())
                .putLong(ticket.participantId().getMostSignificantBits())
                .putLong(ticket.participantId().getLeastSignificantBits())
                .putLong(ticket.expiresAt().getEpochSecond())
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(CONTENT_BYTES + SIGNATURE_BYTES)
                        .put(content)
                        .put(signature(keys.get(0), content))
                        .array());
    }

    /** The ticket that a text is, if it was signed here. */
    Optional<Ticket> read(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != CONTENT_BYTES + SIGNATURE_BYTES || bytes[0] != FORMAT) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(signature(key, content), signature))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content, 1, CONTENT_BYTES - 1);
        return Optional.of(new Ticket(
                new UUID(fields.getLong(), fields.getLong()),
                new UUID(fields.getLong(), fields.getLong()),
                Instant.ofEpochSecond(fields.getLong())));
    }

    private static byte[] signature(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
