package org.rapport.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * A page of a list.
 *
 * @param next the cursor of the page after this, or null at the end
 * @param count how many match in all, if asked for
 */
public record Page<T>(
        List<T> items,
        String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long count) {

    /** 200 with a link to the next page, if there is one. */
    public Response toResponse(UriInfo uriInfo) {
        Response.ResponseBuilder response = Response.ok(this);
        if (next != null) {
            response.links(Link.fromUriBuilder(uriInfo.getRequestUriBuilder().replaceQueryParam("cursor", next))
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}
