package org.rapport.kit.replica;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which things of other services this one refers to. */
@ConfigMapping(prefix = "rapport.replica")
public interface ReplicaConfig {

    /** The owner of each kind, such as {@code participants} of {@code participant}. */
    Map<String, String> kinds();

    /** The topics of the owners. */
    default Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        kinds().values().forEach(owner -> topics.add("rapport." + owner + ".v1"));
        return topics;
    }
}
