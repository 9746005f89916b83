package org.rapport.participants.mail;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;
import org.rapport.participants.participant.Participants;

/** Writes invitations. */
@Singleton
class InvitationWriter extends FollowingWriter<InvitationRequest, Invitation> {

    private static final String QUEUED = "org.rapport.invitation.queued.v1";
    private static final String SETTLED = "org.rapport.invitation.settled.v1";

    private final Participants participants;

    InvitationWriter(Writing writing, Participants participants) {
        super(writing, participants::successors, Invitation.class, "invitations", QUEUED, SETTLED);
        this.participants = participants;
    }

    /** Queues those that are not there yet and are for people who are; answers the ids of the others' people. */
    Set<UUID> queue(List<InvitationRequest> requests) {
        Map<UUID, UUID> successors = participants.successors(
                requests.stream().map(InvitationRequest::participantId).toList());
        List<InvitationRequest> present = requests.stream()
                .map(request -> request.to(successors.getOrDefault(request.participantId(), request.participantId())))
                .toList();
        Set<UUID> unknown = participants.unknown(
                present.stream().map(InvitationRequest::participantId).toList());
        Set<UUID> held = new HashSet<>(entityManager()
                .createQuery("select e.id from Invitation e where e.id in :ids", UUID.class)
                .setParameter(
                        "ids", requests.stream().map(InvitationRequest::id).toList())
                .getResultList());
        List<Invitation> queued = present.stream()
                .filter(request -> !unknown.contains(request.participantId()) && held.add(request.id()))
                .map(Invitation::new)
                .toList();
        queued.forEach(entityManager()::persist);
        publish(QUEUED, queued);
        return unknown;
    }

    void settle(Invitation invitation, InvitationStatus outcome, Instant at) {
        invitation.settle(outcome, at);
        publish(SETTLED, invitation);
    }

    @Override
    protected String changedEvent(InvitationRequest before, InvitationRequest after) {
        return after.link() == null ? SETTLED : QUEUED;
    }

    @Override
    protected void republish(Collection<? extends Invitation> invitations) {
        Map<Boolean, List<Invitation>> byQueued =
                invitations.stream().collect(Collectors.groupingBy(Invitation::isQueued));
        publishAgain(QUEUED, byQueued.getOrDefault(true, List.of()));
        publishAgain(SETTLED, byQueued.getOrDefault(false, List.of()));
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId"));
    }

    @Override
    protected InvitationRequest named(InvitationRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null ? null : request.to(participant);
    }

    @Override
    protected void rename(Invitation invitation, InvitationRequest request) {
        invitation.follow(request.participantId());
    }

    @Override
    protected Invitation create(UUID id, InvitationRequest request) {
        return new Invitation(request);
    }

    @Override
    protected void change(Invitation invitation, InvitationRequest request) {
        invitation.follow(request.participantId());
    }

    @Override
    protected InvitationRequest request(Invitation invitation) {
        return InvitationRequest.from(invitation);
    }

    @Override
    protected InvitationResponse response(Invitation invitation) {
        return InvitationResponse.from(invitation);
    }
}
