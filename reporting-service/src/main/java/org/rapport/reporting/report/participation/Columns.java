package org.rapport.reporting.report.participation;

import java.lang.ref.SoftReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.postgresql.PGStatement;
import org.rapport.reporting.projection.ReadModelState;
import org.rapport.reporting.report.Moment;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.WillDo;

/**
 * Tables of the read model in memory, as columns of numbers in the order of people. Those of everybody are kept for the next
 * question until memory is short; they hold nothing that depends on a question. A table is read when it is first asked for.
 *
 * <p>They are of one state of the read model. When that changes they still do for a while, if their moment is kept
 * ({@link StandingColumns}); else they are read anew.
 */
public final class Columns {

    /** More people are found by reading a table from end to end than by asking for each. */
    static final int FEW_PEOPLE = 10_000;

    private static final Object ONE_AT_A_TIME = new Object();
    private static SoftReference<Columns> kept = new SoftReference<>(null);

    private final UUID state;
    private final Collection<UUID> only;
    private volatile long asked = System.nanoTime();

    /** To which a transaction can be put back that wants them; null if there is none. */
    private volatile Moment moment;

    private final Numbers<String> topics = new Numbers<>();
    private final PeopleTable people;
    private ExchangeTable exchanges;
    private CommonTable common;
    private ConsentTable consents;
    private FollowUpTable followUps;
    private ActivityTable activities;
    private NeedTable needs;
    private TopicPeriods offers;
    private DeclarationTable declarations;
    private IncentiveTable incentives;
    private CommitmentTable commitments;
    private AffiliationTable affiliations;
    private EncounterTable encounters;
    private SessionTable sessions;
    private SessionTable allocations;
    private MatchTable matches;

    private Columns(Connection connection, UUID state, Collection<UUID> only) throws SQLException {
        this.state = state;
        this.only = only;
        this.people = new PeopleTable(connection, only);
    }

    /** Takes a row; ids and bytes come as they are sent. */
    @FunctionalInterface
    interface OfRow {
        void take(ResultSet row) throws SQLException;
    }

    /**
     * @param connection in a transaction that sees one moment
     * @param only whom to read; null for everybody
     */
    static Columns of(Connection connection, Collection<UUID> only) throws SQLException {
        if (only != null) {
            return new Columns(connection, null, only);
        }
        UUID state = ReadModelState.current(connection);
        synchronized (ONE_AT_A_TIME) {
            Columns held = kept.get();
            if (held == null || state == null || !state.equals(held.state)) {
                if (held != null && held.moment != null && held.moment.stands()) {
                    throw new WillDo(held.moment);
                }
                // there may not be room for both
                kept.clear();
                held = new Columns(connection, state, null);
                kept = new SoftReference<>(held);
            }
            held.asked = System.nanoTime();
            return held;
        }
    }

    /** Those of many people that were asked for within a time; null if there are none. */
    static Columns standing(Duration within) {
        Columns held = kept.get();
        return held != null && held.people.size() > FEW_PEOPLE && System.nanoTime() - held.asked < within.toNanos()
                ? held
                : null;
    }

    /** Takes a later moment: the columns are read anew if they changed until then. */
    void moveTo(Moment later) throws SQLException {
        if (state == null || !state.equals(later.state())) {
            Columns next = new Columns(later.connection(), later.state(), null);
            next.readLike(this, later.connection());
            next.asked = asked;
            next.moment = next.people.size() > FEW_PEOPLE ? later : null;
            synchronized (ONE_AT_A_TIME) {
                kept = new SoftReference<>(next);
            }
        } else {
            moment = later;
        }
    }

    /** What was asked for will be asked for. */
    private void readLike(Columns before, Connection connection) throws SQLException {
        if (before.exchanges != null) {
            exchanges(connection);
        }
        if (before.common != null) {
            common(connection);
        }
        if (before.consents != null) {
            consents(connection);
        }
        if (before.followUps != null) {
            followUps(connection);
        }
        if (before.activities != null) {
            activities(connection);
        }
        if (before.needs != null) {
            needs(connection);
        }
        if (before.offers != null) {
            offers(connection);
        }
        if (before.affiliations != null) {
            affiliations(connection);
        }
        if (before.declarations != null) {
            declarations(connection);
        }
        if (before.incentives != null) {
            incentives(connection);
        }
        if (before.commitments != null) {
            commitments(connection);
        }
        if (before.encounters != null) {
            encounters(connection, null);
        }
        if (before.sessions != null) {
            sessions(connection, null);
        }
        if (before.allocations != null) {
            allocations(connection, null);
        }
        if (before.matches != null) {
            matches(connection);
        }
    }

