package org.rapport.kit.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.security.Caller;
import org.rapport.kit.security.Roles;

/** Who acts at this moment: the caller of a request, else the service itself, as in its jobs and consumers. */
@ApplicationScoped
class Actor {

    private static final String[] ROLE_OF_SERVICE = {Roles.SERVICE};

    private final Caller caller;
    private final String service;

    Actor(Caller caller, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.caller = caller;
        this.service = service;
    }

    String name() {
        return isCalled() ? caller.name() : service;
    }

    String[] roles() {
        return isCalled() ? caller.roles().toArray(String[]::new) : ROLE_OF_SERVICE;
    }

    private boolean isCalled() {
        return Arc.container().requestContext().isActive() && !caller.isAnonymous();
    }
}
