package org.rapport.participants.topic;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Outcome;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes topics, one transaction at a time. */
@Singleton
class TopicWriter extends Writer<TopicRequest, Topic> {

    private static final String MERGED = "org.rapport.topic.merged.v1";

    private final Topics topics;
    private final Event<Recoded> recoded;

    TopicWriter(Writing writing, Topics topics, Event<Recoded> recoded) {
        super(writing, Topic.class, "org.rapport.topic.defined.v1", "org.rapport.topic.changed.v1");
        this.topics = topics;
        this.recoded = recoded;
    }

    /** A row under a code that the topic no longer has tells nothing new of it. */
    @Override
    public List<Outcome> writeAll(List<Draft<TopicRequest>> rows) {
        topics.lock();
        Map<String, Topic> former = topics.byFormerCode(named(rows, TopicRequest::code));
        List<Draft<TopicRequest>> drafts = new ArrayList<>();
        for (Draft<TopicRequest> row : rows) {
            Topic topic =
                    row.request() == null ? null : former.get(row.request().code());
            drafts.add(topic == null ? row : new Draft<>(topic.id(), TopicRequest.from(topic), row.errors()));
        }
        return super.writeAll(drafts);
    }

    @Override
    protected List<Draft<TopicRequest>> resolve(List<Draft<TopicRequest>> drafts) {
        topics.lock();
        Map<String, String> present = topics.present(named(drafts, TopicRequest::broader));
        return drafts.stream()
                .map(draft -> {
                    String broader = draft.request().broader();
                    TopicRequest request = draft.request().beneath(present.getOrDefault(broader, broader));
                    return new Draft<>(draft.id(), request, draft.errors());
                })
                .toList();
    }

    private static List<String> named(List<Draft<TopicRequest>> drafts, Function<TopicRequest, String> field) {
        return drafts.stream()
                .map(Draft::request)
                .filter(Objects::nonNull)
                .map(field)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    protected void check(List<Draft<TopicRequest>> drafts) {
        List<String> codes = named(drafts, TopicRequest::code);
        List<String> all = new ArrayList<>(named(drafts, TopicRequest::broader));
        all.addAll(codes);
        Taxonomy taxonomy =
                topics.upwardsFrom(all, drafts.stream().map(Draft::id).toList());
        Map<String, Topic> former = topics.byFormerCode(codes);
        for (Draft<TopicRequest> draft : drafts) {
            checkPlace(draft, taxonomy);
            Topic owner = former.get(draft.request().code());
            if (owner != null && !owner.id().equals(draft.id())) {
                draft.errors().add("/code", "CODE_TAKEN", "Another topic has or had this code");
            }
            if (draft.errors().isEmpty()) {
                taxonomy.add(draft.id(), draft.request().code(), draft.request().broader());
            }
        }
    }

    private static void checkPlace(Draft<TopicRequest> draft, Taxonomy taxonomy) {
        String code = draft.request().code();
        String broader = draft.request().broader();
        if (broader == null) {
            return;
        }
        Set<String> itself = new HashSet<>(Set.of(code));
        if (taxonomy.code(draft.id()) != null) {
            itself.add(taxonomy.code(draft.id()));
        }
        if (itself.contains(broader)) {
            draft.errors().add("/broader", "BROADER_IS_ITSELF", "A topic cannot be broader than itself");
        } else if (!taxonomy.has(broader)) {
            draft.errors().add("/broader", "BROADER_UNKNOWN", "No topic has this code");
        } else if (itself.stream().anyMatch(own -> taxonomy.isBeneath(broader, own))) {
            draft.errors().add("/broader", "BROADER_CYCLE", "The broader topic stands beneath this one");
        }
    }

    @Override
    protected Topic create(UUID id, TopicRequest request) {
        return new Topic(id, request);
    }

    @Override
    protected void change(Topic topic, TopicRequest request) {
        requireInUse(topic);
        String former = topic.code();
        topic.describe(request);
        if (!topic.code().equals(former)) {
            List<Topic> narrower = topics.narrower(former);
            narrower.forEach(child -> child.moveBeneath(topic.code()));
            publish(changedEvent(), narrower);
            recoded.fire(new Recoded(former, topic.code()));
        }
    }

    /**
     * Makes the topic part of another, which takes over its codes, its needs and offers, and what stands beneath it. If
     * the other stands beneath it too, it moves up into its place.
     */
    Topic merge(Topic topic, TopicMergeRequest request) {
        check(request).throwIfAny();
        topics.lock();
        topics.lockAgainstNaming(topic);
        entityManager().refresh(topic);
        requireInUse(topic);
        Topic survivor = topics.byCode(List.of(topics.present(request.into()))).stream()
                .findFirst()
                .orElseThrow(() -> Problems.invalid("/into", "TOPIC_UNKNOWN", "No topic has this code"));
        if (survivor.equals(topic)) {
            throw Problems.invalid("/into", "INTO_ITSELF", "A topic cannot be merged into itself");
        }
        entityManager().refresh(survivor);
        if (topics.upwardsFrom(List.of(survivor.code()), List.of(survivor.id()))
                .isBeneath(survivor.code(), topic.code())) {
            survivor.moveBeneath(topic.broader());
        }
        Set<Topic> changed = new LinkedHashSet<>(topics.narrower(topic.code()));
        changed.remove(survivor);
        changed.forEach(child -> child.moveBeneath(survivor.code()));
        Set<String> codes = topic.mergeInto(survivor);
        publish(MERGED, topic);
        survivor.takeCodes(codes);
        changed.add(survivor);
        publish(changedEvent(), changed);
        recoded.fire(new Recoded(topic.code(), survivor.code()));
        return survivor;
    }

    private static void requireInUse(Topic topic) {
        if (topic.mergedIntoId() != null) {
            throw Problems.conflict("TOPIC_MERGED", "This topic is part of another one now");
        }
    }

    @Override
    protected TopicRequest request(Topic topic) {
        return TopicRequest.from(topic);
    }

    @Override
    protected Object key(Draft<TopicRequest> draft) {
        return draft.request().code();
    }

    @Override
    protected Object key(Topic topic) {
        return topic.code();
    }

    @Override
    protected Collection<Topic> stored(List<Draft<TopicRequest>> drafts) {
        return topics.byCode(named(drafts, TopicRequest::code));
    }
}
