package org.rapport.participants.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.validation.Checks;
import org.rapport.kit.writing.FollowingWriter;

/** Makes one of two participants who are the same person. What names the other follows, here and in every service. */
@ApplicationScoped
class Merge {

    private final Participants participants;
    private final ParticipantWriter writer;
    private final Instance<FollowingWriter<?, ?>> followers;
    private final Checks checks;

    Merge(
            Participants participants,
            ParticipantWriter writer,
            @Any Instance<FollowingWriter<?, ?>> followers,
            Checks checks) {
        this.participants = participants;
        this.writer = writer;
        this.followers = followers;
        this.checks = checks;
    }

    /** The participant, who was the duplicate as well. */
    Participant merge(UUID survivorId, MergeRequest request) {
        checks.of(request).throwIfAny();
        UUID duplicateId = request.duplicateId();
        if (duplicateId.equals(survivorId)) {
            throw Problems.invalid("/duplicateId", "SAME_PARTICIPANT", "Nobody is merged into themselves");
        }
        Map<UUID, Participant> locked = participants.lock(Set.of(survivorId, duplicateId)).stream()
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        Participant survivor = locked.get(survivorId);
        Participant duplicate = locked.get(duplicateId);
        if (survivor == null) {
            throw Problems.notFound();
        }
        survivor.requireActive();
        if (duplicate == null || duplicate.status() == ParticipantStatus.ERASED) {
            throw Problems.invalid("/duplicateId", "PARTICIPANT_UNKNOWN", "There is no such participant");
        }
        duplicate.requireActive();
        List<Participant> earlier = locked.values().stream()
                .filter(one -> duplicateId.equals(one.mergedInto()))
                .toList();
        writer.merge(survivor, duplicate, earlier);
        for (FollowingWriter<?, ?> follower : followers) {
            follower.follow("participant", duplicateId, survivorId);
        }
        return survivor;
    }
}
