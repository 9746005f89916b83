package org.rapport.kit.validation;

import java.util.ArrayList;
import java.util.List;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.problem.Problems;

/** Gathers what is wrong with one request or row. */
public final class Errors {

    private final List<FieldError> list = new ArrayList<>();

    /** Adds an error at a field, given as a JSON Pointer such as {@code /endsAt}. */
    public void add(String pointer, String code, String detail) {
        list.add(new FieldError(pointer, code, detail));
    }

    public void add(FieldError error) {
        list.add(error);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<FieldError> list() {
        return List.copyOf(list);
    }

    /** Throws a 422 that names them all, if there are any. */
    public void throwIfAny() {
        if (!list.isEmpty()) {
            throw Problems.invalid(list());
        }
    }
}
