package org.rapport.kit.json;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Ids: time-ordered for what is made here, computed from the source's key for what is imported. */
public final class Uuids {

    private static final TimeBasedEpochGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

    private static final NameBasedGenerator NAMED = Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL);

    private Uuids() {}

    /** A new UUIDv7. */
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /** The UUIDv5 that every service computes for a key of an imported file without asking another. */
    public static UUID imported(String source, String collection, String key) {
        return NAMED.generate("https://rapport.dev/" + source + "/" + collection + "/" + key);
    }

    public static boolean isCanonical(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Reads the canonical form only, so that one thing has one address.
     *
     * @throws IllegalArgumentException for every other spelling, also those that the JDK would take
     */
    public static UUID parse(String text) {
        if (!isCanonical(text)) {
            throw new IllegalArgumentException(
                    "Must be a UUID in lower case, such as 0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e");
        }
        return UUID.fromString(text);
    }
}
