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

    public Writing(
            EntityManager entityManager,
            Outbox outbox,
            Checks checks,
            MergePatch mergePatch,
            Conditional conditional,
            Changes changes) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.checks = checks;
        this.mergePatch = mergePatch;
        this.conditional = conditional;
        this.changes = changes;
    }
}
