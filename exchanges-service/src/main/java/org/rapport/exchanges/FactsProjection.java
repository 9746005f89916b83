package org.rapport.exchanges;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.rapport.exchanges.followup.FollowUpFacts;
import org.rapport.exchanges.introduction.IntroductionFacts;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.Projection;

/** What introductions and follow-ups have to know of others, for which everything is read only once. */
@Singleton
class FactsProjection implements Projection {

    private final IntroductionFacts introductions;
    private final FollowUpFacts followUps;

    FactsProjection(IntroductionFacts introductions, FollowUpFacts followUps) {
        this.introductions = introductions;
        this.followUps = followUps;
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public Set<String> topics() {
        return Set.of("rapport.participants.v1", "rapport.events.v1");
    }

    /** What else happens is passed over, not buried. */
    @Override
    public boolean understands(String type) {
        String kind = Event.kind(type);
        return !(introductions.kinds().contains(kind) || followUps.kinds().contains(kind)) || type.endsWith(".v1");
    }

    @Override
    public void apply(Connection connection, List<Event> events) throws SQLException {
        introductions.apply(connection, events);
        followUps.apply(connection, events);
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        introductions.reset(connection);
        followUps.reset(connection);
    }
}
