package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What else is recorded of each person's participations, one person after the other: what wasn't asked for isn't read. */
final class Details {

    private final Records records;
    private final NumberedEvents events;
    private final Promises promises;
    private final DeclarationTable declared;
    private final long asOf;
    private final FollowUpTable followUps;
    private final IncentiveTable incentives;
    private final CommitmentTable commitments;

    private int person;

    Details(
            Connection connection,
            Records records,
            NumberedEvents events,
            Promises promises,
            Set<ParticipationQuery.Detail> wanted,
            Selection selection)
            throws SQLException {
        this.records = records;
        this.events = events;
        this.promises = promises;
        declared = records.columns().declarations(connection);
        asOf = ChronoUnit.MICROS.between(Instant.EPOCH, selection.asOf());
        followUps = wanted.contains(ParticipationQuery.Detail.ANSWERS)
                ? records.columns().followUps(connection)
                : null;
        incentives = wanted.contains(ParticipationQuery.Detail.INCENTIVE)
                ? records.columns().incentives(connection)
                : null;
        commitments = wanted.contains(ParticipationQuery.Detail.COMMITMENTS)
                ? records.columns().commitments(connection)
                : null;
    }

    void turnTo(int person) {
        this.person = person;
    }

    /** Needs that were declared only after an event had started. */
    long lateNeeds(int event) {
        return declared.declared(person, events.startsAt(event), asOf);
    }

    /** The time of the last answer to a follow-up; null without any. */
    Long answeredAt(int event) {
        if (followUps == null) {
            return null;
        }
        long last = Long.MIN_VALUE;
        for (int i = followUps.first(person); i < followUps.end(person); i++) {
            long at = followUps.answeredAt(i);
            if (at > last && at <= asOf && records.number(followUps.event(i)) == event) {
                last = at;
            }
        }
        return last == Long.MIN_VALUE ? null : Long.valueOf(last);
    }

    boolean hadIncentive(int event) {
        if (incentives != null) {
            for (int i = incentives.first(person); i < incentives.end(person); i++) {
                if (records.number(incentives.event(i)) == event) {
                    return true;
                }
            }
        }
        return false;
    }

    long toCommunity(int event) {
        long stated = 0;
        for (int i = firstCommitment(); i < endOfCommitments(); i++) {
            stated += isStated(i, event) && commitments.isToCommunity(i) ? 1 : 0;
        }
        return stated;
    }

    /** Of each commitment to another participant, who consents, the day on which it was kept; -1 if it never was. */
    List<Long> keptDays(int event, int attendance) {
        List<Long> days = List.of();
        for (int i = firstCommitment(); i < endOfCommitments(); i++) {
            if (isStated(i, event)
                    && !commitments.isToCommunity(i)
                    && commitments.counterpartConsents(i, records.columns().people(), asOf)) {
                days = days.isEmpty() ? new ArrayList<>() : days;
                days.add(promises.keptOn(attendance, commitments.counterpart(i)));
            }
        }
        return days;
    }

    private int firstCommitment() {
        return commitments == null ? 0 : commitments.first(person);
    }

    private int endOfCommitments() {
        return commitments == null ? 0 : commitments.end(person);
    }

    private boolean isStated(int commitment, int event) {
        return records.number(commitments.event(commitment)) == event && commitments.statedAt(commitment) <= asOf;
    }
}
