package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.ScopedEvents;

/**
 * Whom a question is about: everybody who is known, or who attended one of some events. People are numbers in the order of
 * their ids, those of the columns.
 */
public final class Population {

    private final Columns columns;
    private final PeopleTable people;
    private final boolean[] included;
    private final boolean[] consenting;

    private Population(Columns columns, boolean[] included, long asOf) {
        this.columns = columns;
        this.people = columns.people();
        this.included = included;
        consenting = new boolean[people.size()];
        for (int person = 0; person < consenting.length; person++) {
            consenting[person] = people.consents(person, asOf);
        }
    }

    /** @param scope the events of the filter */
    public static Population of(Connection connection, EventFilter filter, ScopedEvents scope, Instant asOf)
            throws SQLException {
        Columns columns = Columns.ofAll(connection);
        return new Population(
                columns,
                filter.takesAll() ? null : attendees(columns.people(), new HashSet<>(scope.heldIds())),
                ChronoUnit.MICROS.between(Instant.EPOCH, asOf));
    }

    private static boolean[] attendees(PeopleTable people, Set<UUID> events) {
        boolean[] asked = new boolean[people.events().size()];
        for (int place = 0; place < asked.length; place++) {
            asked[place] = events.contains(people.events().get(place));
        }
        boolean[] attendees = new boolean[people.size()];
        int at = 0;
        for (int person = 0; person < attendees.length; person++) {
            for (; at < people.recordsEnd(person); at++) {
                attendees[person] |= people.attended(at) == 1 && asked[people.event(at)];
            }
        }
        return attendees;
    }

    /** All that is recorded of these people, and of others. */
    public Columns columns() {
        return columns;
    }

    /** Who was to be at events. */
    public Records records(NumberedEvents events, Instant asOf) {
        return new Records(columns, events, asOf);
    }

    /** How many people have a number: it is less. */
    public int size() {
        return people.size();
    }

    public boolean includes(int person) {
        return included == null || included[person];
    }

    /** Whether somebody consents to research, be it one of these people or not. */
    public boolean consents(int person) {
        return consenting[person];
    }

    /** How many of these people consent. */
    public long consenting() {
        long count = 0;
        for (int person = 0; person < consenting.length; person++) {
            count += consenting[person] && includes(person) ? 1 : 0;
        }
        return count;
    }

    /** How many of them don't, other than those who were merged into somebody or erased. */
    public long others() {
        long count = 0;
        for (int person = 0; person < consenting.length; person++) {
            count += !consenting[person] && includes(person) && people.isActive(person) ? 1 : 0;
        }
        return count;
    }

    public UUID id(int person) {
        return people.id(person);
    }

    /** Since when somebody is no longer there; never, if they are. */
    public long leftAt(int person) {
        return people.leftAt(person);
    }
}
