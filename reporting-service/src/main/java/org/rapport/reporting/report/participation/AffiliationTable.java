package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.reporting.report.NamedQuery;

/** Of which country each person is, and when they belonged to which organisations, the one joined last first. */
public final class AffiliationTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select p.id, p.country, (o ->> 'organisationId')::uuid, (o ->> 'from')::date - '1970-01-01'::date,
                   (o ->> 'to')::date - '1970-01-01'::date, o is not null
              from participant p
              left join lateral jsonb_array_elements(p.organisations) o on true
             where :people::uuid[] is null or p.id = any(:people)
             order by p.id, o ->> 'from' desc nulls last, o ->> 'organisationId'
            """);

    private final int[] countries;
    private final Numbers<String> countryNumbers = new Numbers<>();

    /** Where those of each person begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final int[] organisations;
    private final int[] from;
    private final int[] to;
    private final Numbers<UUID> organisationNumbers = new Numbers<>();

    AffiliationTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        countries = new int[people.size()];
        Arrays.fill(countries, Numbers.NONE);
        first = new int[people.size() + 1];
        IntStream.Builder belongingTo = IntStream.builder();
        IntStream.Builder since = IntStream.builder();
        IntStream.Builder until = IntStream.builder();
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            countries[person] = countryNumbers.of(row.getString(2));
            if (row.getBoolean(6)) {
                first[person + 1]++;
                belongingTo.add(organisationNumbers.of(row.getObject(3, UUID.class)));
                since.add(day(row, 4, Integer.MIN_VALUE));
                until.add(day(row, 5, Integer.MAX_VALUE));
            }
        });
        Arrays.parallelPrefix(first, Integer::sum);
        organisations = belongingTo.build().toArray();
        from = since.build().toArray();
        to = until.build().toArray();
    }

    private static int day(ResultSet row, int column, int otherwise) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? otherwise : day;
    }

    /** Negative if it isn't known. */
    public int country(int person) {
        return countries[person];
    }

    /** Null if it isn't known. */
    public String countryOf(int number) {
        return countryNumbers.get(number);
    }

    /** Of several at a time, the one joined last; then the one with the smallest id. Negative if none is known. */
    public int organisation(int person, LocalDate on) {
        long day = on.toEpochDay();
        for (int i = first[person]; i < first[person + 1]; i++) {
            if (from[i] <= day && day <= to[i]) {
                return organisations[i];
            }
        }
        return Numbers.NONE;
    }

    /** Null if it isn't known. */
    public UUID organisationOf(int number) {
        return organisationNumbers.get(number);
    }
}
