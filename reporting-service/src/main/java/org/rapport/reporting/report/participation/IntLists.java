package org.rapport.reporting.report.participation;

import java.util.Arrays;

/** A list of numbers for each of many things, one after the other; the numbers of each are in order, and none is there twice. */
public final class IntLists {

    private static final int FIRST_CAPACITY = 1_024;

    private final int[] end;
    private int[] values = new int[FIRST_CAPACITY];
    private int closed;
    private int size;

    public IntLists(int things) {
        end = new int[things];
    }

    /** Adds to the list of the first thing whose list isn't closed. */
    public void add(int value) {
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

    public void close() {
        end[closed++] = size;
        if (closed == end.length) {
            values = Arrays.copyOf(values, size);
        }
    }

    public int from(int thing) {
        return thing == 0 ? 0 : end[thing - 1];
    }

    public int to(int thing) {
        return end[thing];
    }

    public boolean isEmpty(int thing) {
        return from(thing) == to(thing);
    }

    public int at(int index) {
        return values[index];
    }

    public boolean equal(int one, int other) {
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

    public boolean overlap(int one, int other) {
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
