package org.rapport.reporting.report.coverage;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.Selection.Ascertainment;
import org.rapport.reporting.report.participation.Selection.Role;
import org.rapport.reporting.report.participation.Selection.Unit;

class CoverageTallyTest {

    private static final int EVENTS = 4;

    private static final CoverageQuestion QUESTION = new CoverageQuestion(
            new Selection(
                    Instant.parse("2026-01-01T00:00:00Z"),
                    new EventFilter(null, null, null, null, null, null),
                    false,
                    false,
                    Role.ANY,
                    Unit.PARTICIPATION,
                    Ascertainment.RECORDED),
            180,
            null);

    @Property(tries = 100)
    void peopleCountedInTwoPartsAreCountedAsAllAtOnce(
            @ForAll long seed, @ForAll @IntRange(max = 6) int people, @ForAll @IntRange(max = 6) int first) {
        CoverageTally whole = new CoverageTally(QUESTION, EVENTS);
        CoverageTally part = new CoverageTally(QUESTION, EVENTS);
        CoverageTally other = new CoverageTally(QUESTION, EVENTS);
        Random random = new Random(seed);
        for (int person = 0; person < people; person++) {
            for (Participation each : participations(person, random)) {
                whole.add(each);
                (person < first ? part : other).add(each);
            }
        }

        part.join(other);

        assertThat(counts(part), is(counts(whole)));
    }

    private static List<Participation> participations(int person, Random random) {
        UUID id = new UUID(0, person);
        List<Participation> participations = new ArrayList<>();
        for (int event = 0; event < EVENTS; event++) {
            if (random.nextBoolean()) {
                long days = 90 + random.nextInt(180);
                participations.add(new Participation(
                        id,
                        new UUID(1, event),
                        event,
                        random.nextBoolean() ? 8 : null,
                        false,
                        false,
                        false,
                        false,
                        0,
                        List.of(),
                        null,
                        days,
                        days,
                        random.nextBoolean() ? days - random.nextInt(90) : null,
                        random.nextInt(2),
                        random.nextInt(2),
                        null));
            }
        }
        return participations;
    }

    private static List<Object> counts(CoverageTally tally) {
        List<Object> counts = new ArrayList<>(
                List.of(tally.units.count(), tally.units.people(), tally.late.count(), tally.late.people()));
        add(counts, tally.recorded);
        add(counts, tally.confirmed);
        tally.cells.values().forEach(cell -> {
            add(counts, cell.answered());
            add(counts, cell.ascertained());
        });
        tally.events(event -> new UUID(1, event)).forEach((event, ofEvent) -> {
            counts.add(event);
            add(counts, ofEvent.answered());
            add(counts, ofEvent.ascertained());
        });
        return counts;
    }

    private static void add(List<Object> counts, Cells cells) {
        counts.add(cells.table());
        counts.add(cells.people(0));
        counts.add(cells.people(1));
    }
}
