package org.rapport.participants;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.security.Caller;

/** Whose data a caller may see: staff everybody's, a partner its present members', a participant their own. */
@ApplicationScoped
public class Visibility {

    private static final String MEMBERS = """
            in (select p.id from Participant p join p.affiliations a where a.organisationId = :callerOrganisation
            and (a.toDate is null or a.toDate >= :today))""";

    /** Who took the caller's place, if their token still names one who was merged. */
    private static final String SUCCESSOR = "(select p.mergedInto from Participant p where p.id = :callerParticipant)";

    private final Caller caller;

    public Visibility(Caller caller) {
        this.caller = caller;
    }

    /** Confines {@code e} by the participant that this field of it names ({@code id} for participants themselves). */
    public Condition byParticipant(String field) {
        return caller.confinedToOrganisation()
                .map(organisation -> new Condition(
                        "e." + field + " " + MEMBERS,
                        Map.of("callerOrganisation", organisation, "today", LocalDate.now(ZoneOffset.UTC))))
                .or(() -> caller.confinedToParticipant()
                        .map(self -> new Condition(
                                "(e." + field + " = :callerParticipant or e." + field + " = " + SUCCESSOR + ")",
                                Map.of("callerParticipant", self))))
                .orElse(Condition.ALWAYS);
    }

    /** Confines organisations to a partner's own. */
    public Condition ofOrganisations() {
        return caller.confinedToOrganisation()
                .map(organisation ->
                        new Condition("e.id = :callerOrganisation", Map.of("callerOrganisation", organisation)))
                .orElse(Condition.ALWAYS);
    }
}
