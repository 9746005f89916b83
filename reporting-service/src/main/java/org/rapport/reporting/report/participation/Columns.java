package org.rapport.reporting.report.participation;

import java.lang.ref.SoftReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    static final int FETCH_SIZE = 5_000;

    private static final Object ONE_AT_A_TIME = new Object();
    private static SoftReference<Columns> kept = new SoftReference<>(null);

    private final UUID state;
    private final Collection<UUID> only;
    private volatile long asked = System.nanoTime();

    /** To which a transaction can be put back that wants them; null if there is none. */
    private volatile Moment moment;

    private final Numbers<String> topics = new Numbers<>();
    private final PeopleTable people;
    private final List<Table<?>> tables = new ArrayList<>();
    private final Table<ExchangeTable> exchanges;
    private final Table<CommonTable> common;
    private final Table<ConsentTable> consents;
    private final Table<FollowUpTable> followUps;
    private final Table<ActivityTable> activities;
    private final Table<NeedTable> needs;
    private final Table<TopicPeriods> offers;
    private final Table<DeclarationTable> declarations;
    private final Table<IncentiveTable> incentives;
    private final Table<CommitmentTable> commitments;
    private final Table<AffiliationTable> affiliations;
    private final Table<EncounterTable> encounters;
    private final Table<SessionTable> sessions;
    private final Table<SessionTable> allocations;
    private final Table<MatchTable> matches;

    /** @param events at which the people are that are alone to be read; null for everybody */
    private Columns(Connection connection, UUID state, Collection<UUID> only, Collection<UUID> events)
            throws SQLException {
        this.state = state;
        this.only = only;
        people = new PeopleTable(connection, only);
        exchanges = table(from -> new ExchangeTable(from, people, only));
        common = table(from -> new CommonTable(people, exchanges(from)));
        consents = table(ConsentTable::new);
        followUps = table(from -> new FollowUpTable(from, people, only));
        activities = table(from -> new ActivityTable(from, people, only));
        needs = table(from -> new NeedTable(from, people, only, topics));
        offers = table(from -> Offers.periods(from, people, only, topics));
        declarations = table(from -> new DeclarationTable(from, people, only, topics));
        incentives = table(from -> new IncentiveTable(from, people, only));
        commitments = table(from -> new CommitmentTable(from, people, only));
        affiliations = table(from -> new AffiliationTable(from, people, only));
        encounters = table(from -> new EncounterTable(from, people, events));
        sessions = table(from -> SessionTable.attended(from, people, events));
        allocations = table(from -> SessionTable.randomised(from, people, events));
        matches = table(from -> new MatchTable(from, people, needs(from).periods(), offers(from)));
    }

    /** A table that is read when it is first asked for. */
    private final class Table<T> {

        private final OfConnection<T> reading;
        private T read;

        private Table(OfConnection<T> reading) {
            this.reading = reading;
        }

        private T from(Connection connection) throws SQLException {
            // numbers of topics are those of all tables
            synchronized (Columns.this) {
                if (read == null) {
                    read = reading.from(connection);
                }
                return read;
            }
        }
    }

    @FunctionalInterface
    private interface OfConnection<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> Table<T> table(OfConnection<T> reading) {
        Table<T> table = new Table<>(reading);
        tables.add(table);
        return table;
    }

    /** Takes a row; ids and bytes come as they are sent. */
    @FunctionalInterface
    interface OfRow {
        void take(ResultSet row) throws SQLException;
    }

    /**
     * Those of everybody.
     *
     * @param connection in a transaction that sees one moment
     */
    static Columns ofAll(Connection connection) throws SQLException {
        UUID state = ReadModelState.current(connection);
        synchronized (ONE_AT_A_TIME) {
            Columns held = kept.get();
            if (held == null || state == null || !state.equals(held.state)) {
                if (held != null && held.moment != null && held.moment.stands()) {
                    throw new WillDo(held.moment);
                }
                // there may not be room for both
                kept.clear();
                held = new Columns(connection, state, null, null);
                kept = new SoftReference<>(held);
            }
            held.asked = System.nanoTime();
            return held;
        }
    }

    /**
     * Those of few people, read for one question.
     *
     * @param events at which they are
     */
    static Columns of(Connection connection, Collection<UUID> people, Collection<UUID> events) throws SQLException {
        return new Columns(connection, null, people, events);
    }

    /** Whether many people were to be at some events, as far as is in memory. */
    static boolean knowManyAt(Collection<UUID> events) {
        Columns held = kept.get();
        return held != null && held.people.at(events) > FEW_PEOPLE;
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
            Columns next = new Columns(later.connection(), later.state(), null, null);
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
        for (int i = 0; i < tables.size(); i++) {
            if (before.tables.get(i).read != null) {
                tables.get(i).from(connection);
            }
        }
    }

    /** Of whom alone they were read, for one question. */
    boolean areOfFew() {
        return only != null;
    }

    PeopleTable people() {
        return people;
    }

    public ExchangeTable exchanges(Connection connection) throws SQLException {
        return exchanges.from(connection);
    }

    CommonTable common(Connection connection) throws SQLException {
        return common.from(connection);
    }

    ConsentTable consents(Connection connection) throws SQLException {
        return consents.from(connection);
    }

    FollowUpTable followUps(Connection connection) throws SQLException {
        return followUps.from(connection);
    }

    ActivityTable activities(Connection connection) throws SQLException {
        return activities.from(connection);
    }

    NeedTable needs(Connection connection) throws SQLException {
        return needs.from(connection);
    }

    public TopicPeriods offers(Connection connection) throws SQLException {
        return offers.from(connection);
    }

    public DeclarationTable declarations(Connection connection) throws SQLException {
        return declarations.from(connection);
    }

    IncentiveTable incentives(Connection connection) throws SQLException {
        return incentives.from(connection);
    }

    CommitmentTable commitments(Connection connection) throws SQLException {
        return commitments.from(connection);
    }

    public AffiliationTable affiliations(Connection connection) throws SQLException {
        return affiliations.from(connection);
    }

    /** How many topics are needed or offered in the tables that were read; their numbers are less. */
    public int topics() {
        return topics.size();
    }

    /** The topic that has a number. */
    public String topic(int number) {
        return topics.get(number);
    }

    EncounterTable encounters(Connection connection) throws SQLException {
        return encounters.from(connection);
    }

    SessionTable sessions(Connection connection) throws SQLException {
        return sessions.from(connection);
    }

    SessionTable allocations(Connection connection) throws SQLException {
        return allocations.from(connection);
    }

    MatchTable matches(Connection connection) throws SQLException {
        return matches.from(connection);
    }

    static void read(Connection connection, NamedQuery.Parameters query, OfRow consumer) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection)) {
            statement.setFetchSize(FETCH_SIZE);
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
