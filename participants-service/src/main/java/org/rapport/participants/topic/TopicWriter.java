package org.rapport.participants.topic;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes topics. */
@Singleton
class TopicWriter extends Writer<TopicRequest, Topic> {

    private final Topics topics;

    TopicWriter(Writing writing, Topics topics) {
        super(writing, Topic.class, "org.rapport.topic.defined.v1", "org.rapport.topic.changed.v1");
        this.topics = topics;
    }

    @Override
    protected Topic create(UUID id, TopicRequest request) {
        return new Topic(id, request);
    }

    @Override
    protected void change(Topic topic, TopicRequest request) {
        topic.describe(request);
    }

    @Override
    protected TopicRequest request(Topic topic) {
        return TopicRequest.from(topic);
    }

    @Override
    protected void check(List<Draft<TopicRequest>> drafts) {
        Set<String> unknown = topics.missing(drafts.stream()
                .map(draft -> draft.request().broader())
                .filter(Objects::nonNull)
                .toList());
        Set<String> before = new HashSet<>();
        for (Draft<TopicRequest> draft : drafts) {
            String broader = draft.request().broader();
            if (draft.request().code().equals(broader)) {
                draft.errors().add("/broader", "BROADER_IS_ITSELF", "A topic cannot be broader than itself");
            } else if (broader != null && unknown.contains(broader) && !before.contains(broader)) {
                draft.errors().add("/broader", "BROADER_UNKNOWN", "No topic has this code");
            }
            before.add(draft.request().code());
        }
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
        return topics.byCode(
                drafts.stream().map(draft -> draft.request().code()).toList());
    }
}
