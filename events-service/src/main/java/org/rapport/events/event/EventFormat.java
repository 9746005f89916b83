package org.rapport.events.event;

import java.util.Arrays;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.table.FileFormat;

/** What kind of meeting an event is. */
public enum EventFormat {
    CONFERENCE,
    WORKSHOP,
    TRAINING,
    PEER_EXCHANGE,
    STUDY_VISIT,
    MEETING;

    /** What the filter of this name asks for; files of lists go by the same name, and are not asked for here. */
    static EventFormat filter(String text) {
        if (text == null || FileFormat.ofExtension(text).isPresent()) {
            return null;
        }
        return Arrays.stream(values())
                .filter(format -> format.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problems.invalidParameter(
                        "format", "Must be one of " + Arrays.toString(values()) + ", or csv or xlsx for a file"));
    }
}
