package org.rapport.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.replica.References;
import org.rapport.kit.replica.ReplicatedReference;
import org.rapport.kit.security.Caller;

/**
 * What a caller may see: staff everything; a partner what its members registered for or attended and what it funds; a
 * participant what they registered for or attended.
 */
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

    /** Confines {@code e} by the event that this field of it names; participants see those besides that they may apply for. */
    public Condition byEvent(String field) {
        return confined(
                "(" + events("e." + field, "in " + ReplicatedReference.MEMBERS) + " or e." + field
                        + " in (select v.id from Event v where v.projectId in " + FUNDED + "))",
                "(" + events("e." + field, "= :callerParticipant") + " or e." + field + " in " + OPEN_TO_APPLY + ")");
    }

    /** Confines projects to those that a partner funds, and those of events that the caller may see. */
    public Condition ofProjects() {
        return confined(
                "(e.funderId = :callerOrganisation or e.id in (select v.projectId from Event v where "
                        + events("v.id", "in " + ReplicatedReference.MEMBERS) + "))",
                "e.id in (select v.projectId from Event v where " + events("v.id", "= :callerParticipant") + ")");
    }

    /** Confines programmes to those of events and projects that the caller may see. */
    public Condition ofProgrammes() {
        return confined(
                "(e.id in (select j.programmeId from Project j where j.funderId = :callerOrganisation) or e.id in"
                        + " (select v.programmeId from Event v where "
                        + events("v.id", "in " + ReplicatedReference.MEMBERS) + "))",
                "e.id in (select v.programmeId from Event v where " + events("v.id", "= :callerParticipant") + ")");
    }

    /** Whether the caller is confined to this participant. */
    public boolean isSelf(UUID participant) {
        return caller.confinedToParticipant()
                .map(self -> participant.equals(self) || participant.equals(present(self)))
                .orElse(false);
    }

    private static final String FUNDED = "(select j.id from Project j where j.funderId = :callerOrganisation)";

    private static final String OPEN_TO_APPLY =
            "(select v.id from Event v where v.registrationMode <> org.rapport.events.event.RegistrationMode.INVITATION"
                    + " and v.status = org.rapport.events.event.EventStatus.SCHEDULED and v.startsAt > instant)";

    private static String events(String id, String whose) {
        return "(" + id + " in (select r.eventId from Registration r where r.participantId " + whose + ") or " + id
                + " in (select a.eventId from Attendance a where a.participantId " + whose + "))";
    }

    private Condition confined(String forPartner, String forParticipant) {
        return caller.confinedToOrganisation()
                .map(organisation -> new Condition(forPartner, named("callerOrganisation", organisation)))
                .or(() -> caller.confinedToParticipant()
                        .map(self -> new Condition(forParticipant, named("callerParticipant", present(self)))))
                .orElse(Condition.ALWAYS);
    }

    private static Map<String, UUID> named(String name, UUID id) {
        return Map.of(name, id);
    }

    /** By the id that they have now, if their token still names one who was merged. */
    private UUID present(UUID self) {
        return references.successors("participant", Set.of(self)).getOrDefault(self, self);
    }
}
