package org.rapport.kit.json;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes text that people type comparable: composed (NFC), trimmed, and without the invisible characters that let two
 * different strings look the same.
 */
public final class Text {

    /** Zero-width characters, controls of writing direction, fillers and tags. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF"
                    + "\\u00AD\\u034F\\u061C\\u180E\\u3164\\uFFA0\\x{E0000}-\\x{E007F}]");

    /** Persian, the scripts of India and some pictures need joiners; behind these characters they only hide. */
    private static final Pattern HIDDEN_JOINER =
            Pattern.compile("(?<=^|[\\s\\d\\p{Punct}\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}])[\\u200C\\u200D]+");

    /** Controls other than tab and line ends. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]");

    private Text() {}

    /**
     * The normal form of a text, or null where nothing is left of it.
     *
     * @throws IllegalArgumentException if it holds control characters or halves of a character
     */
    public static String normalise(String raw) {
        if (raw == null) {
            return null;
        }
        if (isPrintableAscii(raw)) {
            return raw.isBlank() ? null : raw.strip();
        }
        if (CONTROL.matcher(raw).find()) {
            throw new IllegalArgumentException("Must not contain control characters");
        }
        if (hasLoneSurrogate(raw)) {
            throw new IllegalArgumentException("Must not contain half of a surrogate pair");
        }
        String visible = INVISIBLE.matcher(raw).replaceAll("");
        String joined = HIDDEN_JOINER.matcher(visible).replaceAll("");
        String text = Normalizer.normalize(joined, Normalizer.Form.NFC).strip();
        return text.isEmpty() ? null : text;
    }

    /** As most texts are; nothing in them is to be composed, removed or refused. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
