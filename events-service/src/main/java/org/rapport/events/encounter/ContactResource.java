package org.rapport.events.encounter;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.events.event.Event;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.rest.LimitedInputStream;

/** Contacts that badges have felt, over REST. */
@Path("/v1/events/{id}/contacts")
@Tag(name = "Encounters")
class ContactResource {

    private static final String GZIP = "gzip";

    private final EncounterRows rows;
    private final Imports imports;
    private final Finder finder;
    private final Visibility visibility;
    private final long maxBytes;

    ContactResource(
            EncounterRows rows,
            Imports imports,
            Finder finder,
            Visibility visibility,
            @ConfigProperty(name = "rapport.contacts.max-bytes", defaultValue = "1073741824") long maxBytes) {
        this.rows = rows;
        this.imports = imports;
        this.finder = finder;
        this.visibility = visibility;
        this.maxBytes = maxBytes;
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(
            operationId = "importContacts",
            summary = "Make encounters of the contacts between badges",
            description = "One contact a line, `t i j`: the badges i and j faced each other in the seconds up to t (the"
                    + " form of SocioPatterns), in the order of t. Contacts of a pair with no more than `gap` seconds"
                    + " between them are one encounter. Badges are the participants with these keys at `source`. The"
                    + " summary counts encounters, and lines that are not taken, each by the line where it begins. The"
                    + " body may be packed (`Content-Encoding: gzip`).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "32520\t1467\t1591\n32540\t1467\t1591\n32560\t1513\t1591\n"))
    @APIResponseSchema(ImportSummary.class)
    public Response importContacts(
            @PathParam("id") UUID id,
            @BeanParam ImportParams params,
            @BeanParam ContactParams contacts,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Parameter(description = "`gzip`, or absent") String encoding,
            InputStream body) {
        Event event = finder.find(Event.class, id, visibility.byEvent("id"));
        InputStream plain = new LimitedInputStream(
                unpacked(encoding, body), maxBytes, "The contacts are larger than " + maxBytes + " bytes");
        return imports.run(rows, params, new ContactRows(plain, id, event.startsAt(), event.endsAt(), contacts));
    }

    private static InputStream unpacked(String encoding, InputStream body) {
        if (encoding == null) {
            return body;
        }
        if (!encoding.equals(GZIP)) {
            throw Problems.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Of encodings, gzip is taken");
        }
        try {
            return new GZIPInputStream(body, 64 * 1024);
        } catch (ZipException | EOFException e) {
            throw Problems.of(ProblemType.MALFORMED_REQUEST, "The body is not gzip");
        } catch (IOException e) {
            throw new UncheckedIOException("The body could not be received", e);
        }
    }
}
