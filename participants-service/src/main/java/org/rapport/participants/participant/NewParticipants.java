package org.rapport.participants.participant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Puts new participants, of whom a file has a hundred thousand, into the database by one statement for each table. */
final class NewParticipants {

    private static final String PARTICIPANTS = """
            insert into participant (id, version, created_at, updated_at, given_name, family_name, email, country, language,
                                     orcid, status, left_at)
            select id, version, now, now, given_name, family_name, email, country, language, orcid, status, left_at
              from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::timestamptz[])
                   as told (id, version, now, given_name, family_name, email, country, language, orcid, status, left_at)""";

    private static final String AFFILIATIONS = """
            insert into affiliation (participant_id, position, organisation_id, role, from_date, to_date)
            select * from unnest(?::uuid[], ?::integer[], ?::uuid[], ?::text[], ?::date[], ?::date[])""";

    private static final String CONSENTS = """
            insert into consent (participant_id, position, purpose, text_version, given_at, recorded_at, recorded_by,
                                 withdrawn_at, withdrawal_recorded_at, withdrawal_recorded_by)
            select * from unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                                 ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[])""";

    private NewParticipants() {}

    /** One of the things that a participant has a list of. */
    private record Part<T>(UUID participantId, int position, T value) {}

    /** What to put into an array, one element for each row. */
    private record Column<T>(String type, Function<T, Object> value) {}

    static void insert(Connection connection, Collection<Participant> participants) throws SQLException {
        Instant now = Instant.now();
        insert(
                connection,
                PARTICIPANTS,
                participants,
                List.of(
                        new Column<>("uuid", Participant::id),
                        new Column<>("bigint", Participant::version),
                        new Column<>("timestamptz", participant -> now),
                        new Column<>("text", Participant::givenName),
                        new Column<>("text", Participant::familyName),
                        new Column<>("text", Participant::email),
                        new Column<>("text", Participant::country),
                        new Column<>("text", Participant::language),
                        new Column<>("text", Participant::orcid),
                        new Column<>("text", Participant::status),
                        new Column<>("timestamptz", Participant::leftAt)));
        insert(
                connection,
                AFFILIATIONS,
                parts(participants, Participant::affiliations),
                List.of(
                        new Column<>("uuid", Part::participantId),
                        new Column<>("integer", Part::position),
                        new Column<>("uuid", held -> held.value().organisationId()),
                        new Column<>("text", held -> held.value().role()),
                        new Column<>("date", held -> held.value().fromDate()),
                        new Column<>("date", held -> held.value().toDate())));
        insert(
                connection,
                CONSENTS,
                parts(participants, Participant::recordedConsents),
                List.of(
                        new Column<>("uuid", Part::participantId),
                        new Column<>("integer", Part::position),
                        new Column<>("text", held -> held.value().purpose()),
                        new Column<>("text", held -> held.value().textVersion()),
                        new Column<>("timestamptz", held -> held.value().givenAt()),
                        new Column<>("timestamptz", held -> held.value().recordedAt()),
                        new Column<>("text", held -> held.value().recordedBy()),
                        new Column<>("timestamptz", held -> held.value().withdrawnAt()),
                        new Column<>("timestamptz", held -> held.value().withdrawalRecordedAt()),
                        new Column<>("text", held -> held.value().withdrawalRecordedBy())));
    }

    private static <T> List<Part<T>> parts(Collection<Participant> participants, Function<Participant, List<T>> list) {
        List<Part<T>> parts = new ArrayList<>();
        for (Participant participant : participants) {
            int position = 0;
            for (T value : list.apply(participant)) {
                parts.add(new Part<>(participant.id(), position++, value));
            }
        }
        return parts;
    }

    private static <T> void insert(Connection connection, String statement, Collection<T> rows, List<Column<T>> columns)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            int parameter = 1;
            for (Column<T> column : columns) {
                Object[] values = rows.stream().map(column.value()).toArray();
                insert.setArray(parameter++, connection.createArrayOf(column.type(), values));
            }
            insert.executeUpdate();
        }
    }
}
