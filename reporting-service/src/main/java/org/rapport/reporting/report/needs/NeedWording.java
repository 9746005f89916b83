package org.rapport.reporting.report.needs;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the words of the report mean and where its methods come from. */
final class NeedWording {

    private NeedWording() {}

    static Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put(
                "population",
                "Needs declared by asOf, of people who consent to research; with a filter, of those who attended one of"
                        + " the events.");
        definitions.put("met", "Marked as met by asOf, whether by an exchange or by hand, and not opened again.");
        definitions.put("share", "Needs met of needs declared, however long ago: those declared lately had less time.");
        definitions.put(
                "timeToMet",
                "Days from the declaration until a need was first met, rounded up; followed to asOf, but not beyond its"
                        + " withdrawal or the time its person left.");
        definitions.put(
                "openNobodyOffers",
                "Open needs on whose topic (the same code) nobody else with consent offers anything at asOf.");
        return definitions;
    }

    static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("share", "Wilson score interval (Wilson 1927; Brown, Cai and DasGupta 2001)");
        methods.put(
                "timeToMet",
                "Kaplan and Meier 1958; Greenwood's variance, log-log limits (Kalbfleisch and Prentice 1980); withdrawal"
                        + " is taken for censoring");
        methods.put("daysToMet", "median of Kaplan-Meier (Brookmeyer and Crowley 1982); null where half were not met");
        methods.put("suppression", "Small cells and their complements hidden (Hundepool and others 2012)");
        return methods;
    }
}
