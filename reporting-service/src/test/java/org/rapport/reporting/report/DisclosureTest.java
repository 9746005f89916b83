package org.rapport.reporting.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Disclosure FIVE = new Disclosure(5);

    @Test
    void aTableWithASmallCellIsHiddenAndZeroIsSmall() {
        assertThat(FIVE.hides(cells(5, 5, 5, 5)), is(false));
        assertThat(FIVE.hides(cells(4, 50, 50, 50)), is(true));
        assertThat(FIVE.hides(cells(50, 50, 0, 50)), is(true));
    }

    @Test
    void aTableOfNobodyHidesNothing() {
        assertThat(FIVE.hides(cells(0, 0, 0, 0)), is(false));
    }

    @Test
    void analystsSeeEverything() {
        assertThat(Disclosure.FULL.hides(cells(1, 0, 0, 1)), is(false));
        assertThat(Disclosure.FULL.hiddenParts(Map.of("a", cells(1, 0, 0, 1))), empty());
        assertThat(Disclosure.FULL.count(1, 1), is(1L));
    }

    @Test
    void whatCountsIsPeopleNotRows() {
        Cells cells = cells(50, 50, 50, 0);
        UUID one = UUID.randomUUID();
        for (int i = 0; i < 50; i++) {
            cells.add(one, false, false);
        }
        assertThat(cells.table().d(), is(50L));
        assertThat(FIVE.hides(cells), is(true));
        assertThat(FIVE.count(50, 1), nullValue());
    }

    @Test
    void aSingleHiddenPartTakesTheSmallestOtherWithIt() {
        Map<String, Cells> parts = Map.of(
                "tiny", cells(1, 8, 0, 13),
                "small", cells(10, 10, 10, 10),
                "large", cells(90, 90, 90, 90));
        assertThat(FIVE.hiddenParts(parts), equalTo(Set.of("tiny", "small")));
    }

    @Property
    void whatIsHiddenIsNoSmallTableTogetherUnlessAllIs(@ForAll("parts") Map<Integer, Cells> parts) {
        Set<Integer> hidden = FIVE.hiddenParts(parts);

        parts.forEach((key, cells) -> {
            if (!hidden.contains(key)) {
                assertThat(cells.total() == 0 || cells.fewestPeople() >= 5, is(true));
            }
        });
        for (int cell = 0; cell < 4; cell++) {
            long together = 0;
            for (int key : hidden) {
                together += parts.get(key).people(cell);
            }
            long nothing = hidden.isEmpty() || hidden.size() == parts.size() ? 5 : 0;
            assertThat(together + nothing, greaterThanOrEqualTo(5L));
        }
    }

    @Provide
    Arbitrary<Map<Integer, Cells>> parts() {
        Arbitrary<Integer> count = Arbitraries.integers().between(0, 12);
        return count.list().ofSize(4).list().ofMinSize(1).ofMaxSize(6).map(tables -> {
            Map<Integer, Cells> parts = new HashMap<>();
            tables.forEach(t -> parts.put(parts.size(), cells(t.get(0), t.get(1), t.get(2), t.get(3))));
            return parts;
        });
    }

    private static Cells cells(int a, int b, int c, int d) {
        Cells cells = new Cells();
        add(cells, a, true, true);
        add(cells, b, true, false);
        add(cells, c, false, true);
        add(cells, d, false, false);
        return cells;
    }

    private static void add(Cells cells, int people, boolean exposed, boolean outcome) {
        for (int i = 0; i < people; i++) {
            cells.add(UUID.randomUUID(), exposed, outcome);
        }
    }
}
