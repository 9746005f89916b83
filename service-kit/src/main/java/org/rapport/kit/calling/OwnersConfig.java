package org.rapport.kit.calling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** Where the other services are. */
@ConfigMapping(prefix = "rapport.owners")
public interface OwnersConfig {

    /** The base URL of each owner. */
    @WithParentName
    Map<String, URI> urls();
}
