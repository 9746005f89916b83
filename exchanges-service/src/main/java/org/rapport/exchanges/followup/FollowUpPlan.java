package org.rapport.exchanges.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;

/** When people are asked after one event. */
@Entity
class FollowUpPlan {

    @Id
    private UUID eventId;

    private Integer[] days;

    /** For Hibernate. */
    protected FollowUpPlan() {}

    FollowUpPlan(UUID eventId) {
        this.eventId = eventId;
    }

    void ask(List<Integer> afterDays) {
        days = afterDays.toArray(Integer[]::new);
    }

    List<Integer> days() {
        return List.of(days);
    }
}
