package org.rapport.reporting.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.rapport.reporting.statistics.Proportion;
import org.rapport.reporting.statistics.TwoByTwo;

/**
 * What a caller may be shown. Whoever isn't an analyst sees no cell of a table with fewer than so many people, nor
 * anything from which it could be worked out: a table with a small cell is hidden whole, with all that is computed from
 * it, and where parts add up to a total that is shown, enough of them are hidden for the hidden ones together to be no
 * small table either. Zero is a small number too: that nobody of a group did something says it of each of them. That
 * makes each answer safe by itself. Against comparing answers to questions that differ a little, counts are rounded, and
 * what is computed from counts is computed from the rounded ones, so that it tells no more than they do.
 */
public record Disclosure(int below) {

    private static final int CELLS = 4;
    private static final int CELLS_OF_ROW = 2;

    /** Shows everything. */
    public static final Disclosure FULL = new Disclosure(0);

    public boolean full() {
        return below == 0;
    }

    /** A count to the nearest multiple of what is few. */
    public long rounded(long count) {
        return full() ? count : (count + below / 2) / below * below;
    }

    /** The table from which to compute whatever is shown. */
    public TwoByTwo table(Cells cells) {
        TwoByTwo exact = cells.table();
        return new TwoByTwo(rounded(exact.a()), rounded(exact.b()), rounded(exact.c()), rounded(exact.d()));
    }

    /** A share as it is shown. */
    public Proportion proportion(long count, long of) {
        return new Proportion(rounded(count), rounded(of));
    }

    /** Why something hidden is null. */
    public String reason() {
        return "suppressed: a cell has fewer than " + below + " people";
    }

    /** Whether a table that anybody is in has a small cell. */
    public boolean hides(Cells cells) {
        return cells.total() > 0 && cells.fewestPeople() < below;
    }

    /** Whether a row that anybody is in has a small cell, where a row may be empty by definition. */
    public boolean hidesWithinRows(Cells cells) {
        return cells.fewestPeopleOfRows() < below;
    }

    /** Whether the sum of one of the rows is of too few people. */
    public boolean hidesRows(Cells cells) {
        return cells.total() > 0
                && Math.min(Math.max(cells.people(0), cells.people(1)), Math.max(cells.people(2), cells.people(3)))
                        < below;
    }

    /** Whether the sum of one of the columns is of too few people. */
    public boolean hidesColumns(Cells cells) {
        return cells.total() > 0
                && Math.min(Math.max(cells.people(0), cells.people(2)), Math.max(cells.people(1), cells.people(3)))
                        < below;
    }

    /** Whether a count says something of too few people; that there are none says nothing of anybody. */
    public boolean hidesCount(long people) {
        return people > 0 && people < below;
    }

    /** A count, or null if it is of too few people. */
    public Long count(long count, long people) {
        return hidesCount(people) ? null : Long.valueOf(count);
    }

    /** The parts of a total to hide, smallest first, so that neither they nor the difference to the total is small. */
    public <K> Set<K> hiddenParts(Map<K, Cells> parts) {
        return hiddenParts(parts, this::hides, CELLS);
    }

    /** The same where the parts have nothing but a first row. */
    public <K> Set<K> hiddenRows(Map<K, Cells> parts) {
        return hiddenParts(parts, this::hidesWithinRows, CELLS_OF_ROW);
    }

    private <K> Set<K> hiddenParts(Map<K, Cells> parts, Predicate<Cells> small, int cells) {
        Set<K> hidden = new HashSet<>();
        parts.forEach((key, part) -> {
            if (small.test(part)) {
                hidden.add(key);
            }
        });
        List<Map.Entry<K, Cells>> shown = new ArrayList<>(parts.entrySet());
        shown.removeIf(part -> hidden.contains(part.getKey()));
        shown.sort(Comparator.comparing(part -> part.getValue().total()));
        for (Map.Entry<K, Cells> part : shown) {
            if (hidden.isEmpty() || together(parts, hidden, cells) >= below) {
                break;
            }
            hidden.add(part.getKey());
        }
        return hidden;
    }

    /**
     * How many people the smallest cell of hidden parts together surely has: as one person may be in several parts, no
     * more than in one of them.
     */
    private static <K> long together(Map<K, Cells> parts, Set<K> hidden, int cells) {
        long smallest = Long.MAX_VALUE;
        for (int cell = 0; cell < cells; cell++) {
            long largest = 0;
            for (K key : hidden) {
                largest = Math.max(largest, parts.get(key).people(cell));
            }
            smallest = Math.min(smallest, largest);
        }
        return smallest;
    }
}
