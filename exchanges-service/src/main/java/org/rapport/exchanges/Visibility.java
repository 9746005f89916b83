package org.rapport.exchanges;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.replica.References;
import org.rapport.kit.replica.ReplicatedReference;
import org.rapport.kit.security.Caller;

/** What a caller may see: staff everything, a partner what its members take part in, a participant their own. */
@ApplicationScoped
public class Visibility {

    private final Caller caller;
    private final References references;

    public Visibility(Caller caller, References references) {
        this.caller = caller;
        this.references = references;
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
