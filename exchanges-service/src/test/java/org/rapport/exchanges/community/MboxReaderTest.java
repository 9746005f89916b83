package org.rapport.exchanges.community;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MboxReaderTest {

    private static final String SEPARATOR = "From x Tue Mar  3 10:00:00 2026\n";

    /** One after the other, none held longer than it is read. */
    private static InputStream archive(int messages, String header, byte[] body) {
        byte[] head = (SEPARATOR + header).getBytes(StandardCharsets.UTF_8);
        Iterator<InputStream> parts = IntStream.range(0, messages * 2)
                .<InputStream>mapToObj(i -> new java.io.ByteArrayInputStream(i % 2 == 0 ? head : body))
                .iterator();
        return new SequenceInputStream(Collections.enumeration(new java.util.AbstractList<InputStream>() {
            @Override
            public InputStream get(int index) {
                return parts.next();
            }

            @Override
            public int size() {
                return messages * 2;
            }
        }));
    }

    @Test
    void aHugeArchiveWhoseHeadersNeverEndTakesNoMoreMemoryThanASmallOne() throws IOException {
        byte[] endless = new byte[1 << 20];
        java.util.Arrays.fill(endless, (byte) 'x');
        byte[] folded = " y\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        for (byte[] body : List.of(endless, folded)) {
            MboxReader reader = new MboxReader(new SequenceInputStream(
                    archive(1, "From: a@example.org\n", new byte[0]), archive(64, "References: <a@b>\n", body)));
            int count = 0;
            int longest = 0;
            for (MboxReader.Message message = reader.read(); message != null; message = reader.read()) {
                count++;
                longest = Math.max(
                        longest,
                        message.fields().values().stream()
                                .mapToInt(String::length)
                                .sum());
            }
            assertThat(longest, lessThan(20_000));
            assertThat(count > 0, equalTo(true));
        }
    }

    @Test
    void addressesAreReadInEveryDisguise() throws IOException {
        for (String from : List.of(
                "Rosa@Example.org",
                "\"Quiñones, Rosa\" <rosa@example.org>",
                "rosa at example.org (Rosa)",
                "=?utf-8?B?Um9zYSA8cm9zYUBleGFtcGxlLm9yZz4=?=",
                "Rosa <rosa@example.org>, Jo <jo@example.org>",
                "rosa@example.org (Rosa (of (Lima)))")) {
            MboxReader reader =
                    new MboxReader(archive(1, "From: " + from + "\n", "\n\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(from, ArchivedMessage.of(reader.read()).sender(), equalTo("rosa@example.org"));
        }
    }

    @Test
    void nestingIsNoTrap() throws IOException {
        MboxReader reader = new MboxReader(
                archive(1, "From: " + "(".repeat(2_000) + "\nDate: " + "(".repeat(2_000) + "\n", new byte[] {'\n'}));
        assertThat(ArchivedMessage.of(reader.read()).sender(), equalTo(null));
    }
}
