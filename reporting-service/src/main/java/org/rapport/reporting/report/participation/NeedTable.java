package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.participation.Participation.Items;

/** What each person needs and when; of what one needs at a time, the first counts most. */
final class NeedTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, topic, range_send(during), specificity, urgency, authority, benefit
              from need_period
             where not isempty(during) and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id, coalesce(specificity + urgency + authority + benefit, 0) desc, lower(during), need_id
            """);

    private static final int NOT_ASSESSED = 0;

    private final TopicPeriods periods;
    private final int[] assessments;

    /** Assessments that occur, the first of which is none. */
    private final List<Items> items = new ArrayList<>();

    NeedTable(Connection connection, PeopleTable people, Collection<UUID> only, Numbers<String> numbers)
            throws SQLException {
        TopicPeriods.Reading reading = new TopicPeriods.Reading(people.size(), numbers);
        IntStream.Builder assessed = IntStream.builder();
        Map<Items, Integer> places = new HashMap<>();
        items.add(null);
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            if (person >= 0) {
                reading.add(person, row.getString(2), row.getBytes(3));
                assessed.add(place(items(row), places));
            }
        });
        periods = reading.close();
        assessments = assessed.build().toArray();
    }

    private static Items items(ResultSet row) throws SQLException {
        int specificity = row.getInt(4);
        return row.wasNull() ? null : new Items(specificity, row.getInt(5), row.getInt(6), row.getInt(7));
    }

    private int place(Items assessment, Map<Items, Integer> places) {
        if (assessment == null) {
            return NOT_ASSESSED;
        }
        Integer place = places.get(assessment);
        if (place == null) {
            place = items.size();
            places.put(assessment, place);
            items.add(assessment);
        }
        return place;
    }

    TopicPeriods periods() {
        return periods;
    }

    /** Null if it wasn't assessed. */
    Items items(int need) {
        return items.get(assessments[need]);
    }
}
