package org.rapport.reporting.statistics.survival;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Small studies with many ties, two groups and some covariates. */
final class SurvivalData extends DomainContextBase {

    record Subject(double time, boolean event, int group, double x, double z) {}

    record Study(List<Subject> subjects) {

        SurvivalTimes times() {
            return times(1);
        }

        /** In other units. */
        SurvivalTimes times(double scale) {
            boolean[] event = new boolean[subjects.size()];
            for (int i = 0; i < event.length; i++) {
                event[i] = subjects.get(i).event();
            }
            return SurvivalTimes.of(
                    subjects.stream().mapToDouble(s -> s.time() * scale).toArray(), event);
        }

        int[] groups() {
            return subjects.stream().mapToInt(Subject::group).toArray();
        }

        double[] x() {
            return subjects.stream().mapToDouble(Subject::x).toArray();
        }

        double[] z() {
            return subjects.stream().mapToDouble(Subject::z).toArray();
        }
    }

    @Provide
    Arbitrary<Study> studies() {
        Arbitrary<Double> time = Arbitraries.integers().between(0, 30).map(Integer::doubleValue);
        Arbitrary<Boolean> event = Arbitraries.of(true, true, false);
        Arbitrary<Double> number = Arbitraries.integers().between(-10, 10).map(i -> i / 4.0);
        return Combinators.combine(time, event, Arbitraries.integers().between(0, 1), number, number)
                .as(Subject::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(Study::new);
    }
}
