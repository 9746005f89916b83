package org.rapport.reporting.report.readinessexposure;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the words of the report mean and where its methods come from. */
final class ExposureWording {

    static final String NOT_ATTENDED =
            "Against pairs of whom one or both did not come to an event that was held: they may"
                    + " have had their reasons.";
    static final String CANCELLED =
            "Against pairs who were to be at an event that was cancelled: nobody chose that, but the"
                    + " events may differ.";
    static final String RANDOMISED =
            "Pairs whom chance had put into one randomised session together against pairs whom it had put into different"
                    + " ones of the same event, wherever they then went (intention to treat): a difference is due to the"
                    + " session. Where no allocation is recorded, by where they went.";

    private ExposureWording() {}

    static Map<String, String> definitions(ExposureQuestion question) {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put(
                "interpretation",
                "Associations: who comes to an event differs from who does not. The randomised sessions come nearest to an"
                        + " experiment.");
        definitions.put(
                "dyad",
                "Two people who both had a confirmed registration, or any attendance record, at an event that was held or"
                        + " cancelled and is over; both consent to research. The same two at another event are another dyad.");
        definitions.put("exposed", "Both attended, and the event was held.");
        definitions.put(
                "priorMatch",
                "A need of one that was open at the start has the topic of what the other offered at the time.");
        definitions.put(
                "exchanging",
                "At least one exchange of the two (active, completed or lapsed"
                        + (question.confirmed() ? ", confirmed by both sides" : "")
                        + ") that started after the end of the event and within " + question.windowDays() + " days.");
        definitions.put("unascertained", "One of the two could not be followed for the whole window: left out.");
        definitions.put(
                "priorTies",
                question.newTies()
                        ? "The two had an exchange before the event started: left out."
                        : "Kept: asked for with newTies=false.");
        definitions.put(
                "ladder",
                "The highest that applies: NONE not both attended; SAME_EVENT; SAME_SESSION both attended one session;"
                        + " INTRODUCED they met (an encounter on record, or an"
                        + " introduction that came about).");
        definitions.put("ratePer1000", "Exchanges per 1,000 dyads; the risk counts dyads with at least one.");
        return definitions;
    }

    static Map<String, String> methods() {
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("risk", "Wilson score interval (Wilson 1927)");
        methods.put(
                "relativeRisk",
                "Katz log interval (Katz, Baptista, Azen and Pike 1978), which takes pairs to be independent: too short");
        methods.put("ratioOfRelativeRisks", "log ratios of independent cells subtracted (Altman and Bland 2003)");
        methods.put(
                "dyadicRobust",
                "pairs with a person in common are not independent (Fafchamps and Gubert 2007; Aronow, Samii and Assenova"
                        + " 2015); no small-sample factor");
        methods.put(
                "qap",
                "quadratic assignment: people change places within events, seeded, p = (b + 1) / (m + 1), two-sided by"
                        + " doubling (Hubert 1987; Krackhardt 1988)");
        methods.put("multiplicity", "Holm 1979");
        methods.put("suppression", "Small cells and their complements hidden (Hundepool and others 2012)");
        return methods;
    }
}
