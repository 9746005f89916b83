package org.rapport.reporting.statistics.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.rapport.reporting.statistics.Reference;

/** Eighteen women of Natchez, Mississippi, and which of fourteen events each came to in 1936. */
public final class Coattendance {

    private static final JsonNode EXPECTED = Reference.expected("07_davis_coattendance");

    private final List<String> women;
    private final Set<String> attendances = new HashSet<>();

    public Coattendance() {
        List<String[]> rows = Reference.rows("07_davis_coattendance/attendance.csv");
        rows.forEach(row -> attendances.add(row[0] + " " + row[1]));
        women = rows.stream().map(row -> row[0]).distinct().sorted().toList();
    }

    public int women() {
        return women.size();
    }

    public SquareMatrix early() {
        return together("early_events");
    }

    public SquareMatrix late() {
        return together("late_events");
    }

    /** How many of some events two women both came to. */
    private SquareMatrix together(String events) {
        List<String> names = StreamSupport.stream(
                        EXPECTED.get("early_late").get(events).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        double[][] cells = new double[women.size()][women.size()];
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells.length; j++) {
                String one = women.get(i);
                String other = women.get(j);
                cells[i][j] = names.stream()
                        .filter(event ->
                                attendances.contains(one + " " + event) && attendances.contains(other + " " + event))
                        .count();
            }
        }
        return SquareMatrix.of(cells);
    }
}
