package org.rapport.exchanges.exchange;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.rapport.kit.problem.Problems;

/** Continues the history of what an exchange was: from a contact, say, to a joint product, with both dates. */
final class TypeLadder {

    private final List<TypeStep> steps;

    /** Continues this list itself. */
    TypeLadder(List<TypeStep> steps) {
        this.steps = steps;
    }

    /** Another type with another time is a step. What is stated with the time of the last step corrects that. */
    void become(ExchangeType type, Instant since) {
        TypeStep last = last();
        if (type == null) {
            steps.clear();
        } else if (last == null) {
            steps.add(new TypeStep(type, since));
        } else if (type != last.type() && !Objects.equals(since, last.since())) {
            requireNotBefore(last, since);
            steps.add(new TypeStep(type, since));
        } else if (!last.equals(new TypeStep(type, since))) {
            if (steps.size() > 1) {
                requireNotBefore(steps.get(steps.size() - 2), since);
            }
            steps.set(steps.size() - 1, new TypeStep(type, since));
        }
    }

    private static void requireNotBefore(TypeStep step, Instant since) {
        if (since == null) {
            throw refused("TYPE_SINCE_REQUIRED", "Say since when it is of this type");
        }
        if (step.since() != null && since.isBefore(step.since())) {
            throw refused("TYPE_BEFORE_LAST", "Must not be before it became what it was until then");
        }
    }

    private static HttpProblem refused(String code, String detail) {
        return Problems.invalid("/typeSince", code, detail);
    }

    /** Whether it never was anything else, and has been that since this time. */
    boolean isOneStepSince(Instant time) {
        return steps.size() == 1 && Objects.equals(last().since(), time);
    }

    /** Since when it is what it is; null if nobody knows. */
    Instant since() {
        return steps.isEmpty() ? null : last().since();
    }

    private TypeStep last() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1);
    }
}
