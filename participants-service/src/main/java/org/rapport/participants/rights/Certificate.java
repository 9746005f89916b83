package org.rapport.participants.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rapport.kit.json.Times;
import org.rapport.kit.outbox.Outbox;
import org.rapport.kit.personal.ErasureState;
import org.rapport.kit.problem.Problems;

/** Tells what became of an erasure in every service. */
@ApplicationScoped
class Certificate {

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final OtherServices others;

    Certificate(EntityManager entityManager, Outbox outbox, OtherServices others) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.others = others;
    }

    /** The erasure that this participant went with, and what it did here. */
    record Ours(List<ErasureRecord> records, ErasureState state) {}

    @Transactional
    Ours ours(UUID participantId) {
        ErasureRecord named = entityManager.find(ErasureRecord.class, participantId);
        if (named == null) {
            throw Problems.notFound();
        }
        List<ErasureRecord> records = entityManager
                .createQuery(
                        "select r from ErasureRecord r where r.survivorId = :id order by r.participantId",
                        ErasureRecord.class)
                .setParameter("id", named.survivorId())
                .getResultList();
        ErasureState state = null;
        for (ErasureRecord record : records) {
            long pending = outbox.pendingTombstones(record.participantId());
            state = together(state, new ErasureState(true, record.erasedAt(), record.erased(), pending));
        }
        return new Ours(records, state);
    }

    CertificateResponse with(Ours ours) {
        ErasureRecord first = ours.records().get(0);
        Map<String, CertificateResponse.OfService> services = new LinkedHashMap<>();
        services.put(
                OtherServices.OURS, new CertificateResponse.OfService(OtherServices.OURS, true, null, ours.state()));
        for (ErasureRecord record : ours.records()) {
            String path = "/v1/personal-data/" + record.participantId() + "/erasure";
            for (OtherServices.Answer<ErasureState> answer : others.ask(path, ErasureState.class)) {
                services.merge(
                        answer.service(),
                        new CertificateResponse.OfService(
                                answer.service(), answer.said() != null, answer.failure(), answer.said()),
                        Certificate::together);
            }
        }
        return new CertificateResponse(
                ours.records().stream().map(ErasureRecord::participantId).toList(),
                first.erasedAt(),
                first.erasedBy(),
                first.reason(),
                services.values().stream().allMatch(CertificateResponse.OfService::isComplete),
                new ArrayList<>(services.values()));
    }

    private static CertificateResponse.OfService together(
            CertificateResponse.OfService one, CertificateResponse.OfService other) {
        return one.reached() && other.reached()
                ? new CertificateResponse.OfService(one.service(), true, null, together(one.state(), other.state()))
                : one.reached() ? other : one;
    }

    private static ErasureState together(ErasureState one, ErasureState other) {
        if (one == null) {
            return other;
        }
        Map<String, Integer> erased = new TreeMap<>(one.erased());
        other.erased().forEach((collection, count) -> erased.merge(collection, count, Integer::sum));
        return new ErasureState(
                one.done() && other.done(),
                Times.later(one.at(), other.at()),
                erased,
                one.pendingTombstones() + other.pendingTombstones());
    }
}
