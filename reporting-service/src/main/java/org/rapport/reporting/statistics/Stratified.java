package org.rapport.reporting.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Pooling over strata, each compared only within itself, so that what differs between the strata confounds nothing.
 * Assumes one common ratio (or difference); {@link #breslowDay()} asks whether that holds. Consistent both for few large
 * strata and for many small ones.
 */
public record Stratified(List<Stratum> strata) {

    private static final double ROUNDING = 1e-13;

    public Stratified {
        strata = List.copyOf(strata);
    }

    /** The strata added up, as if they were one: to be shown beside what is pooled. */
    public TwoByTwo crude() {
        return strata.stream().map(Stratum::table).reduce(new TwoByTwo(0, 0, 0, 0), TwoByTwo::plus);
    }

    /** Strata without an empty margin; the others tell nothing of an association. */
    public int informativeStrata() {
        return informative().size();
    }

    /**
     * ΣR / ΣS with R = ad/N, S = bc/N (Mantel and Haenszel 1959); log variance ΣPR / 2(ΣR)² + Σ(PS + QR) / 2ΣRΣS + ΣQS /
     * 2(ΣS)² with P = (a + d)/N, Q = (b + c)/N (Robins, Breslow and Greenland 1986).
     */
    public Estimate oddsRatio() {
        double r = sum(t -> product(t.a(), t.d(), t));
        double s = sum(t -> product(t.b(), t.c(), t));
        if (informative().isEmpty()) {
            return Estimate.undefined(Reason.NO_INFORMATIVE_STRATUM);
        }
        if (r == 0 || s == 0) {
            return Estimate.undefined("an empty cell in every stratum, on the same diagonal");
        }
        double pr = sum(t -> agreeing(t) * product(t.a(), t.d(), t));
        double psQr = sum(t -> agreeing(t) * product(t.b(), t.c(), t) + (1 - agreeing(t)) * product(t.a(), t.d(), t));
        double qs = sum(t -> (1 - agreeing(t)) * product(t.b(), t.c(), t));
        double variance = pr / (2 * r * r) + psQr / (2 * r * s) + qs / (2 * s * s);
        return Estimate.logNormal(r / s, Math.sqrt(variance), "Mantel-Haenszel, Robins-Breslow-Greenland");
    }

    /**
     * Σ(a n0/N) / Σ(c n1/N) with log variance Σ((m1 n1 n0 - a c N)/N²) / (Σ(a n0/N) Σ(c n1/N)). Greenland and Robins
     * 1985.
     */
    public Estimate relativeRisk() {
        if (comparable().isEmpty()) {
            return Estimate.undefined(Reason.EMPTY_GROUP);
        }
        double exposed = sum(t -> product(t.a(), t.unexposed(), t));
        double unexposed = sum(t -> product(t.c(), t.exposed(), t));
        if (exposed == 0 || unexposed == 0) {
            return Estimate.undefined(Reason.NO_OUTCOME);
        }
        // m1 n1 n0 - a c N = a d n1 + b c n0, in which nothing cancels
        double variance = sum(t -> product(t.a(), t.d(), t) * t.exposed() / t.total()
                        + product(t.b(), t.c(), t) * t.unexposed() / t.total())
                / exposed
                / unexposed;
        return Estimate.logNormal(exposed / unexposed, Math.sqrt(variance), "Mantel-Haenszel, Greenland-Robins");
    }

    /**
     * Σw(p1 - p0) / Σw with w = n1 n0/N; variance (RD ΣP + ΣQ) / (Σw)² with P = (n1² c - n0² a + n1 n0 (n0 - n1)/2)/N², Q =
     * (a (n0 - c) + c (n1 - a))/2N, consistent for many small strata too. Sato 1989.
     */
    public Estimate riskDifference() {
        if (comparable().isEmpty()) {
            return Estimate.undefined(Reason.EMPTY_GROUP);
        }
        double weights = sum(Stratified::weight);
        double difference = pooledDifference(weights);
        double p = sum(t -> {
            double n = t.total();
            double n1 = t.exposed() / n;
            double n0 = t.unexposed() / n;
            return n1 * n1 * t.c() - n0 * n0 * t.a() + n1 * n0 * ((double) t.unexposed() - t.exposed()) / 2;
        });
        double q = sum(t -> (product(t.a(), t.d(), t) + product(t.c(), t.b(), t)) / 2);
        double variance = difference * p + q;
        // what the groups' being entirely apart leaves of the two is rounding
        double se = variance > q * ROUNDING ? Math.sqrt(variance) / weights : 0;
        return Estimate.normal(difference, se, "Mantel-Haenszel, Sato");
    }

    /** The same estimate with variance Σ((a b n0³ + c d n1³)/(n1 n0 N²)) / (Σw)². Greenland and Robins 1985. */
    public Estimate riskDifferenceGreenlandRobins() {
        if (comparable().isEmpty()) {
            return Estimate.undefined(Reason.EMPTY_GROUP);
        }
        double weights = sum(Stratified::weight);
        double variance = sum(t -> {
                    double n = t.total();
                    double n1 = t.exposed();
                    double n0 = t.unexposed();
                    return t.a() / n1 * t.b() * (n0 / n) * (n0 / n) + t.c() / n0 * t.d() * (n1 / n) * (n1 / n);
                })
                / weights
                / weights;
        return Estimate.normal(pooledDifference(weights), Math.sqrt(variance), "Mantel-Haenszel, Greenland-Robins");
    }

    public CochranMantelHaenszel cochranMantelHaenszel() {
        return CochranMantelHaenszel.of(informative());
    }

    public BreslowDay breslowDay() {
        return BreslowDay.of(informative(), oddsRatio());
    }

    /** What a reader has to know before using the pooled numbers. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        BreslowDay homogeneity = breslowDay();
        if (homogeneity.defined() && homogeneity.pValue() < 0.05) {
            warnings.add(
                    "The odds ratios differ between the strata (Breslow-Day p < 0.05): read them one by one, not pooled");
        }
        int silent = strata.size() - informativeStrata();
        if (silent > 0) {
            warnings.add(silent + " of " + strata.size() + " strata tell nothing of an association (an empty margin)");
        }
        return warnings;
    }

    private double pooledDifference(double weights) {
        return sum(t -> weight(t) * ((double) t.a() / t.exposed() - (double) t.c() / t.unexposed())) / weights;
    }

    private static double weight(TwoByTwo table) {
        return product(table.exposed(), table.unexposed(), table);
    }

    private static double product(long first, long second, TwoByTwo table) {
        return (double) first * second / table.total();
    }

    private static double agreeing(TwoByTwo table) {
        return ((double) table.a() + table.d()) / table.total();
    }

    private double sum(ToDoubleFunction<TwoByTwo> term) {
        return comparable().stream().mapToDouble(term).sum();
    }

    /** Tables with somebody in both groups. */
    private List<TwoByTwo> comparable() {
        return strata.stream()
                .map(Stratum::table)
                .filter(table -> table.exposed() > 0 && table.unexposed() > 0)
                .toList();
    }

    private List<TwoByTwo> informative() {
        return comparable().stream().filter(TwoByTwo::informative).toList();
    }
}
