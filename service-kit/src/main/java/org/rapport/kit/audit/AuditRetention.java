package org.rapport.kit.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what is older than {@code rapport.audit.keep} says, such as P5Y; all is kept where it says nothing. */
@Singleton
class AuditRetention {

    private final Audit audit;
    private final Optional<Period> keep;

    AuditRetention(Audit audit, @ConfigProperty(name = "rapport.audit.keep") Optional<Period> keep) {
        this.audit = audit;
        this.keep = keep;
    }

    @Scheduled(every = "24h", delayed = "1h")
    @Transactional
    void forget() {
        keep.ifPresent(period -> audit.forgetBefore(
                OffsetDateTime.now(ZoneOffset.UTC).minus(period).toInstant()));
    }
}
