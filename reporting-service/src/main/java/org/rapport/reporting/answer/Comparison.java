package org.rapport.reporting.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.statistics.Multiplicity;

/** A p-value and what remains of it when it is one of several. */
public record Comparison(String family, String comparison, Double pValue, Double holm) {

    /** @param pValues by what is compared, in order; null of a test that was undefined */
    public static List<Comparison> family(String name, Map<String, Double> pValues) {
        return family(name, List.copyOf(pValues.keySet()), new ArrayList<>(pValues.values()));
    }

    /** The same, where what is compared may be called alike. */
    public static List<Comparison> family(String name, List<String> labels, List<Double> pValues) {
        List<Double> holm = Multiplicity.holm(pValues);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            comparisons.add(new Comparison(name, labels.get(i), pValues.get(i), holm.get(i)));
        }
        return comparisons;
    }
}
