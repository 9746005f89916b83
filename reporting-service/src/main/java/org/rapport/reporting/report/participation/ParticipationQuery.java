package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.Selection.Ascertainment;

/**
 * Reads who attended what, with the needs they came with and the exchanges that followed, joined here from {@link Columns}: it
 * doesn't depend on what the planner believes of the tables.
 * Kept in memory are a few numbers per participation; nothing squares an event's attendance.
 */
public final class ParticipationQuery {

    private final Connection connection;
    private final Selection selection;
    private final ScopedEvents scope;
    private NumberedEvents events;
    private Records records;

    public ParticipationQuery(Connection connection, Selection selection, ScopedEvents scope) {
        this.connection = connection;
        this.selection = selection;
        this.scope = scope;
    }

    /** What costs something to find out. */
    public enum Detail {
        NEED_MATCH,
        INCENTIVE,
        PRIOR_COATTENDANCE,
        COMMITMENTS,
        ANSWERS
    }

    /**
     * What was counted.
     *
     * @param parts each of some people, in the order of people
     */
    public record Counted<T>(List<T> parts, LeftOut leftOut) {}

    /**
     * Hands over the units, everybody's one after the other. If there are many people, each part of them is counted apart, as
     * many at once as there are processors.
     *
     * @param days how long after an event an exchange counts; null if for ever
     * @param details what else is to be known of each
     * @param tally gives one for another part
     */
    public <T> Counted<T> read(
            Integer days, Set<Detail> details, Supplier<T> tally, BiConsumer<T, Participation> adding)
            throws SQLException {
        Set<Detail> wanted = EnumSet.noneOf(Detail.class);
        wanted.addAll(details);
        if (selection.ascertainment() == Ascertainment.CONFIRMED) {
            wanted.add(Detail.ANSWERS);
        }
        boolean elsewhere = wanted.contains(Detail.PRIOR_COATTENDANCE);
        List<UUID> ids = selection.filter().takesAll() ? null : scope.heldIds();
        events = NumberedEvents.held(connection, scope, elsewhere, selection.asOf());
        records = new RecordsQuery(connection, events, selection.asOf()).read(ids);
        List<T> tallies = new ArrayList<>();
        List<ParticipationReader> readers = readers(
                days,
                wanted,
                records.people() > Columns.FEW_PEOPLE ? Runtime.getRuntime().availableProcessors() : 1);
        List<Runnable> parts = new ArrayList<>();
        for (ParticipationReader reader : readers) {
            T ofPart = tally.get();
            tallies.add(ofPart);
            parts.add(() -> reader.read(participation -> adding.accept(ofPart, participation)));
        }
        parts.parallelStream().forEach(Runnable::run);
        PeopleCount notIndexEvent = new PeopleCount();
        readers.forEach(reader -> notIndexEvent.join(reader.notIndexEvent()));
        return new Counted<>(tallies, LeftOutQuery.read(connection, scope, records, events, notIndexEvent));
    }

    /** Who was to be at the events, once participations were read. */
    public Records records() {
        return records;
    }

    /** The events that these are of. */
    public NumberedEvents events() {
        return events;
    }

    private List<ParticipationReader> readers(Integer days, Set<Detail> wanted, int number) throws SQLException {
        OfferedTopics offered =
                wanted.contains(Detail.NEED_MATCH) ? new Offers(connection, records, events).all(records) : null;
        Promises promises = wanted.contains(Detail.COMMITMENTS)
                ? Promises.of(records.columns().commitments(connection), records)
                : Promises.none();
        Engagements engagements = new Engagements(records, events, selection, days, promises);
        engagements.read(connection);
        PriorMeetings meetings = wanted.contains(Detail.PRIOR_COATTENDANCE) ? new PriorMeetings(records, events) : null;
        List<ParticipationReader> readers = new ArrayList<>();
        for (int part = 0; part < number; part++) {
            readers.add(new ParticipationReader(
                    records,
                    events,
                    selection,
                    (int) ((long) records.people() * part / number),
                    (int) ((long) records.people() * (part + 1) / number),
                    new Needs(connection, records, events),
                    offered == null ? null : new Offers(connection, records, events),
                    offered,
                    engagements,
                    meetings,
                    new Details(connection, records, events, promises, wanted, selection)));
        }
        return readers;
    }
}
