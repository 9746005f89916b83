package org.rapport.exchanges;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.replica.ReplicatedReference;
import org.rapport.kit.security.Caller;

/** What a caller may see: staff everything, a partner what its members take part in, a participant their own. */
@ApplicationScoped
public class Visibility {

    private final Caller caller;

    public Visibility(Caller caller) {
        this.caller = caller;
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
                        .map(self -> new Condition(forParticipant, Map.of("callerParticipant", self))))
                .orElse(Condition.ALWAYS);
    }
}
