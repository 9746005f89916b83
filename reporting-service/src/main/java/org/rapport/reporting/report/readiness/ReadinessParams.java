package org.rapport.reporting.report.readiness;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;
import org.rapport.reporting.report.readiness.ReadinessQuestion.Ascertainment;
import org.rapport.reporting.report.readiness.ReadinessQuestion.Exposure;
import org.rapport.reporting.report.readiness.ReadinessQuestion.Role;
import org.rapport.reporting.report.readiness.ReadinessQuestion.StratifyBy;
import org.rapport.reporting.report.readiness.ReadinessQuestion.Unit;

/** The parameters as they come; {@link #question} says what they mean or all that is wrong with them. */
public class ReadinessParams {

    private static final Pattern WINDOW = Pattern.compile("P([1-9][0-9]{0,4})D");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final int HIGHEST_SCORE = 16;

    @Parameter(
            description = "How long after an event an exchange counts, in whole days: PnD; P180D if absent",
            example = "P180D")
    @QueryParam("window")
    String window;

    @Parameter(description = "Ready from this score, 0 to 16; any open need makes ready if absent", example = "8")
    @QueryParam("threshold")
    String threshold;

    @Parameter(description = "Only exchanges that both sides have confirmed; false if absent")
    @QueryParam("confirmed")
    String confirmed;

    @Parameter(description = "Leave out exchanges of pairs that had one before the event; false if absent")
    @QueryParam("newTies")
    String newTies;

    @Parameter(description = "any (if absent): exchanges of either side; initiator: only those this person initiated")
    @QueryParam("role")
    String role;

    @Parameter(
            description =
                    "participation (if absent): every attendance; participant: each person once, at the last event")
    @QueryParam("unit")
    String unit;

    @Parameter(description = "ready (if absent), or needMatch: another attendee offered what was needed")
    @QueryParam("exposure")
    String exposure;

    @Parameter(
            description =
                    "recorded (if absent): followed until asOf; confirmed: followed until the last answered follow-up")
    @QueryParam("ascertainment")
    String ascertainment;

    @Parameter(description = "event, project, programme (if absent) or country")
    @QueryParam("stratifyBy")
    String stratifyBy;

    ReadinessQuestion question(EventParams events) {
        Errors errors = new Errors();
        ReadinessQuestion question = new ReadinessQuestion(
                events.asOf(),
                windowDays(errors),
                threshold(errors),
                bool("confirmed", confirmed),
                bool("newTies", newTies),
                choice(Role.class, role, Role.ANY, "role", errors),
                choice(Unit.class, unit, Unit.PARTICIPATION, "unit", errors),
                choice(Exposure.class, exposure, Exposure.READY, "exposure", errors),
                choice(Ascertainment.class, ascertainment, Ascertainment.RECORDED, "ascertainment", errors),
                choice(StratifyBy.class, stratifyBy, StratifyBy.PROGRAMME, "stratifyBy", errors),
                events.filter(errors));
        errors.throwIfAny();
        return question;
    }

    private static boolean bool(String name, String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Problems.invalidParameter(name, "Must be true or false");
        }
        return "true".equals(text);
    }

    private int windowDays(Errors errors) {
        if (window == null) {
            return 180;
        }
        Matcher matcher = WINDOW.matcher(window);
        if (!matcher.matches()) {
            errors.add("/window", "WINDOW_INVALID", "must be whole days from P1D to P99999D, such as P180D");
            return 0;
        }
        return Integer.parseInt(matcher.group(1));
    }

    private Integer threshold(Errors errors) {
        if (threshold == null) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(threshold).matches() || Integer.parseInt(threshold) > HIGHEST_SCORE) {
            errors.add("/threshold", "THRESHOLD_INVALID", "must be a whole number from 0 to " + HIGHEST_SCORE);
            return null;
        }
        return Integer.valueOf(threshold);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word, E otherwise, String name, Errors errors) {
        if (word == null) {
            return otherwise;
        }
        for (E choice : type.getEnumConstants()) {
            if (Words.of(choice).equals(word)) {
                return choice;
            }
        }
        List<String> words = Words.all(type);
        String code = name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT) + "_INVALID";
        errors.add("/" + name, code, "must be one of " + String.join(", ", words));
        return otherwise;
    }
}
