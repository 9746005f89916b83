package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/** Events that are over, a number each: of any of them, the index event has the least. Times are microseconds since 1970. */
public final class NumberedEvents {

    public static final long SECOND = 1_000_000;
    public static final long DAY = 86_400 * SECOND;

    private static final NamedQuery QUERY = new NamedQuery("""
            select e.id, timestamptz_send(e.starts_at), timestamptz_send(e.ends_at),
                   coalesce(j.starts_at < e.starts_at and j.ends_at > e.ends_at, false),
                   coalesce(cardinality(e.incentives) > 0, false),
                   coalesce(e.id = any(:scope), e.starts_at is not null), e.status = 'CANCELLED'
              from event e
              left join project j on j.id = e.project_id
             where (e.status = 'HELD' or :cancelled and e.status = 'CANCELLED') and e.ends_at <= :asOf
               and (:all or :scope::uuid[] is null and e.starts_at is not null or e.id = any(:scope))
             order by e.ends_at desc, e.starts_at desc, e.id desc
            """);

    private final List<UUID> ids = new ArrayList<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final long[] startsAt;
    private final long[] endsAt;
    private final BitSet embedded = new BitSet();
    private final BitSet incentive = new BitSet();
    private final boolean[] scoped;
    private final BitSet cancelled = new BitSet();

    /** @param all whether events are to be known that are not in the scope, too */
    public static NumberedEvents held(Connection connection, ScopedEvents scope, boolean all, Instant asOf)
            throws SQLException {
        return new NumberedEvents(connection, QUERY.with("cancelled", false).with("all", all), scope, asOf);
    }

    /** Those of the scope that were held, or were to be held and were cancelled. */
    public static NumberedEvents over(Connection connection, ScopedEvents scope, Instant asOf) throws SQLException {
        return new NumberedEvents(connection, QUERY.with("cancelled", true).with("all", false), scope, asOf);
    }

    private NumberedEvents(Connection connection, NamedQuery.Parameters query, ScopedEvents scope, Instant asOf)
            throws SQLException {
        LongStream.Builder starts = LongStream.builder();
        LongStream.Builder ends = LongStream.builder();
        BitSet asked = new BitSet();
        NamedQuery.Parameters ofScope =
                query.with("scope", scope.all() ? null : scope.ids()).with("asOf", asOf);
        Columns.read(connection, ofScope, row -> {
            int number = ids.size();
            UUID id = row.getObject(1, UUID.class);
            ids.add(id);
            numbers.put(id, number);
            starts.add(Sent.time(row.getBytes(2)));
            ends.add(Sent.time(row.getBytes(3)));
            embedded.set(number, row.getBoolean(4));
            incentive.set(number, row.getBoolean(5));
            asked.set(number, row.getBoolean(6));
            cancelled.set(number, row.getBoolean(7));
        });
        scoped = new boolean[ids.size()];
        asked.stream().forEach(number -> scoped[number] = true);
        startsAt = starts.build().toArray();
        endsAt = ends.build().toArray();
    }

    public int size() {
        return ids.size();
    }

    /** -1 if it is none of these. */
    public int number(UUID id) {
        return numbers.getOrDefault(id, -1);
    }

    public UUID id(int event) {
        return ids.get(event);
    }

    public long startsAt(int event) {
        return startsAt[event];
    }

    public long endsAt(int event) {
        return endsAt[event];
    }

    boolean isEmbedded(int event) {
        return embedded.get(event);
    }

    /** Whether it has an incentive for everybody. */
    boolean hasIncentive(int event) {
        return incentive.get(event);
    }

    public boolean isCancelled(int event) {
        return cancelled.get(event);
    }

    public boolean isScoped(int event) {
        return scoped[event];
    }

    /** Whole days from its end to a time, rounded down. */
    public long daysUntil(int event, long time) {
        return Math.floorDiv(time - endsAt[event], DAY);
    }
}
