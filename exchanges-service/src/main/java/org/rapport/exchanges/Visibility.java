package org.rapport.exchanges;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.replica.References;
import org.rapport.kit.replica.ReplicatedReference;
import org.rapport.kit.security.Caller;

/** What a caller may see: staff everything, a partner what its members take part in, a participant their own. */
@ApplicationScoped
public class Visibility {

    private final Caller caller;
    private final References references;
    private final EntityManager entityManager;

    public Visibility(Caller caller, References references, EntityManager entityManager) {
        this.caller = caller;
        this.references = references;
        this.entityManager = entityManager;
    }

    /** Those of the participants in whose name the caller may speak: staff for all, partners for their members. */
    public Set<UUID> speaksFor(Collection<UUID> participants) {
        if (caller.isStaff()) {
            return Set.copyOf(participants);
        }
        return caller.confinedToOrganisation()
                .map(organisation -> members(organisation, participants))
                .or(() -> caller.confinedToParticipant().map(this::present).map(Set::of))
                .map(own -> participants.stream().filter(own::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** The one of two for whom the caller answers: whom they name, or their own; null if that leaves both. */
    public UUID sideOf(List<UUID> pair, UUID named) {
        Set<UUID> own = speaksFor(pair);
        if (named == null) {
            return own.size() == 1 ? own.iterator().next() : null;
        }
        if (!caller.isStaff() && !own.contains(named)) {
            throw Problems.invalid("/participantId", "NOT_YOURS", "You may not speak for this one of the two");
        }
        return named;
    }

    private Set<UUID> members(UUID organisation, Collection<UUID> participants) {
        return Set.copyOf(entityManager
                .createQuery(
                        "select r.id from ReplicatedReference r where r.kind = 'participant' and r.id in :ids and r.id in "
                                + ReplicatedReference.MEMBERS,
                        UUID.class)
                .setParameter("ids", participants)
                .setParameter("callerOrganisation", organisation)
                .getResultList());
    }

    /** Confines {@code e} by its participant. */
    public Condition byParticipant(String field) {
        return confined("e." + field + " in " + ReplicatedReference.MEMBERS, "e." + field + " = :callerParticipant");
    }

    /** Confines {@code e} to pairs of which one is the caller's. */
    public Condition byEitherParticipant() {
        return confined(
                "(e.participantAId in " + ReplicatedReference.MEMBERS + " or e.participantBId in "
                        + ReplicatedReference.MEMBERS + ")",
                ":callerParticipant in (e.participantAId, e.participantBId)");
    }

    private Condition confined(String forPartner, String forParticipant) {
        return caller.confinedToOrganisation()
                .map(organisation -> new Condition(forPartner, Map.of("callerOrganisation", organisation)))
                .or(() -> caller.confinedToParticipant()
                        .map(self -> new Condition(forParticipant, Map.of("callerParticipant", present(self)))))
                .orElse(Condition.ALWAYS);
    }

    /** By the id that they have now, if their token still names one who was merged. */
    private UUID present(UUID self) {
        return references.successors("participant", Set.of(self)).getOrDefault(self, self);
    }
}
