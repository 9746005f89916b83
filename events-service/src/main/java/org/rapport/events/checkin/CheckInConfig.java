package org.rapport.events.checkin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** How codes are signed, for how long they are good, and how live counts are. */
@ConfigMapping(prefix = "rapport.check-in")
public interface CheckInConfig {

    /** Secrets that codes are signed with: the first signs, and what any of them has signed is believed. */
    @NotEmpty
    List<@Size(min = 32) String> keys();

    /** How long after the end of its event a code is still good. */
    @WithDefault("P1D")
    Duration goodAfterEvent();

    /** How often the counts of an event that somebody watches are taken. */
    @WithDefault("PT1S")
    Duration liveInterval();

    /** How often a watcher hears something though nothing changes, so that no one between takes the connection for dead. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How many may watch at a time. */
    @WithDefault("200")
    int maxWatchers();
}
