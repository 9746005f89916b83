package org.rapport.kit.consuming;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Counts how often each event was applied, so that one lost or applied twice shows. */
class Tally implements Projection {

    static final String TABLE =
            "create table tally (subject uuid primary key, times integer not null, note varchar(20) not null)";

    private final Set<String> topics;

    Tally(String... topics) {
        this.topics = Set.of(topics);
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public Set<String> topics() {
        return topics;
    }

    @Override
    public boolean understands(String type) {
        return type.startsWith("org.rapport.thing.") && type.endsWith(".v1");
    }

    @Override
    public void apply(Connection connection, List<Event> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into tally as t (subject, times, note)"
                + " values (?, 1, ?) on conflict (subject) do update set times = t.times + 1")) {
            for (Event event : events) {
                statement.setObject(1, event.subject());
                statement.setString(2, event.data() == null ? "gone" : note(event));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String note(Event event) {
        String note = event.data().path("note").asText("none");
        if (note.equals("unreadable")) {
            throw new UnreadableEventException("The note cannot be read");
        }
        if (note.equals("unforeseen")) {
            throw new IllegalStateException("Nobody thought of this");
        }
        return note;
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from tally")) {
            statement.executeUpdate();
        }
    }
}
