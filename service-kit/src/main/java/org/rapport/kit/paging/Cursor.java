package org.rapport.kit.paging;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.rapport.kit.problem.Problems;

/**
 * The last row of a page, bound to the list it came from. It grants nothing: filters and visibility apply to every page
 * anew; the digest is there so that a cursor of another list, filter or tenant, or a damaged one, is refused rather than
 * answered with a wrong page.
 */
public record Cursor(String sortValue, UUID id) {

    private static final int DIGEST_BYTES = 12;
    private static final int UUID_BYTES = 16;

    public String encode(String list) {
        byte[] position = position();
        ByteBuffer bytes = ByteBuffer.allocate(DIGEST_BYTES + position.length);
        bytes.put(digest(list, position)).put(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    public static Cursor decode(String text, String list) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        if (bytes.length < DIGEST_BYTES + UUID_BYTES) {
            throw refused();
        }
        byte[] position = Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, DIGEST_BYTES), digest(list, position))) {
            throw refused();
        }
        ByteBuffer buffer = ByteBuffer.wrap(position);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        return new Cursor(StandardCharsets.UTF_8.decode(buffer).toString(), id);
    }

    /** Whether this text is a cursor of this list. */
    static boolean isOf(String text, String list) {
        try {
            decode(text, list);
            return true;
        } catch (HttpProblem refused) {
            return false;
        }
    }

    private byte[] position() {
        byte[] value = sortValue.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(UUID_BYTES + value.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(value)
                .array();
    }

    private static byte[] digest(String list, byte[] position) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(list.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return Arrays.copyOf(sha256.digest(position), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static RuntimeException refused() {
        return Problems.invalidParameter("cursor", "This cursor is not of this list with these filters");
    }
}
