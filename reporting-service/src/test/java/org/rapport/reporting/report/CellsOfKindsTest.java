package org.rapport.reporting.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CellsOfKindsTest {

    private static final int KINDS = 16;

    /** The last bit is the outcome; the first table takes everybody, the second those with the second bit. */
    private static int cells(int kind) {
        boolean outcome = (kind & 1) == 1;
        int first = CellsOfKinds.cell(0, (kind & 4) != 0, outcome);
        return (kind & 2) == 0 ? first : first + CellsOfKinds.cell(7, (kind & 8) != 0, outcome);
    }

    private static CellsOfKinds count(List<Integer> rows, int from, int to) {
        CellsOfKinds counts = new CellsOfKinds(
                IntStream.range(0, KINDS).map(CellsOfKindsTest::cells).toArray());
        for (int i = from; i < to; i++) {
            counts.add(rows.get(i), i == from || i % 3 == 0);
        }
        return counts;
    }

    /** Each person has three rows. */
    @Property
    void countsInEachTableAsIfItWereTheOnlyOne(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = KINDS - 1) Integer> rows) {
        Cells first = new Cells();
        Cells second = new Cells();
        for (int i = 0; i < rows.size(); i++) {
            int kind = rows.get(i);
            first.add(new UUID(0, i / 3), (kind & 4) != 0, (kind & 1) == 1);
            if ((kind & 2) != 0) {
                second.add(new UUID(0, i / 3), (kind & 8) != 0, (kind & 1) == 1);
            }
        }

        CellsOfKinds whole = count(rows, 0, rows.size());
        int half = rows.size() / 6 * 3;
        CellsOfKinds joined = count(rows, 0, half);
        joined.join(count(rows, half, rows.size()));

        for (CellsOfKinds counts : List.of(whole, joined)) {
            assertSame(counts.table(0), first);
            assertSame(counts.table(7), second);
        }
    }

    private static void assertSame(Cells actual, Cells expected) {
        assertThat(actual.table(), is(expected.table()));
        for (int cell = 0; cell < 4; cell++) {
            assertThat(actual.people(cell), is(expected.people(cell)));
        }
    }
}
