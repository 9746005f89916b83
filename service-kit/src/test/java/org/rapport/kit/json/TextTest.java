package org.rapport.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "zero-width space, Ro\u200Bsa, Rosa",
        "right-to-left override, \u202EasoR\u202C, asoR",
        "isolates, \u2067Rosa\u2069, Rosa",
        "soft hyphen, Ro\u00ADsa, Rosa",
        "byte order mark, \uFEFFRosa, Rosa",
        "tag characters, Ro\uDB40\uDC41sa, Rosa",
        "grapheme joiner, Ro\u034Fsa, Rosa",
        "joiner behind a Latin letter, Ro\u200D\u200Csa, Rosa",
        "joiner behind a hyphen, Ana-\u200DSofia, Ana-Sofia",
        "joiner behind what is taken out, Ro\u200B\u200Dsa, Rosa",
        "decomposed, Jose\u0301, José",
        "decomposed around what is taken out, Jose\u200B\u0301, José",
        "Persian with its joiner, \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645,"
                + " \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "family of emoji, \uD83D\uDC69\u200D\uD83D\uDC67, \uD83D\uDC69\u200D\uD83D\uDC67",
        "Arabic from right to left, \u0645\u062D\u0645\u062F, \u0645\u062D\u0645\u062F"
    })
    void whatLooksTheSameBecomesTheSameOnceAndForAll(String what, String raw, String expected) {
        assertEquals(expected, Text.normalise(raw), what);
        assertEquals(expected, Text.normalise(expected), what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200B", "\u200D", " \u202E ", "\u3164"})
    void ofNothingToSeeNothingIsLeft(String raw) {
        assertEquals(null, Text.normalise(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001Bb", "a\u0085b", "a\uD800b", "\uDC00"})
    void controlsAndHalvesOfCharactersAreRefused(String raw) {
        assertThrows(IllegalArgumentException.class, () -> Text.normalise(raw));
    }

    @Test
    void linesAndTabsStay() {
        assertEquals("a\tb\r\nc", Text.normalise("a\tb\r\nc\n"));
    }
}
