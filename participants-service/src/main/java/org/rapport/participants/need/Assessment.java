package org.rapport.participants.need;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** How much a need was one, at a time. Items from 0 to 4. */
@Embeddable
public record Assessment(Instant assessedAt, int specificity, int urgency, int authority, int benefit) {

    static Assessment of(Items items, Instant assessedAt) {
        return new Assessment(assessedAt, items.specificity(), items.urgency(), items.authority(), items.benefit());
    }

    /** From 0 to 16. */
    int sum() {
        return specificity + urgency + authority + benefit;
    }

    Items items() {
        return new Items(specificity, urgency, authority, benefit);
    }
}
