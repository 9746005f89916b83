package org.rapport.reporting.report.participation;

import java.util.stream.IntStream;

/** Which events the two of each exchange attended both, by the places of their records in the table of people. */
final class CommonTable {

    /** Where those of each exchange begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final int[] ofA;
    private final int[] ofB;

    CommonTable(PeopleTable people, ExchangeTable exchanges) {
        first = new int[exchanges.size() + 1];
        IntStream.Builder placesOfA = IntStream.builder();
        IntStream.Builder placesOfB = IntStream.builder();
        for (int exchange = 0; exchange < exchanges.size(); exchange++) {
            int a = exchanges.a(exchange);
            int b = exchanges.b(exchange);
            int i = people.recordsFirst(a);
            int j = people.recordsFirst(b);
            int common = 0;
            while (i < people.recordsEnd(a) && j < people.recordsEnd(b)) {
                int order = Integer.compare(people.event(i), people.event(j));
                if (order == 0 && people.attended(i) + people.attended(j) == 2) {
                    placesOfA.add(i);
                    placesOfB.add(j);
                    common++;
                }
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
            first[exchange + 1] = first[exchange] + common;
        }
        ofA = placesOfA.build().toArray();
        ofB = placesOfB.build().toArray();
    }

    int first(int exchange) {
        return first[exchange];
    }

    int end(int exchange) {
        return first[exchange + 1];
    }

    int ofA(int common) {
        return ofA[common];
    }

    int ofB(int common) {
        return ofB[common];
    }
}
