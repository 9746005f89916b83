package org.rapport.kit.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The columns of a collection's files, in the order of an export, each with what it says of an aggregate. Reading a row
 * that was written so must lead to the aggregate as it is.
 *
 * @param <E> the aggregate
 */
public final class Columns<E> {

    private final Map<String, Function<E, ?>> values = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private Predicate<E> sayable = aggregate -> true;

    /** A column that the header of an import must name, and that no row may leave empty. */
    public Columns<E> required(String name, Function<E, ?> value) {
        required.add(name);
        return optional(name, value);
    }

    public Columns<E> optional(String name, Function<E, ?> value) {
        values.put(name, value);
        return this;
    }

    /** Leaves out of exports what a row cannot say, such as somebody without a name. */
    public Columns<E> only(Predicate<E> condition) {
        sayable = condition;
        return this;
    }

    public Set<String> names() {
        return values.keySet();
    }

    public Set<String> required() {
        return required;
    }

    /** The rows of an export. */
    public List<List<Object>> rows(List<E> aggregates) {
        List<List<Object>> rows = new ArrayList<>(aggregates.size());
        for (E aggregate : aggregates) {
            if (sayable.test(aggregate)) {
                List<Object> cells = new ArrayList<>(values.size());
                values.values().forEach(value -> cells.add(value.apply(aggregate)));
                rows.add(cells);
            }
        }
        return rows;
    }
}
