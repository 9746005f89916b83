package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;

/** A list of numbers for each of many things, one after the other. */
final class IntLists {

    private final int[] end;
    private int[] values = new int[1_024];

    IntLists(int things) {
        end = new int[things];
    }

    /** Sets the list of a thing, that of each before having been set. */
    void set(int thing, int[] list) {
        int size = from(thing);
        if (size + list.length > values.length) {
            values = Arrays.copyOf(values, size + list.length + size / 2);
        }
        System.arraycopy(list, 0, values, size, list.length);
        end[thing] = size + list.length;
    }

    int from(int thing) {
        return thing == 0 ? 0 : end[thing - 1];
    }

    int to(int thing) {
        return end[thing];
    }

    boolean isEmpty(int thing) {
        return from(thing) == to(thing);
    }

    int at(int index) {
        return values[index];
    }

    int[] of(int thing) {
        return Arrays.copyOfRange(values, from(thing), to(thing));
    }

    boolean overlap(int one, int other) {
        for (int i = from(one); i < to(one); i++) {
            for (int j = from(other); j < to(other); j++) {
                if (values[i] == values[j]) {
                    return true;
                }
            }
        }
        return false;
    }
}
