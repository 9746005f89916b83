package org.rapport.reporting.report.readinessexposure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvent;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.Exchanges;
import org.rapport.reporting.report.participation.Exchanges.Exchange;
import org.rapport.reporting.report.participation.LeftOutQuery;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/** Reads the few pairs that have to be looked at one by one, because they had an exchange or met. */
final class PairQuery {

    private static final NamedQuery MET = new NamedQuery("""
            select participant_a_id, participant_b_id, event_id
              from encounter where met_at <= :asOf and (:events::uuid[] is null or event_id = any(:events))
            union all
            select participant_a_id, participant_b_id, event_id
              from introduction
             where status = 'MET' and met_at <= :asOf and (:events::uuid[] is null or event_id = any(:events))
            """);

    private final Connection connection;
    private final ExposureQuestion question;
    private final ScopedEvents scope;
    private final Memberships memberships;
    private final Records records;
    private final NumberedEvents events;

    /** The order of events by their ids. */
    private final int[] rank;

    private long[] met = new long[0];
    private int latestA = -1;
    private int latestB = -1;

    /** By the rank of the event, what the latest two people had there. */
    private final Map<Integer, OfTwo> ofTwo = new TreeMap<>();

    /** What two people had at an event. */
    private static final class OfTwo {
        private final int atA;
        private final int atB;
        private int after;
        private boolean before;

        private OfTwo(int atA, int atB) {
            this.atA = atA;
            this.atB = atB;
        }
    }

    /** Pairs of participant and event that are left out. */
    record Excluded(long eventNotOver, long eventNotOverPeople, long noConsent, long noConsentPeople) {}

    PairQuery(Connection connection, ExposureQuestion question, ScopedEvents scope, Memberships memberships) {
        this.connection = connection;
        this.question = question;
        this.scope = scope;
        this.memberships = memberships;
        this.records = memberships.records();
        this.events = memberships.events();
        rank = new int[events.size()];
        int[] byId = IntStream.range(0, rank.length)
                .boxed()
                .sorted(Comparator.comparing(event -> events.id(event).toString()))
                .mapToInt(Integer::intValue)
                .toArray();
        IntStream.range(0, rank.length).forEach(i -> rank[byId[i]] = i);
    }

    /** Finds pairs who met or were introduced to each other at an event; to be called first. */
    void introduced(Ladder ladder, Collection<UUID> ids) throws SQLException {
        LongStream.Builder pairs = LongStream.builder();
        try (PreparedStatement statement =
                MET.with("asOf", question.asOf()).with("events", ids).prepare(connection)) {
            statement.setFetchSize(MembershipQuery.FETCH_SIZE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int event = events.number(row.getObject(3, UUID.class));
                    int a = records.person(row.getObject(1, UUID.class));
                    int b = records.person(row.getObject(2, UUID.class));
                    if (event >= 0 && a >= 0 && b >= 0) {
                        int atA = records.record(a, event);
                        int atB = records.record(b, event);
                        if (isInRiskSet(atA) && isInRiskSet(atB) && memberships.bothExposed(atA, atB)) {
                            pairs.add(key(atA, atB));
                        }
                    }
                }
            }
        }
        met = pairs.build().sorted().distinct().toArray();
        for (long pair : met) {
            int atA = (int) (pair >> Integer.SIZE);
            int atB = (int) pair;
            ladder.addIntroduced(memberships.match(atA, atB), memberships.sameSession(atA, atB));
        }
    }

    private boolean isInRiskSet(int at) {
        return at >= 0 && memberships.followed().get(at);
    }

    private static long key(int atA, int atB) {
        return (long) atA << Integer.SIZE | atB;
    }

    /** Those of two people come one after the other. */
    void exchanging(Consumer<ExchangingPair> consumer) throws SQLException {
        Exchanges.read(connection, records, question.asOf(), question.confirmed(), exchange -> {
            if (exchange.a() != latestA || exchange.b() != latestB) {
                handOver(consumer);
                latestA = exchange.a();
                latestB = exchange.b();
            }
            add(exchange);
        });
        handOver(consumer);
    }

    private void add(Exchange exchange) {
        records.sameEvents(exchange.a(), exchange.b(), (atA, atB) -> {
            if (isInRiskSet(atA) && isInRiskSet(atB)) {
                int event = records.event(atA);
                long sinceEnd = exchange.startedAt() - events.endsAt(event);
                boolean after = sinceEnd > 0 && sinceEnd <= question.windowDays() * NumberedEvents.DAY;
                boolean before = exchange.startedAt() < events.startsAt(event);
                if (after || before) {
                    OfTwo pair = ofTwo.computeIfAbsent(rank[event], key -> new OfTwo(atA, atB));
                    pair.after += after ? 1 : 0;
                    pair.before |= before;
                }
            }
        });
    }

    private void handOver(Consumer<ExchangingPair> consumer) {
        ofTwo.values().forEach(pair -> {
            int atA = pair.atA;
            int atB = pair.atB;
            boolean exposed = memberships.bothExposed(atA, atB);
            consumer.accept(new ExchangingPair(
                    latestA,
                    latestB,
                    atA,
                    atB,
                    pair.after,
                    pair.before,
                    exposed,
                    events.isCancelled(records.event(atA)),
                    memberships.match(atA, atB),
                    exposed && memberships.sameSession(atA, atB),
                    exposed && Arrays.binarySearch(met, key(atA, atB)) >= 0,
                    exposed
                            && !memberships.randomised().isEmpty(atA)
                            && !memberships.randomised().isEmpty(atB),
                    exposed && memberships.randomised().overlap(atA, atB)));
        });
        ofTwo.clear();
    }

    Excluded excluded() throws SQLException {
        List<UUID> notOver = new ArrayList<>();
        for (ScopedEvent event : scope.events()) {
            if (events.number(event.id()) < 0) {
                notOver.add(event.id());
            }
        }
        LeftOutQuery.Pairs pairs = LeftOutQuery.pairs(connection, notOver);
        long noConsent = 0;
        long noConsentPeople = 0;
        for (int person = 0; person < records.people(); person++) {
            if (!records.consents(person) && records.first(person) < records.end(person)) {
                noConsent += records.end(person) - records.first(person);
                noConsentPeople++;
            }
        }
        return new Excluded(pairs.pairs(), pairs.people(), noConsent, noConsentPeople);
    }
}
