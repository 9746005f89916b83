package org.rapport.kit.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one client may ask: far more than people and their front ends do, less than a loop gone wild. */
@ConfigMapping(prefix = "rapport.rate-limit")
public interface RateLimitConfig {

    /** Requests a second that a client may send for as long as it likes. */
    @WithDefault("1000")
    int perSecond();

    /** Requests that it may send at once after a pause. */
    @WithDefault("5000")
    int burst();

    /** The same for whoever has no token and is told apart by their address only, as those who answer follow-ups. */
    @WithDefault("50")
    int anonymousPerSecond();

    @WithDefault("500")
    int anonymousBurst();
}
