package org.rapport.reporting.report.readinessexposure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.rapport.reporting.report.ScopedEvent;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.Encounters;
import org.rapport.reporting.report.participation.Exchanges;
import org.rapport.reporting.report.participation.LeftOutQuery;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/** Reads the few pairs that have to be looked at one by one, because they had an exchange or met. */
final class PairQuery {

    private static final int FIRST_CAPACITY = 16;

    private final Connection connection;
    private final ExposureQuestion question;
    private final ScopedEvents scope;
    private final Memberships memberships;
    private final Records records;
    private final NumberedEvents events;
    private final long window;

    private long[] met = new long[0];

    private int latestA = -1;
    private int latestB = -1;

    /** At how many events the latest two people could be followed both, and what they had there. */
    private int common;

    private int[] atA = new int[FIRST_CAPACITY];
    private int[] atB = new int[FIRST_CAPACITY];
    private int[] after = new int[FIRST_CAPACITY];
    private boolean[] before = new boolean[FIRST_CAPACITY];
    private final Records.OfTwo ofLatest = this::addEvent;

    /** Pairs of participant and event that are left out. */
    record Excluded(long eventNotOver, long eventNotOverPeople, long noConsent, long noConsentPeople) {}

    PairQuery(Connection connection, ExposureQuestion question, ScopedEvents scope, Memberships memberships) {
        this.connection = connection;
        this.question = question;
        this.scope = scope;
        this.memberships = memberships;
        this.records = memberships.records();
        this.events = memberships.events();
        this.window = question.windowDays() * NumberedEvents.DAY;
    }

    /** Finds pairs who met or were introduced to each other at an event; to be called first. */
    void introduced(Ladder ladder, Collection<UUID> ids) throws SQLException {
        LongStream.Builder pairs = LongStream.builder();
        new Encounters(connection, records, ids, question.asOf()).forEachPair((one, other) -> {
            if (memberships.bothFollowed(one, other) && memberships.bothExposed(one, other)) {
                pairs.add(key(one, other));
                ladder.addIntroduced(
                        memberships.matches().match(one, other),
                        memberships.sessions().overlap(one, other));
            }
        });
        met = pairs.build().toArray();
        Arrays.sort(met);
    }

    private static long key(int one, int other) {
        return (long) one << Integer.SIZE | other;
    }

    /** Those of two people come one after the other. */
    void exchanging(Consumer<ExchangingPair> consumer) throws SQLException {
        Exchanges.read(connection, records, question.asOf(), question.confirmed(), exchange -> {
            if (exchange.a() != latestA || exchange.b() != latestB) {
                handOver(consumer);
                latestA = exchange.a();
                latestB = exchange.b();
                common = 0;
                records.sameEvents(latestA, latestB, ofLatest);
            }
            add(exchange.startedAt());
        });
        handOver(consumer);
    }

    private void addEvent(int one, int other) {
        if (memberships.bothFollowed(one, other)) {
            if (common == atA.length) {
                atA = Arrays.copyOf(atA, 2 * common);
                atB = Arrays.copyOf(atB, 2 * common);
                after = Arrays.copyOf(after, 2 * common);
                before = Arrays.copyOf(before, 2 * common);
            }
            atA[common] = one;
            atB[common] = other;
            after[common] = 0;
            before[common] = false;
            common++;
        }
    }

    private void add(long startedAt) {
        for (int i = 0; i < common; i++) {
            int event = records.event(atA[i]);
            long sinceEnd = startedAt - events.endsAt(event);
            after[i] += sinceEnd > 0 && sinceEnd <= window ? 1 : 0;
            before[i] |= startedAt < events.startsAt(event);
        }
    }

    private void handOver(Consumer<ExchangingPair> consumer) {
        for (int i = 0; i < common; i++) {
            if (after[i] > 0 || before[i]) {
                consumer.accept(pair(atA[i], atB[i], after[i], before[i]));
            }
        }
    }

    private ExchangingPair pair(int one, int other, int exchanges, boolean priorTie) {
        boolean exposed = memberships.bothExposed(one, other);
        return new ExchangingPair(
                latestA,
                latestB,
                one,
                other,
                exchanges,
                priorTie,
                exposed,
                events.isCancelled(records.event(one)),
                memberships.matches().match(one, other),
                exposed && memberships.sessions().overlap(one, other),
                exposed && Arrays.binarySearch(met, key(one, other)) >= 0,
                exposed
                        && !memberships.randomised().isEmpty(one)
                        && !memberships.randomised().isEmpty(other),
                exposed && memberships.randomised().overlap(one, other));
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
