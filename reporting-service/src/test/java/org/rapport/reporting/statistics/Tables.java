package org.rapport.reporting.statistics;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Tables of all sizes, empty cells and empty margins among them. */
final class Tables extends DomainContextBase {

    @Provide
    Arbitrary<TwoByTwo> tables() {
        Arbitrary<Long> count = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.longs().between(0, 5)),
                Tuple.of(5, Arbitraries.longs().between(0, 200)),
                Tuple.of(1, Arbitraries.longs().between(0, 20_000)));
        return Combinators.combine(count, count, count, count).as(TwoByTwo::new);
    }
}
