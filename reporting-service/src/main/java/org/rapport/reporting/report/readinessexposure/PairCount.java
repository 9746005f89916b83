package org.rapport.reporting.report.readinessexposure;

import java.util.BitSet;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.statistics.Proportion;
import org.rapport.reporting.statistics.TwoByTwo;

/** Pairs of one kind, how many of them had an exchange, and how many people these are. */
final class PairCount {

    private long pairs;
    private long matched;
    private long exchanging;
    private long exchanges;
    private final BitSet people = new BitSet();

    /** Pairs that were counted, not looked at. */
    void addAll(long more, long matchedOfThem) {
        pairs += more;
        matched += matchedOfThem;
    }

    /** A pair that was counted, and stands out. */
    void add(ExchangingPair pair, boolean leftOut) {
        if (leftOut) {
            addAll(-1, pair.matched() ? -1 : 0);
        } else if (pair.exchanges() > 0) {
            exchanging++;
            exchanges += pair.exchanges();
            people.set(pair.a());
            people.set(pair.b());
        }
    }

    PairCount plus(PairCount other) {
        pairs += other.pairs;
        matched += other.matched;
        exchanging += other.exchanging;
        exchanges += other.exchanges;
        people.or(other.people);
        return this;
    }

    long pairs() {
        return pairs;
    }

    long matched() {
        return matched;
    }

    long exchanging() {
        return exchanging;
    }

    long exchanges() {
        return exchanges;
    }

    /** From which to compute whatever is shown. */
    PairCount shown(Disclosure disclosure) {
        PairCount shown = new PairCount();
        shown.pairs = disclosure.rounded(pairs);
        shown.matched = disclosure.rounded(matched);
        shown.exchanging = disclosure.rounded(exchanging);
        shown.exchanges = disclosure.rounded(exchanges);
        return shown;
    }

    Proportion risk() {
        return new Proportion(exchanging, pairs);
    }

    Double ratePer1000() {
        return pairs == 0 ? null : Double.valueOf(1000.0 * exchanges / pairs);
    }

    /** These as the exposed, others as the unexposed. */
    TwoByTwo against(PairCount others) {
        return new TwoByTwo(exchanging, pairs - exchanging, others.exchanging, others.pairs - others.exchanging);
    }

    /**
     * Whether fewer people than that are behind those with an exchange, or may be behind those without: n people form no
     * more than n (n - 1) / 2 pairs.
     */
    boolean isOfFewerThan(int number) {
        return people.cardinality() < number || pairs - exchanging <= Gathering.pairs(number - 1L);
    }
}
