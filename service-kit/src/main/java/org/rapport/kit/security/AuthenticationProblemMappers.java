package org.rapport.kit.security;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.rapport.kit.problem.ProblemType;

/** Tells a caller without a good token so, as RFC 6750 wants it, and not why: that would help a forger only. */
class AuthenticationProblemMappers {

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = 1)
    public Response missing(UriInfo uriInfo) {
        return unauthorized(uriInfo);
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = 1)
    public Response refused(UriInfo uriInfo) {
        return unauthorized(uriInfo);
    }

    private static Response unauthorized(UriInfo uriInfo) {
        return HttpProblem.builder()
                .withType(ProblemType.UNAUTHORIZED.uri())
                .withTitle(ProblemType.UNAUTHORIZED.title())
                .withStatus(ProblemType.UNAUTHORIZED.status())
                .withInstance(URI.create(uriInfo.getRequestUri().getRawPath()))
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build()
                .toResponse();
    }
}
