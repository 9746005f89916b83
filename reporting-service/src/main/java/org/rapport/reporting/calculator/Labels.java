package org.rapport.reporting.calculator;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What group each row belongs to.
 *
 * @param names of the groups, whole numbers in their order and before all texts
 * @param rows the number of each row's group, from 0
 */
record Labels(List<String> names, List<Integer> rows) {

    private static final Comparator<String> ORDER = Comparator.<String, Boolean>comparing(name -> !isWhole(name))
            .thenComparing(name -> isWhole(name) ? Long.parseLong(name) : 0L)
            .thenComparing(Comparator.naturalOrder());

    static Labels of(String[] labels) {
        List<String> names = Arrays.stream(labels).distinct().sorted(ORDER).toList();
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return new Labels(names, Arrays.stream(labels).map(numbers::get).toList());
    }

    static Labels one(int rows) {
        return new Labels(List.of("all"), Collections.nCopies(rows, 0));
    }

    int[] numbers() {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isWhole(String name) {
        return name.matches("-?[0-9]{1,18}");
    }
}
