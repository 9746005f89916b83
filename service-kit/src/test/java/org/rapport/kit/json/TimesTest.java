package org.rapport.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @Property
    void anInstantIsReadAsItIsWrittenToTheMicrosecond(
            @ForAll @LongRange(min = -2_208_988_800L, max = 7_258_118_399L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @IntRange(max = 9) int digits) {
        Instant instant = Instant.ofEpochSecond(second, nanos);
        String text = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd'T'HH:mm:ss" + (digits == 0 ? "" : "." + "S".repeat(digits)) + "'Z'"));

        assertEquals(general(text), Times.instant(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T09:00:00+02:00",
                "2026-03-01T09:00:00-00:30",
                "2026-03-01T09:00Z",
                "2028-02-29T23:59:59.999999Z",
                "1900-01-01T00:00:00Z"
            })
    void otherFormsAreReadToo(String text) {
        assertEquals(general(text), Times.instant(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T09:00:00",
                "2026-02-29T09:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T09:00:60Z",
                "2026-13-01T09:00:00Z",
                "2026-03-01 09:00:00Z",
                "2026-03-01T09:00:00.1234567890Z",
                "2026-03-01T09:00:00.12x456Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "Z"
            })
    void whatIsNoInstantOrSurelyAMistakeIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Times.instant(text));
    }

    private static Instant general(String text) throws DateTimeException {
        return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS);
    }
}
