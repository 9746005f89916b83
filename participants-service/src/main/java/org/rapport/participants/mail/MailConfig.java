package org.rapport.participants.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How mail goes out. What else the mail server wants, such as a password, are settings of {@code quarkus.mailer}. */
@ConfigMapping(prefix = "rapport.mail")
interface MailConfig {

    /** The mail server. */
    String host();

    int port();

    /** The sender. */
    String from();

    /** Under which address people reach this service, for the link to unsubscribe with. */
    @WithDefault("http://localhost:8081")
    URI publicUrl();

    /** How long to wait after an attempt that failed; twice as long after each further one of the same mail, up to an hour. */
    @WithDefault("PT30S")
    Duration retryAfter();

    /** How long to wait for the mail server to take a mail, before it counts as one that cannot be reached. */
    @WithDefault("PT1M")
    Duration patience();
}
