package org.rapport.exchanges.introduction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.replica.References;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Outcome;
import org.rapport.kit.writing.Writing;

/** Writes introductions. Nobody is introduced who lets nobody see their profile. */
@Singleton
class IntroductionWriter extends FollowingWriter<IntroductionRequest, Introduction> {

    private static final String CHANGED = "org.rapport.introduction.changed.v1";

    private final References references;
    private final Facts facts;
    private final Duration expireAfter;

    IntroductionWriter(
            Writing writing,
            References references,
            Facts facts,
            @ConfigProperty(name = "rapport.introductions.expire-after", defaultValue = "P90D") Duration expireAfter) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Introduction.class,
                "introductions",
                "org.rapport.introduction.proposed.v1",
                CHANGED);
        this.references = references;
        this.facts = facts;
        this.expireAfter = expireAfter;
    }

    /** Proposes several; those that there are stay as they are. */
    BatchResponse proposeAll(BatchRequest batch) {
        check(batch).throwIfAny();
        List<Draft<IntroductionRequest>> drafts = batch.introductions().stream()
                .map(request -> new Draft<>(Uuids.next(), request, new Errors()))
                .toList();
        drafts.forEach(this::validate);
        List<Outcome> outcomes = writeAll(drafts);
        entityManager().flush();
        Map<Object, Introduction> stored = storedOf(drafts);
        List<BatchResponse.Item> items = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Introduction introduction = stored.get(drafts.get(i).id());
            items.add(new BatchResponse.Item(
                    outcomes.get(i),
                    introduction == null ? null : IntroductionResponse.from(introduction),
                    drafts.get(i).errors().list()));
        }
        return new BatchResponse(items);
    }

    private Map<Object, Introduction> storedOf(List<Draft<IntroductionRequest>> drafts) {
        List<Draft<IntroductionRequest>> sound = resolve(
                drafts.stream().filter(draft -> draft.errors().isEmpty()).toList());
        Map<Object, Introduction> byKey = new HashMap<>();
        if (!sound.isEmpty()) {
            stored(sound).forEach(introduction -> byKey.put(key(introduction), introduction));
        }
        Map<Object, Introduction> byDraft = new HashMap<>();
        sound.forEach(draft -> byDraft.put(draft.id(), byKey.get(key(draft))));
        return byDraft;
    }

    /** Records what one of the two says; false if they had said so before. */
    boolean answer(Introduction introduction, UUID side, AcceptanceRequest request) {
        entityManager().refresh(introduction, LockModeType.PESSIMISTIC_WRITE);
        Errors errors = check(request);
        if (side == null) {
            errors.add("/participantId", "PARTICIPANT_ID_REQUIRED", "Say who of the two says so");
        } else if (!introduction.pair().contains(side)) {
            errors.add("/participantId", "NOT_OF_PAIR", "Must be one of the two participants");
        }
        errors.throwIfAny();
        IntroductionRequest before = IntroductionRequest.from(introduction);
        boolean isNew = introduction.answer(new SideAcceptance(side, request.answer(), now()));
        if (isNew) {
            publishChanges(Map.of(introduction, before));
        }
        return isNew;
    }

    /** Publishes what time, an encounter or a withdrawal made of open introductions. */
    void changedByItself(Collection<Introduction> introductions) {
        publish(CHANGED, introductions);
    }

    /** A patch follows the lifecycle; files may state where an introduction stands, however it came there. */
    @Override
    public Introduction patch(Introduction introduction, JsonNode patch) {
        IntroductionStatus before = introduction.status();
        Introduction changed = super.patch(introduction, consistent(introduction, patch));
        if (!before.mayBecome(changed.status())) {
            throw Problems.invalid(
                    "/status",
                    "STATUS_NOT_NEXT",
                    "An introduction that is " + before + " cannot become " + changed.status());
        }
        return changed;
    }

    /** What follows from another status, unless the patch says otherwise. */
    private JsonNode consistent(Introduction introduction, JsonNode patch) {
        boolean isOther = patch instanceof ObjectNode
                && patch.path("status").isTextual()
                && !patch.get("status").asText().equals(introduction.status().name());
        if (!isOther) {
            return patch;
        }
        ObjectNode whole = patch.deepCopy();
        String status = patch.get("status").asText();
        if (!status.equals(IntroductionStatus.MET.name()) && !patch.has("metAt")) {
            whole.putNull("metAt");
        }
        if (status.equals(IntroductionStatus.PROPOSED.name())) {
            if (!patch.has("answers")) {
                whole.putNull("answers");
            }
            if (!patch.has("expiresAt")) {
                whole.put("expiresAt", now().plus(expireAfter).toString());
            }
        }
        return whole;
    }

    @Override
    protected Introduction create(UUID id, IntroductionRequest request) {
        return new Introduction(id, timed(request));
    }

    @Override
    protected void change(Introduction introduction, IntroductionRequest request) {
        introduction.describe(timed(request));
    }

    private IntroductionRequest timed(IntroductionRequest request) {
        Instant proposed = request.proposedAt() == null ? now() : request.proposedAt();
        Instant met = request.status() == IntroductionStatus.MET ? now() : null;
        return request.timed(proposed, proposed.plus(expireAfter), met);
    }

    /** A file that says how an introduction began does not take back what became of it. */
    @Override
    protected IntroductionRequest onto(IntroductionRequest held, IntroductionRequest row) {
        boolean saysHowItBegan = row.status().isOpen()
                && (!held.status().isOpen() || row.status() == IntroductionStatus.PROPOSED)
                && row.status() != held.status();
        if (saysHowItBegan) {
            return row.asFarAs(held);
        }
        IntroductionRequest timed =
                row.timed(held.proposedAt(), held.expiresAt(), row.status() == held.status() ? held.metAt() : null);
        return timed.answeredBy(held);
    }

    /** Of two records of one introduction what came of it further. */
    @Override
    protected IntroductionRequest together(IntroductionRequest kept, IntroductionRequest other) {
        boolean isFurther = other.status() == IntroductionStatus.MET && kept.status() != IntroductionStatus.MET
                || other.status().isOpen() && kept.status() == IntroductionStatus.EXPIRED;
        return isFurther ? kept.asFarAs(other) : kept;
    }

    @Override
    protected IntroductionRequest request(Introduction introduction) {
        return IntroductionRequest.from(introduction);
    }

    /** Who takes the place of another may let nobody see their profile. */
    @Override
    protected void rename(Introduction introduction, IntroductionRequest request) {
        introduction.describe(request);
        if (introduction.status().isOpen()
                && !facts.notSharing(introduction.pair()).isEmpty()) {
            introduction.expire();
        }
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of(
                "participant",
                List.of("participantAId", "participantBId"),
                "need",
                List.of("needId"),
                "offer",
                List.of("offerId"));
    }

    @Override
    protected IntroductionRequest named(IntroductionRequest request, UnaryOperator<UUID> names) {
        return request.named(names);
    }

    @Override
    protected IntroductionResponse response(Introduction introduction) {
        return IntroductionResponse.from(introduction);
    }

    @Override
    protected void check(List<Draft<IntroductionRequest>> drafts) {
        List<IntroductionRequest> requests = drafts.stream().map(Draft::request).toList();
        List<UUID> participants =
                requests.stream().flatMap(request -> request.pair().stream()).toList();
        List<UUID> needs = requests.stream().map(IntroductionRequest::needId).toList();
        List<UUID> offers = requests.stream().map(IntroductionRequest::offerId).toList();
        IntroductionChecks checks = new IntroductionChecks(
                references.missing("participant", participants),
                references.missing(
                        "event",
                        requests.stream().map(IntroductionRequest::eventId).toList()),
                references.missing("need", needs),
                references.missing("offer", offers),
                facts.notSharing(participants),
                facts.holders(Stream.concat(needs.stream(), offers.stream()).toList()));
        drafts.forEach(checks::check);
    }

    private record Key(UUID a, UUID b, UUID eventId, UUID needId, UUID offerId) {}

    @Override
    protected Object key(Draft<IntroductionRequest> draft) {
        IntroductionRequest request = draft.request();
        return new Key(
                request.participantAId(),
                request.participantBId(),
                request.eventId(),
                request.needId(),
                request.offerId());
    }

    @Override
    protected Object key(Introduction introduction) {
        return new Key(
                introduction.participantAId(),
                introduction.participantBId(),
                introduction.eventId(),
                introduction.needId(),
                introduction.offerId());
    }

    @Override
    protected Collection<Introduction> stored(List<Draft<IntroductionRequest>> drafts) {
        Set<UUID> as = new HashSet<>();
        Set<UUID> bs = new HashSet<>();
        drafts.forEach(draft -> {
            as.add(draft.request().participantAId());
            bs.add(draft.request().participantBId());
        });
        return entityManager()
                .createQuery(
                        "select e from Introduction e where e.participantAId in :as and e.participantBId in :bs",
                        Introduction.class)
                .setParameter("as", as)
                .setParameter("bs", bs)
                .getResultList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
