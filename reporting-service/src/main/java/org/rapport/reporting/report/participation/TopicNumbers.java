package org.rapport.reporting.report.participation;

import java.util.HashMap;
import java.util.Map;

/** A number for each topic, in the order in which they are met. */
final class TopicNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();

    int of(String topic) {
        return numbers.computeIfAbsent(topic, next -> numbers.size());
    }
}
