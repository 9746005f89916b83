package org.rapport.reporting.report.timetoexchange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rapport.reporting.report.participation.SelectionWording;

/** What the words of the report mean and where its methods come from. */
final class TimeWording {

    private TimeWording() {}

    static Map<String, String> definitions(TimeQuestion question) {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put(
                "interpretation",
                "Associations between what people came with and how soon exchanges followed. Nobody was assigned any of it,"
                        + " so they do not show what made the difference.");
        definitions.put("unit", SelectionWording.unit(question.selection()));
        definitions.put("ready", SelectionWording.ready(question.threshold()));
        definitions.put("event", SelectionWording.exchange(question.selection()) + ", the first of them.");
        definitions.put(
                "time",
                "Whole days since the end of the event: that of an exchange rounded up, the follow-up rounded down. An"
                        + " exchange counts if its day is not after the follow-up; else the time is censored there.");
        definitions.put("followUp", SelectionWording.followUp(question.selection()));
        definitions.put(
                "leftBeforeEnd", "Left the programme before the event ended: left out. A follow-up of 0 is kept.");
        definitions.put("needMatch", SelectionWording.NEED_MATCH);
        definitions.put("embedded", SelectionWording.EMBEDDED);
        definitions.put("incentive", SelectionWording.INCENTIVE);
        definitions.put("priorCoattendance", SelectionWording.PRIOR_COATTENDANCE);
        definitions.put("score", SelectionWording.SCORE);
        return definitions;
    }

    static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put(
                "curves",
                "Kaplan and Meier 1958; Greenwood's variance (1926), log-log limits (Kalbfleisch and Prentice 1980)");
        methods.put("median", "Brookmeyer and Crowley 1982; null where the curve does not come down to a half");
        methods.put("logRank", "Mantel 1966, hypergeometric variance");
        methods.put("cox", "Cox 1972, Efron's treatment of ties (1977)");
        methods.put(
                "robustStandardError",
                "by participant, and by event beside (Lin and Wei 1989), without small-sample factor");
        methods.put(
                "proportionalHazards",
                "score test of Schoenfeld residuals against 1 - Kaplan-Meier (Grambsch and Therneau 1994)");
        methods.put("concordance", "Harrell and others 1982");
        methods.put("eventsNeeded", "Schoenfeld 1981: 80 % power, two-sided 0.05");
        methods.put("multiplicity", "Holm 1979");
        methods.put("suppression", "Small cells and their complements hidden (Hundepool and others 2012)");
        return methods;
    }
}
