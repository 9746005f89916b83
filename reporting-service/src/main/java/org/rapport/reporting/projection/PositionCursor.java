package org.rapport.reporting.projection;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.rapport.kit.problem.Problems;

/** The position after which the next page of dead letters begins; a damaged one is refused, not answered wrongly. */
final class PositionCursor {

    private PositionCursor() {}

    static String encode(long position) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(position).putLong(checksum(position));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static long decode(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            long position = bytes.remaining() == 2 * Long.BYTES ? bytes.getLong() : -1;
            if (position >= 0 && bytes.getLong() == checksum(position)) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Problems.invalidParameter("cursor", "This cursor is not of this list");
    }

    private static long checksum(long position) {
        CRC32C checksum = new CRC32C();
        checksum.update("dead letters ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        return checksum.getValue();
    }
}
