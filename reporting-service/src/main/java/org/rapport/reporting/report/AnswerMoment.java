package org.rapport.reporting.report;

import jakarta.enterprise.context.RequestScoped;

/** The moment of the read model that the answer to this request is of. */
@RequestScoped
class AnswerMoment {

    private Moment moment;

    void set(Moment earlier) {
        moment = earlier;
    }

    /** Null for the present one. */
    Moment get() {
        return moment;
    }
}
