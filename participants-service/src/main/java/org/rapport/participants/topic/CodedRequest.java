package org.rapport.participants.topic;

/** A request that names a topic by its code. */
public interface CodedRequest<R> {

    String topic();

    /** The same, but for the topic. */
    R withTopic(String code);
}
