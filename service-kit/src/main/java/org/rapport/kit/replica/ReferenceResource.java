package org.rapport.kit.replica;

import static org.rapport.kit.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.problem.Problems;

/** For the other services: which of these ids exist. */
@Path("/v1/references")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "References", description = "For the other services of Rapport")
class ReferenceResource {

    /** As many as fit into the first line of a request: servers and proxies take 4 KB of it. */
    static final int MAX_IDS = 80;

    private final Instance<ReferenceSource> sources;

    ReferenceResource(@Any Instance<ReferenceSource> sources) {
        this.sources = sources;
    }

    @GET
    @Path("/{kind}")
    @RolesAllowed(SERVICE)
    @Operation(operationId = "knownReferences", summary = "Which of these ids exist")
    public KnownReferences known(@PathParam("kind") String kind, @QueryParam("id") List<UUID> ids) {
        if (ids.size() > MAX_IDS) {
            throw Problems.invalidParameter("id", "At most " + MAX_IDS + " at a time");
        }
        ReferenceSource source = sources.stream()
                .filter(candidate -> candidate.kind().equals(kind))
                .findFirst()
                .orElseThrow(Problems::notFound);
        return new KnownReferences(List.copyOf(source.known(ids)));
    }
}