    /** Of whom alone they were read, for one question. */
    boolean areOfFew() {
        return only != null;
    }

    PeopleTable people() {
        return people;
    }

    public synchronized ExchangeTable exchanges(Connection connection) throws SQLException {
        if (exchanges == null) {
            exchanges = new ExchangeTable(connection, people, only);
        }
        return exchanges;
    }

    synchronized CommonTable common(Connection connection) throws SQLException {
        if (common == null) {
            common = new CommonTable(people, exchanges(connection));
        }
        return common;
    }

    synchronized ConsentTable consents(Connection connection) throws SQLException {
        if (consents == null) {
            consents = new ConsentTable(connection);
        }
        return consents;
    }

    synchronized FollowUpTable followUps(Connection connection) throws SQLException {
        if (followUps == null) {
            followUps = new FollowUpTable(connection, people, only);
        }
        return followUps;
    }

    synchronized ActivityTable activities(Connection connection) throws SQLException {
        if (activities == null) {
            activities = new ActivityTable(connection, people, only);
        }
        return activities;
    }

    synchronized NeedTable needs(Connection connection) throws SQLException {
        if (needs == null) {
            needs = new NeedTable(connection, people, only, topics);
        }
        return needs;
    }

    public synchronized TopicPeriods offers(Connection connection) throws SQLException {
        if (offers == null) {
            offers = Offers.periods(connection, people, only, topics);
        }
        return offers;
    }

    public synchronized DeclarationTable declarations(Connection connection) throws SQLException {
        if (declarations == null) {
            declarations = new DeclarationTable(connection, people, only, topics);
        }
        return declarations;
    }

    synchronized IncentiveTable incentives(Connection connection) throws SQLException {
        if (incentives == null) {
            incentives = new IncentiveTable(connection, people, only);
        }
        return incentives;
    }

    synchronized CommitmentTable commitments(Connection connection) throws SQLException {
        if (commitments == null) {
            commitments = new CommitmentTable(connection, people, only);
        }
        return commitments;
    }

    public synchronized AffiliationTable affiliations(Connection connection) throws SQLException {
        if (affiliations == null) {
            affiliations = new AffiliationTable(connection, people, only);
        }
        return affiliations;
    }

    /** How many topics are needed or offered in the tables that were read; their numbers are less. */
    public int topics() {
        return topics.size();
    }

    /** The topic that has a number. */
    public String topic(int number) {
        return topics.get(number);
    }

    /** @param events the events to ask for, if it is only few people's tables that are read */
    synchronized EncounterTable encounters(Connection connection, Collection<UUID> events) throws SQLException {
        if (encounters == null) {
            encounters = new EncounterTable(connection, people, only == null ? null : events);
        }
        return encounters;
    }

    /** @param events the events to ask for, if it is only few people's tables that are read */
    synchronized SessionTable sessions(Connection connection, Collection<UUID> events) throws SQLException {
        if (sessions == null) {
            sessions = SessionTable.attended(connection, people, only == null ? null : events);
        }
        return sessions;
    }

    /** @param events the events to ask for, if it is only few people's tables that are read */
    synchronized SessionTable allocations(Connection connection, Collection<UUID> events) throws SQLException {
        if (allocations == null) {
            allocations = SessionTable.randomised(connection, people, only == null ? null : events);
        }
        return allocations;
    }

    synchronized MatchTable matches(Connection connection) throws SQLException {
        if (matches == null) {
            matches = new MatchTable(connection, people, needs(connection).periods(), offers(connection));
        }
        return matches;
    }

    static void read(Connection connection, NamedQuery.Parameters query, OfRow consumer) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection)) {
            statement.setFetchSize(ParticipantRows.FETCH_SIZE);
            // without what a pool puts around each value
            PreparedStatement driver = (PreparedStatement) statement.unwrap(PGStatement.class);
            try (ResultSet row = driver.executeQuery()) {
                while (row.next()) {
                    consumer.take(row);
                }
            }
        }
    }
}
