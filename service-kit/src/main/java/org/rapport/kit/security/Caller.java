package org.rapport.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.problem.Problems;

/** Whoever sent the request, as their token says. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** A stable name of the client, to keep idempotency keys of different clients apart. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getIssuer() + "#" + token.getSubject()
                : identity.getPrincipal().getName();
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** What a change is put down to: the token's subject, but of participants their id, which an erasure need not touch. */
    public String name() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            boolean isParticipant = identity.hasRole(Roles.PARTICIPANT) && token.getClaim("participant") != null;
            return isParticipant ? token.getClaim("participant").toString() : token.getSubject();
        }
        return identity.getPrincipal().getName();
    }

    /** The token itself, to ask another service in the caller's name. */
    public String token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token.getRawToken();
        }
        throw Problems.forbidden("This needs an access token");
    }

    /** The roles of the token, in the order of the alphabet. */
    public List<String> roles() {
        return identity.getRoles().stream().sorted().toList();
    }

    /** Programme staff and readers of reports see everything; partners and participants see what is theirs. */
    public boolean seesEverything() {
        return identity.hasRole(Roles.ADMIN) || identity.hasRole(Roles.ORGANISER) || identity.hasRole(Roles.ANALYST);
    }

    public boolean isStaff() {
        return identity.hasRole(Roles.ADMIN) || identity.hasRole(Roles.ORGANISER);
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The organisation to which a partner is confined; empty for everybody who is not only a partner. */
    public Optional<UUID> confinedToOrganisation() {
        return seesEverything() || !identity.hasRole(Roles.PARTNER)
                ? Optional.empty()
                : Optional.of(claim("organisation"));
    }

    /** The participant to whose own data this caller is confined; empty for everybody who is more than that. */
    public Optional<UUID> confinedToParticipant() {
        return seesEverything() || identity.hasRole(Roles.PARTNER) || !identity.hasRole(Roles.PARTICIPANT)
                ? Optional.empty()
                : Optional.of(claim("participant"));
    }

    private UUID claim(String name) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object value = token.getClaim(name);
            if (value != null && Uuids.isCanonical(value.toString())) {
                return UUID.fromString(value.toString());
            }
        }
        throw Problems.forbidden("The token lacks the claim '" + name + "' that its role needs");
    }
}
