package org.rapport.reporting.statistics;

/**
 * What the risk difference could be if the outcome of the unascertained were known. The bounds assume nothing at all
 * about them, not even what happens to be recorded of them (early exchanges of a short follow-up would flatter one
 * side). Manski 1989.
 */
public record Bounds(RiskDifference riskDifference, Scenarios scenarios, String reason) {

    /**
     * @param lower no unascertained exposed person engaged and every unascertained unexposed one did
     * @param upper the reverse
     */
    public record RiskDifference(double lower, double upper) {}

    /** The risk difference if all the unascertained engaged, and if none did. */
    public record Scenarios(double allEngaged, double noneEngaged) {}

    /** @param ascertained the table of those whose outcome is known */
    public static Bounds of(TwoByTwo ascertained, long unascertainedExposed, long unascertainedUnexposed) {
        if (unascertainedExposed < 0 || unascertainedUnexposed < 0) {
            throw new IllegalArgumentException(
                    "Negative count of unascertained: " + unascertainedExposed + ", " + unascertainedUnexposed);
        }
        double exposed = (double) ascertained.exposed() + unascertainedExposed;
        double unexposed = (double) ascertained.unexposed() + unascertainedUnexposed;
        if (exposed == 0 || unexposed == 0) {
            return new Bounds(null, null, Reason.EMPTY_GROUP);
        }
        double exposedLow = ascertained.a() / exposed;
        double exposedHigh = ((double) ascertained.a() + unascertainedExposed) / exposed;
        double unexposedLow = ascertained.c() / unexposed;
        double unexposedHigh = ((double) ascertained.c() + unascertainedUnexposed) / unexposed;
        return new Bounds(
                new RiskDifference(exposedLow - unexposedHigh, exposedHigh - unexposedLow),
                new Scenarios(exposedHigh - unexposedHigh, exposedLow - unexposedLow),
                null);
    }
}
