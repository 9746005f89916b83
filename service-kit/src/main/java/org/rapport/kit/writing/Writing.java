package org.rapport.kit.writing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.rapport.kit.audit.Changes;
import org.rapport.kit.json.MergePatch;
import org.rapport.kit.outbox.Outbox;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.validation.Checks;

/** What every {@link Writer} works with. */
@Singleton
public class Writing {

    final EntityManager entityManager;
    final Outbox outbox;
    final Checks checks;
    final MergePatch mergePatch;
    final Conditional conditional;
    final Changes changes;
    final Superseded superseded;

    Writing(
            EntityManager entityManager,
            Outbox outbox,
            Checks checks,
            MergePatch mergePatch,
            Conditional conditional,
            Changes changes,
            Superseded superseded) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.checks = checks;
        this.mergePatch = mergePatch;
        this.conditional = conditional;
        this.changes = changes;
        this.superseded = superseded;
    }
}
