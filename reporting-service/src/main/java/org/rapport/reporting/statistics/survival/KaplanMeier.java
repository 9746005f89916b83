package org.rapport.reporting.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rapport.reporting.statistics.Confidence;
import org.rapport.reporting.statistics.Estimate;

/**
 * The probability of having had no event, over time: S(t) = Π(1 - d/n) over the times of events until t, with Greenwood's
 * variance S² Σ d / (n(n-d)). Kaplan and Meier 1958; Greenwood 1926; interval: Kalbfleisch and Prentice 1980.
 *
 * @param points one for every different time, whether of events or of censoring only
 * @param last the last time at which anybody was followed; null if there was nobody
 */
public record KaplanMeier(long n, long events, SurvivalInterval interval, List<Point> points, Double last) {

    /** Within it a survival counts as exactly a half, which a product of fractions can only be up to rounding. */
    private static final double SAME = 1e-8;

    /**
     * @param atRisk those followed until this time or longer
     * @param standardError null once nobody is left, and the limits with it; they are null too before the first event
     */
    public record Point(
            double time,
            long atRisk,
            long events,
            long censored,
            double survival,
            Double standardError,
            Double lower,
            Double upper) {}

    /** Survival at a time that was asked for. */
    public record Horizon(
            double time,
            Long atRisk,
            Double survival,
            Double standardError,
            Double lower,
            Double upper,
            String reason) {}

    public static KaplanMeier of(SurvivalTimes times) {
        return of(times, SurvivalInterval.LOG_LOG);
    }

    public static KaplanMeier of(SurvivalTimes times, SurvivalInterval interval) {
        return of(SurvivalCounts.of(times), 0, interval);
    }

    /** Of those in the first group. */
    public static KaplanMeier of(SurvivalCounts counts) {
        return of(counts, 0);
    }

    public static KaplanMeier of(SurvivalCounts counts, int group) {
        return of(counts, group, SurvivalInterval.LOG_LOG);
    }

    public static KaplanMeier of(SurvivalCounts counts, int group, SurvivalInterval interval) {
        List<Point> points = new ArrayList<>();
        long atRisk = counts.size(group);
        long happened = 0;
        double survival = 1;
        double greenwood = 0;
        for (int t = 0; t < counts.times(); t++) {
            long events = counts.events(group, t);
            long censored = counts.censored(group, t);
            if (events + censored > 0) {
                survival *= (double) (atRisk - events) / atRisk;
                greenwood += greenwood(atRisk, events);
                points.add(point(interval, counts.time(t), atRisk, events, censored, survival, greenwood));
                atRisk -= events + censored;
                happened += events;
            }
        }
        Double last = points.isEmpty()
                ? null
                : Double.valueOf(points.get(points.size() - 1).time());
        return new KaplanMeier(counts.size(group), happened, interval, List.copyOf(points), last);
    }

    /** d / (n(n-d)); nothing once everybody has had the event, where the curve and its variance end. */
    private static double greenwood(long atRisk, long events) {
        return events == atRisk ? 0 : (double) events / atRisk / (atRisk - events);
    }

    private static Point point(
            SurvivalInterval interval,
            double time,
            long atRisk,
            long events,
            long censored,
            double survival,
            double greenwood) {
        if (survival == 0) {
            return new Point(time, atRisk, events, censored, 0, null, null, null);
        }
        double se = survival * Math.sqrt(greenwood);
        boolean certain = greenwood == 0;
        return new Point(
                time,
                atRisk,
                events,
                censored,
                survival,
                se,
                certain ? null : Double.valueOf(interval.lower(survival, se)),
                certain ? null : Double.valueOf(interval.upper(survival, se)));
    }

    /** How long all together were followed. */
    public double totalTime() {
        return points.stream()
                .mapToDouble(point -> point.time() * (point.events() + point.censored()))
                .sum();
    }

    /** The first time at which half have had the event, by the estimate and by its limits. */
    public Estimate median() {
        return quantile(0.5);
    }

    /**
     * The first time at which the curve has come down to 1 - p, and in the middle of the flat where it stays exactly there;
     * its limits are where those of the curve come down to it. What isn't reached is null. Brookmeyer and Crowley 1982.
     */
    public Estimate quantile(double p) {
        Double value = timeOf(1 - p, Point::survival);
        Double lower = timeOf(1 - p, point -> orCertain(point, point.lower()));
        Double upper = timeOf(1 - p, point -> orCertain(point, point.upper()));
        String reason = null;
        if (value == null) {
            reason = n == 0 ? "nobody was followed" : "not reached within the follow-up";
        } else if (upper == null) {
            reason = "no upper limit within the follow-up";
        }
        Double level = lower == null && upper == null ? null : Double.valueOf(Confidence.LEVEL);
        return new Estimate(value, lower, upper, level, interval.method(), null, null, null, null, reason);
    }

    /** Before the first event the limits of the curve are the curve. */
    private static Double orCertain(Point point, Double limit) {
        return point.survival() == 1 ? Double.valueOf(1) : limit;
    }

    private Double timeOf(double level, Function<Point, Double> curve) {
        Double reached = null;
        for (Point point : points) {
            Double height = curve.apply(point);
            if (height == null) {
                continue;
            }
            if (reached == null && height <= level + SAME) {
                if (height < level - SAME) {
                    return point.time();
                }
                reached = point.time();
            } else if (reached != null && height < level - SAME) {
                return (reached + point.time()) / 2;
            }
        }
        return reached == null ? null : Double.valueOf((reached + last) / 2);
    }

    /** Numbers at risk and survival at a time; undefined after the last follow-up, unless nobody was left by then. */
    public Horizon at(double time) {
        Point before = null;
        long atRisk = 0;
        for (Point point : points) {
            if (point.time() >= time) {
                atRisk = point.atRisk();
                before = point.time() == time ? point : before;
                break;
            }
            before = point;
        }
        if (n == 0 || time > last && before != null && before.survival() > 0) {
            return new Horizon(time, 0L, null, null, null, null, "nobody was followed that long");
        }
        if (before == null || before.survival() == 1) {
            return new Horizon(time, atRisk, 1.0, null, null, null, "no event by then to give an interval");
        }
        return new Horizon(
                time, atRisk, before.survival(), before.standardError(), before.lower(), before.upper(), null);
    }

    /**
     * Mean time without the event, counted until τ: the area under the curve. Variance Σ A² d / (n(n-d)) over the times of
     * events until τ, A the area from there to τ. Needs no proportional hazards. Irwin 1949; Royston and Parmar 2013.
     */
    public Estimate restrictedMean(double tau) {
        if (n == 0 || tau > last && points.get(points.size() - 1).survival() > 0) {
            return Estimate.undefined("nobody was followed that long");
        }
        if (!(tau > 0)) {
            return Estimate.undefined("no time to take a mean over");
        }
        double right = tau;
        double area = 0;
        double variance = 0;
        for (int i = points.size() - 1; i >= 0; i--) {
            Point point = points.get(i);
            if (point.time() < tau) {
                area += (right - point.time()) * point.survival();
                variance += area * area * greenwood(point.atRisk(), point.events());
                right = point.time();
            }
        }
        return Estimate.normal(area + right, Math.sqrt(variance), "restricted mean to " + plain(tau));
    }

    private static String plain(double time) {
        return time == Math.rint(time) && time < 1e15 ? String.valueOf((long) time) : String.valueOf(time);
    }
}
