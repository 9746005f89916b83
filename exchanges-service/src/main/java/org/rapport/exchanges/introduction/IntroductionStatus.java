package org.rapport.exchanges.introduction;

import java.util.Set;

/** Where an introduction stands. */
public enum IntroductionStatus {
    PROPOSED,
    ACCEPTED,
    DECLINED,
    MET,
    EXPIRED;

    /** Whether the two may still come to meet. */
    boolean isOpen() {
        return this == PROPOSED || this == ACCEPTED;
    }

    /** Whether it may come next. Whatever came of it, it can be proposed again; and two may meet who were not meant to. */
    boolean mayBecome(IntroductionStatus next) {
        Set<IntroductionStatus> allowed =
                switch (this) {
                    case PROPOSED -> Set.of(ACCEPTED, DECLINED, MET, EXPIRED);
                    case ACCEPTED -> Set.of(PROPOSED, DECLINED, MET, EXPIRED);
                    case DECLINED, EXPIRED -> Set.of(PROPOSED, MET);
                    case MET -> Set.of(PROPOSED);
                };
        return next == this || allowed.contains(next);
    }
}
