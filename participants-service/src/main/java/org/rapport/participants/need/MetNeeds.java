package org.rapport.participants.need;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.rapport.kit.exclusive.Chore;

/**
 * Marks needs as met by the exchanges that are completed and name them. An exchange is heeded once, so that a person's word
 * stands afterwards; if it turns out not to be completed or to be about another need, what it did is taken back. One that
 * names a need not known yet waits.
 */
@Singleton
class MetNeeds implements Chore {

    private static final int SOME = 200;

    private final EntityManager entityManager;
    private final NeedWriter writer;

    MetNeeds(EntityManager entityManager, NeedWriter writer) {
        this.entityManager = entityManager;
        this.writer = writer;
    }

    @Override
    public boolean doSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<ExchangeOfNeed> exchanges = pending();
            if (exchanges.isEmpty()) {
                return false;
            }
            Map<UUID, Need> needs = lock(exchanges.stream()
                    .flatMap(exchange -> Stream.of(exchange.metNeedId(), exchange.heededNeedId()))
                    .filter(Objects::nonNull)
                    .toList());
            exchanges.forEach(exchange -> heed(exchange, needs));
            return true;
        });
    }

    private List<ExchangeOfNeed> pending() {
        return entityManager
                .unwrap(Session.class)
                .createSelectionQuery("""
                        select x from ExchangeOfNeed x
                         where x.pending = true
                           and (x.completedAt is null or x.needId is null
                                or exists (select 1 from Need n where n.id = x.needId))
                         order by x.completedAt, x.exchangeId""", ExchangeOfNeed.class)
                .setMaxResults(SOME)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    private Map<UUID, Need> lock(List<UUID> ids) {
        return entityManager
                .unwrap(Session.class)
                .createSelectionQuery("select n from Need n where n.id in :ids order by n.id", Need.class)
                .setParameter("ids", ids)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Need::id, Function.identity()));
    }

    private void heed(ExchangeOfNeed exchange, Map<UUID, Need> needs) {
        UUID met = exchange.metNeedId();
        if (exchange.heededNeedId() != null && !exchange.heededNeedId().equals(met)) {
            takeBack(exchange, needs.get(exchange.heededNeedId()));
        }
        if (met != null && exchange.heededNeedId() == null) {
            Need need = needs.get(met);
            if (need != null && exchange.isBy(need.participantId())) {
                writer.meet(need, exchange.exchangeId(), exchange.completedAt());
                exchange.heededFor(met);
            }
        }
        exchange.done();
    }

    /** Another exchange may have met the need, too. */
    private void takeBack(ExchangeOfNeed exchange, Need need) {
        exchange.heededFor(null);
        if (need != null && writer.reopen(need, exchange.exchangeId(), exchange.changedAt())) {
            entityManager
                    .createQuery(
                            "select x from ExchangeOfNeed x where x.needId = :need and x.completedAt is not null"
                                    + " and x <> :exchange",
                            ExchangeOfNeed.class)
                    .setParameter("need", need.id())
                    .setParameter("exchange", exchange)
                    .getResultList()
                    .forEach(ExchangeOfNeed::heedAgain);
        }
    }
}
