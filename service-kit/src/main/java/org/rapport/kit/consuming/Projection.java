package org.rapport.kit.consuming;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a service makes of the events of others. */
public interface Projection {

    /** The name that the position is kept under. */
    String name();

    Set<String> topics();

    /** Whether events of this type mean something here; others are dead letters. */
    boolean understands(String type);

    /**
     * Applies the events, which may come in any order, late, and more than once, within the caller's transaction.
     *
     * @throws UnreadableEventException if one of them cannot be read; the others are then applied without it
     */
    void apply(Connection connection, List<Event> events) throws SQLException;

    /** Forgets everything, before all events are applied anew. */
    void reset(Connection connection) throws SQLException;

    /** Called when all that there is has been applied and it was a lot, as after a rebuild, in a transaction of its own. */
    default void caughtUp(Connection connection) throws SQLException {}
}
