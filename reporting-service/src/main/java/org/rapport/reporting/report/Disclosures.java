package org.rapport.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.security.Caller;
import org.rapport.kit.security.Roles;

/** Who may be shown what. */
@ApplicationScoped
public class Disclosures {

    private final Caller caller;
    private final Disclosure suppressed;

    Disclosures(Caller caller, ReportsConfig config) {
        this.caller = caller;
        this.suppressed = new Disclosure(config.suppressBelow());
    }

    public Disclosure toCaller() {
        return caller.hasRole(Roles.ANALYST) ? Disclosure.FULL : suppressed;
    }
}
