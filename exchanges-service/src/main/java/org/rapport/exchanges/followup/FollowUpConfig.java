package org.rapport.exchanges.followup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** When people are asked what came of an event. */
@ConfigMapping(prefix = "rapport.follow-up")
interface FollowUpConfig {

    /** How many days after an event, where its plan does not say otherwise. */
    @WithDefault("30,90,180,365")
    List<Integer> days();

    /** For how long a question can be answered, and the answer corrected. */
    @WithDefault("P30D")
    Duration openFor();

    /** How long after the invitation, or the reminder before, somebody who has not answered is reminded. */
    @WithDefault("P7D")
    Duration remindAfter();

    /** How often at most. */
    @WithDefault("2")
    int reminders();

    /** Under which address people reach this service, for the links that they get. */
    @WithDefault("http://localhost:8083")
    URI publicUrl();
}
