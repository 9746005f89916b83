package org.rapport.kit.replica;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which things of other services this one refers to, and where their owners are. */
@ConfigMapping(prefix = "rapport")
public interface ReplicaConfig {

    /** The replica. */
    Replica replica();

    /** The base URL of each owner. */
    Map<String, URI> owners();

    /** The replica. */
    interface Replica {

        /** The owner of each kind, such as {@code participants} of {@code participant}. */
        Map<String, String> kinds();
    }

    /** The topics of the owners. */
    default Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        replica().kinds().values().forEach(owner -> topics.add("rapport." + owner + ".v1"));
        return topics;
    }
}
