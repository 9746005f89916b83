package org.rapport.participants.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.rapport.kit.paging.Cursor;
import org.rapport.kit.paging.Page;
import org.rapport.kit.problem.Problems;
import org.rapport.participants.topic.Coded;
import org.rapport.participants.topic.Kind;
import org.rapport.participants.topic.Topics;

/**
 * Finds what matches a need or an offer, place by place from the best, and stops when a page is full: a topic with a hundred
 * thousand offers costs no more than one with fifty. Whether people may be shown is asked of each match again.
 */
@ApplicationScoped
class Matching {

    /** The nearest ones: a topic at the top of a large taxonomy has thousands beneath it. */
    private static final int MAX_TOPICS = 200;

    private static final String FIND = """
            select found.*, place.number
              from unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[])
                       with ordinality as place (topic, kind, language, after_id, before_language, number)
             cross join lateral (
                   select e.*
                     from %s e join participant_in_matching p on p.id = e.participant_id and p.shared
                    where e.shared
                      and %s
                      and e.topic = place.topic
                      and coalesce(e.kind, '') = place.kind
                      and (e.language, e.id) > (place.language, place.after_id)
                      and e.language < place.before_language
                      and e.participant_id <> ?
                    order by e.language, e.id
                    limit ?) found
             order by place.number, found.language, found.id
             limit ?""";

    /** What is looked for. */
    enum Sought {
        OFFERS(FIND.formatted(
                "offer", "coalesce(e.available_from <= now(), true) and coalesce(e.available_to >= now(), true)")),
        NEEDS(FIND.formatted("need", "e.status = 'OPEN'"));

        private final String sql;

        Sought(String sql) {
            this.sql = sql;
        }
    }

    /** Reads a match that was found in a place. */
    interface Reader<M> {
        M read(ResultSet row, Place place) throws SQLException;
    }

    private final EntityManager entityManager;
    private final Topics topics;

    Matching(EntityManager entityManager, Topics topics) {
        this.entityManager = entityManager;
        this.topics = topics;
    }

    private record Found<M>(M match, String position, UUID id) {}

    /** A page of what matches a need or an offer of this participant. */
    <M> Page<M> page(
            Sought sought, Coded coded, Kind kind, UUID participantId, int limit, String cursor, Reader<M> reader) {
        String list = sought + "|" + coded.id();
        List<Place> places =
                Place.ranked(coded.topic(), kind, coded.language(), topics.related(coded.topic(), MAX_TOPICS));
        List<Place> left = cursor == null ? places : after(Cursor.decode(cursor, list), places);
        List<Found<M>> found = entityManager
                .unwrap(Session.class)
                .doReturningWork(connection -> find(connection, sought, left, participantId, limit + 1, reader));
        String next = null;
        if (found.size() > limit) {
            Found<M> last = found.get(limit - 1);
            next = new Cursor(last.position(), last.id()).encode(list);
            found = found.subList(0, limit);
        }
        return new Page<>(found.stream().map(Found::match).toList(), next, null);
    }

    /** The taxonomy may have changed since; what is left then begins where the last match would be now. */
    private static List<Place> after(Cursor cursor, List<Place> places) {
        String[] position = cursor.sortValue().split("\0", -1);
        for (int i = 0; i < places.size() && position.length == 3; i++) {
            if (places.get(i).holds(position[0], position[1], position[2])) {
                List<Place> left = new ArrayList<>(places.subList(i, places.size()));
                left.set(0, places.get(i).after(position[2], cursor.id()));
                return left;
            }
        }
        throw Problems.invalidParameter("cursor", "The topics have changed: begin again");
    }

    private static <M> List<Found<M>> find(
            Connection connection, Sought sought, List<Place> places, UUID self, int limit, Reader<M> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sought.sql)) {
            statement.setArray(1, array(connection, "text", places, Place::topic));
            statement.setArray(2, array(connection, "text", places, Place::kind));
            statement.setArray(3, array(connection, "text", places, Place::language));
            statement.setArray(4, array(connection, "uuid", places, Place::afterId));
            statement.setArray(5, array(connection, "text", places, Place::beforeLanguage));
            statement.setObject(6, self);
            statement.setInt(7, limit);
            statement.setInt(8, limit);
            List<Found<M>> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Place place = places.get(row.getInt("number") - 1);
                    String position = place.topic() + "\0" + place.kind() + "\0" + row.getString("language");
                    found.add(new Found<>(reader.read(row, place), position, row.getObject("id", UUID.class)));
                }
            }
            return found;
        }
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Place> places, Function<Place, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, places.stream().map(column).toArray());
    }

    static Kind kind(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null ? null : Kind.valueOf(kind);
    }

    static String language(ResultSet row) throws SQLException {
        String language = row.getString("language");
        return language.isEmpty() ? null : language;
    }
}
