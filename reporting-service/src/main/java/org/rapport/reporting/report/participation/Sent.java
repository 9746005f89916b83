package org.rapport.reporting.report.participation;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads values as PostgreSQL sends them over the wire; made into numbers or text first they would be dear to read. */
final class Sent {

    /** Microseconds from 1970 to 2000, from where PostgreSQL counts. */
    private static final long FROM_2000 = 946_684_800_000_000L;

    private static final int ARRAY_SIZE_AT = 12;
    private static final int ARRAY_FIRST_AT = 24;
    private static final int UUID_BYTES = 16;

    private static final int EMPTY = 1;
    private static final int LOWER_INCLUSIVE = 2;
    private static final int UPPER_INCLUSIVE = 4;
    private static final int NO_LOWER = 8;
    private static final int NO_UPPER = 16;

    private Sent() {}

    /** Takes a period, from its first microsecond to the first one after it. */
    @FunctionalInterface
    interface OfPeriod {
        void take(long from, long until);
    }

    /** A {@code timestamptz} as microseconds since 1970; for ever, if there is none. */
    static long time(byte[] sent) {
        return sent == null ? Long.MAX_VALUE : ByteBuffer.wrap(sent).getLong() + FROM_2000;
    }

    /** The elements of a {@code uuid[]}: how many they are after three numbers, each after its length. */
    static void uuids(byte[] sent, Consumer<UUID> consumer) {
        ByteBuffer buffer = ByteBuffer.wrap(sent);
        int size = buffer.getInt() == 0 ? 0 : buffer.getInt(ARRAY_SIZE_AT);
        for (int i = 0; i < size; i++) {
            int at = ARRAY_FIRST_AT + i * (Integer.BYTES + UUID_BYTES);
            consumer.accept(new UUID(buffer.getLong(at), buffer.getLong(at + Long.BYTES)));
        }
    }

    /** A {@code tstzrange}; an empty one is none. */
    static void period(byte[] sent, OfPeriod consumer) {
        period(ByteBuffer.wrap(sent), consumer);
    }

    /** The ranges of a {@code tstzmultirange}, each after its length. */
    static void periods(byte[] sent, OfPeriod consumer) {
        ByteBuffer buffer = ByteBuffer.wrap(sent);
        int size = buffer.getInt();
        for (int i = 0; i < size; i++) {
            buffer.getInt();
            period(buffer, consumer);
        }
    }

    /** What bounds there are, and then these, each after its length. */
    private static void period(ByteBuffer buffer, OfPeriod consumer) {
        int flags = buffer.get();
        if ((flags & EMPTY) != 0) {
            return;
        }
        long from = Long.MIN_VALUE;
        if ((flags & NO_LOWER) == 0) {
            buffer.getInt();
            from = buffer.getLong() + FROM_2000 + ((flags & LOWER_INCLUSIVE) != 0 ? 0 : 1);
        }
        long until = Long.MAX_VALUE;
        if ((flags & NO_UPPER) == 0) {
            buffer.getInt();
            until = buffer.getLong() + FROM_2000 + ((flags & UPPER_INCLUSIVE) != 0 ? 1 : 0);
        }
        consumer.take(from, until);
    }
}
