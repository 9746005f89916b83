package org.rapport.exchanges.exchange;

import java.util.Set;

/** Where an exchange stands. */
public enum ExchangeStatus {
    PROPOSED,
    ACTIVE,
    COMPLETED,
    DECLINED,
    LAPSED;

    /** Whether it may come next. A lapsed one may be taken up, a declined one proposed again, a completed one prove not to be. */
    boolean mayBecome(ExchangeStatus next) {
        Set<ExchangeStatus> allowed =
                switch (this) {
                    case PROPOSED -> Set.of(ACTIVE, DECLINED, LAPSED);
                    case ACTIVE -> Set.of(COMPLETED, LAPSED);
                    case COMPLETED, LAPSED -> Set.of(ACTIVE);
                    case DECLINED -> Set.of(PROPOSED);
                };
        return next == this || allowed.contains(next);
    }
}
