package org.rapport.participants.rights;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.util.Optional;

/** How long what is held on people is kept. */
@ConfigMapping(prefix = "rapport.retention")
interface RetentionConfig {

    /** How long after they have left the programme participants are kept, such as {@code P5Y}; for ever if absent. */
    Optional<Period> participantAfterLeft();

    /** For how long it is announced that somebody will be erased before they are. */
    @WithDefault("P30D")
    Period announced();
}
