package org.rapport.participants.mail;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.rapport.kit.links.Languages;
import org.rapport.kit.links.LinkToken;
import org.rapport.kit.links.Pages;
import org.rapport.participants.participant.Addressees;

/**
 * Where people say that they want no more mail: without signing in, by a link that is in each. Looking at the page changes
 * nothing, since programs look at links, too; the button does, and so does the one of a mail program (RFC 8058).
 */
@Path("/unsubscribe/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class UnsubscribeResource {

    private final EntityManager entityManager;
    private final Addressees addressees;
    private final Template page;

    UnsubscribeResource(
            EntityManager entityManager, Addressees addressees, @Location("mail/unsubscribe.html") Template page) {
        this.entityManager = entityManager;
        this.addressees = addressees;
        this.page = page;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(hidden = true)
    public Response ask(@PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        UUID participant = participant(token);
        return answer(participant, accepted, "ask");
    }

    @POST
    @PermitAll
    @Transactional
    @Operation(hidden = true)
    public Response unsubscribe(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        UUID participant = participant(token);
        if (participant != null) {
            addressees.unsubscribe(participant);
        }
        return answer(participant, accepted, "done");
    }

    private UUID participant(String token) {
        return entityManager
                .createQuery("select e.participantId from Invitation e where e.unsubscribeHash = :hash", UUID.class)
                .setParameter("hash", LinkToken.hash(token))
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private Response answer(UUID participant, String accepted, String state) {
        boolean known = participant != null;
        Locale language = Languages.best(known ? addressees.language(participant) : null, accepted);
        String html = page.instance()
                .setLocale(language)
                .data("language", language.toLanguageTag())
                .data("state", known ? state : "gone")
                .render();
        return Pages.page(known ? 200 : 404, language, html);
    }
}
