package org.rapport.reporting.report.participation;

import java.util.Objects;
import java.util.UUID;
import org.rapport.reporting.report.Disclosure;

/** A count, and of how many people; those of one person must come one after the other. */
public final class PeopleCount {

    private long count;
    private long people;
    private UUID latest;

    public void add(UUID participant, long more) {
        count += more;
        if (more > 0 && !Objects.equals(participant, latest)) {
            people++;
            latest = participant;
        }
    }

    /** Adds all that is to be counted of another person. */
    public void addPerson(long more) {
        count += more;
        people += more > 0 ? 1 : 0;
    }

    /** Adds a count of other people. */
    public void join(PeopleCount others) {
        count += others.count;
        people += others.people;
    }

    public long count() {
        return count;
    }

    public long people() {
        return people;
    }

    /** The count, or null if it is of too few people. */
    public Long shown(Disclosure disclosure) {
        return disclosure.count(count, people);
    }
}
