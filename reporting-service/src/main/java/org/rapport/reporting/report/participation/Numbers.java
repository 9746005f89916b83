package org.rapport.reporting.report.participation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number for each of some things, in the order in which they are met. */
final class Numbers<T> {

    static final int NONE = -1;

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    /** {@link #NONE} of null. */
    synchronized int of(T thing) {
        if (thing == null) {
            return NONE;
        }
        Integer number = numbers.get(thing);
        if (number == null) {
            number = things.size();
            numbers.put(thing, number);
            things.add(thing);
        }
        return number;
    }

    /** Null of {@link #NONE}. */
    synchronized T get(int number) {
        return number == NONE ? null : things.get(number);
    }

    synchronized int size() {
        return things.size();
    }
}
