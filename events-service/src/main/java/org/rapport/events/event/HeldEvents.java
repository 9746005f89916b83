package org.rapport.events.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.rapport.kit.exclusive.Chore;

/** An event that is over and that somebody attended was held, even if nobody says so. */
@Singleton
class HeldEvents implements Chore {

    private static final int SOME = 100;

    private final Events events;
    private final Dependents dependents;
    private final EventWriter writer;

    HeldEvents(Events events, Dependents dependents, EventWriter writer) {
        this.events = events;
        this.dependents = dependents;
        this.writer = writer;
    }

    @Override
    public boolean doSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> over = dependents.attendedAndOver(SOME);
            writer.hold(events.byId(over).values());
            return !over.isEmpty();
        });
    }
}
