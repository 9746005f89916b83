package org.rapport.reporting.report.comparison;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rapport.reporting.report.comparison.ComparisonQuestion.Exposure;
import org.rapport.reporting.report.comparison.ComparisonQuestion.StratifyBy;
import org.rapport.reporting.report.participation.SelectionWording;

/** What the words of the report mean and where its methods come from, so that it can be read without us. */
final class ComparisonWording {

    private ComparisonWording() {}

    static Map<String, String> definitions(ComparisonQuestion question) {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put("interpretation", interpretation(question.exposure()));
        definitions.put("unit", SelectionWording.unit(question.selection()));
        definitions.put("ready", ready(question));
        if (question.stratifyBy() == StratifyBy.READINESS) {
            definitions.put(
                    "strata", "Ready: " + SelectionWording.ready(question.threshold()) + " Not ready: the others.");
            definitions.put(
                    "interaction",
                    "How the association among the ready differs from that among the others: a ratio of 1, or a difference"
                            + " of 0, is none.");
        }
        definitions.put("score", SelectionWording.SCORE);
        definitions.put("levels", "NONE no open need, LOW 0 to 7, MEDIUM 8 to 11, HIGH 12 to 16.");
        definitions.put(
                "engaged",
                SelectionWording.exchange(question.selection()) + ", within " + question.windowDays() + " days.");
        definitions.put(
                "ascertained",
                "Followed for the whole window, whether or not engaged by then. The others are left out of the table and "
                        + "counted as unascertained; the bounds say what they could change at most.");
        definitions.put("lateNeeds", "Needs declared after the start of the event: they never count as prior.");
        definitions.put(
                "bounds",
                "The risk difference if no unascertained exposed engaged and every unascertained unexposed did (lower), "
                        + "and the reverse (upper), whatever is recorded of them.");
        definitions.put(
                "readyItems", "Mean items of the need that gives the score, among the ready whose need was assessed.");
        return definitions;
    }

    private static String interpretation(Exposure exposure) {
        return switch (exposure) {
            case READY, NEED_MATCH ->
                "An association between what people came with and what followed. Nobody was assigned a need: those with "
                        + "one may differ in other ways, so it does not show that the need made the difference.";
            case EMBEDDED ->
                "An association between events embedded in longer projects and what followed. Events were not chosen by "
                        + "lot to be embedded, nor people to attend them, so it does not show that embedding made the "
                        + "difference; an event is one case, however many attend it.";
            case INCENTIVE ->
                "An association between incentives and what followed. Incentives were not given by lot: those who got one "
                        + "may differ in other ways, so it does not show that the incentive made the difference.";
        };
    }

    /** What the row of the table that is called so holds. */
    private static String ready(ComparisonQuestion question) {
        return switch (question.exposure()) {
            case READY -> SelectionWording.ready(question.threshold());
            case NEED_MATCH -> SelectionWording.NEED_MATCH;
            case EMBEDDED -> "Here the exposed: embedded. " + SelectionWording.EMBEDDED;
            case INCENTIVE -> "Here the exposed: with an incentive. " + SelectionWording.INCENTIVE;
        };
    }

    static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("risk", "Wilson score interval (Wilson 1927; Brown, Cai and DasGupta 2001)");
        methods.put("riskDifference", "Newcombe, method 10 (Newcombe 1998)");
        methods.put("relativeRisk", "Katz log interval (Katz, Baptista, Azen and Pike 1978)");
        methods.put("oddsRatio", "Woolf log interval (Woolf 1955)");
        methods.put("eValue", "VanderWeele and Ding 2017");
        methods.put("fisherExact", "two-sided: tables no more probable than the one observed (Fisher 1935)");
        methods.put(
                "chiSquared",
                "Pearson, without continuity correction; with Yates's and (N-1)/N beside (Campbell 2007)");
        methods.put(
                "mantelHaenszel",
                "Mantel and Haenszel 1959; variances of Robins, Breslow and Greenland 1986 (odds ratio), "
                        + "Greenland and Robins 1985 (relative risk), Sato 1989 (difference)");
        methods.put(
                "cochranMantelHaenszel", "without continuity correction; corrected beside (Mantel and Haenszel 1959)");
        methods.put(
                "breslowDay", "homogeneity of odds ratios over informative strata (Breslow and Day 1980; Tarone 1985)");
        methods.put(
                "interaction",
                "log ratios of independent groups subtracted (Altman and Bland 2003); of risk differences, square and add"
                        + " (Zou and Donner 2008)");
        methods.put("cochranArmitage", "trend over levels scored 0 to 3 (Cochran 1954; Armitage 1955)");
        methods.put("spearman", "Bonett and Wright 2000");
        methods.put("kendall", "tau-b, variance corrected for ties (Kendall 1970)");
        methods.put("clusterRobust", "by participant, without small-sample factor (Liang and Zeger 1986)");
        methods.put("bounds", "Manski 1989");
        methods.put("multiplicity", "Holm 1979, within each family of comparisons");
        methods.put("suppression", "Small cells and their complements hidden (Hundepool and others 2012)");
        return methods;
    }
}
