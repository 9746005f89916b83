package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;

/** A list of numbers for each of many things, one after the other; the numbers of each are in order, and none is there twice. */
final class IntLists {

    private final int[] end;
    private int[] values = new int[1_024];
    private int closed;
    private int size;

    IntLists(int things) {
        end = new int[things];
    }

    /** Adds to the list of the first thing whose list isn't closed. */
    void add(int value) {
        int from = from(closed);
        int at = size;
        while (at > from && values[at - 1] > value) {
            at--;
        }
        if (at > from && values[at - 1] == value) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    void close() {
        end[closed++] = size;
    }

    int size() {
        return end.length;
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

    boolean equal(int one, int other) {
        int from = from(one);
        int length = to(one) - from;
        int fromOther = from(other);
        if (to(other) - fromOther != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (values[from + i] != values[fromOther + i]) {
                return false;
            }
        }
        return true;
    }

    boolean overlap(int one, int other) {
        int i = from(one);
        int j = from(other);
        while (i < to(one) && j < to(other)) {
            if (values[i] == values[j]) {
                return true;
            }
            if (values[i] < values[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}
