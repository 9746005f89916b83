package org.rapport.exchanges.followup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.calling.UnreachableException;
import org.rapport.kit.links.Pages;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/** The question of a follow-up, and its answer, for whoever has the token of the link. */
@Path("/v1/follow-up-answers/{token: (?!imports$)(?![0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-)[A-Za-z0-9_-]{16,200}}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-up answers", description = "Who answered which follow-up, and when")
@PermitAll
class QuestionResource {

    private static final int RETRY_AFTER_SECONDS = 30;

    private final AnswerForm form;
    private final People people;

    QuestionResource(AnswerForm form, People people) {
        this.form = form;
        this.people = people;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getQuestion",
            summary = "Read what somebody is asked about an event",
            description = "The token in the address is all that is needed.")
    @APIResponseSchema(QuestionResponse.class)
    @APIResponse(responseCode = "410", description = "It can be answered no longer")
    public Response ask(
            @PathParam("token") String token,
            @QueryParam("q") @Parameter(description = "Beginnings of words of a name", example = "ros") String q,
            @QueryParam("page") @Parameter(description = "Which page of the others", example = "1") Integer page) {
        if (page != null && (page < 1 || page > Integer.MAX_VALUE / People.PAGE)) {
            throw Problems.invalidParameter("page", "Must be 1 or more");
        }
        AnswerForm.Asked asked = QuarkusTransaction.requiringNew().call(() -> form.asked(open(token)));
        try {
            People.Shown shown = people.show(asked, q, page == null ? 1 : page);
            return Pages.guarded(Response.ok(QuestionResponse.of(asked, shown))).build();
        } catch (UnreachableException e) {
            throw Problems.unavailable("The names of people cannot be had at the moment", RETRY_AFTER_SECONDS);
        }
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerQuestion",
            summary = "Answer what somebody is asked about an event, keep a draft, or correct the answer",
            description = "What is answered takes the place of what was answered before, until the question closes.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "410", description = "It can be answered no longer")
    public Response answer(@PathParam("token") String token, @NotNull AnswerRequest request) {
        QuarkusTransaction.requiringNew().run(() -> form.answer(open(token), request));
        return Pages.guarded(Response.noContent()).build();
    }

    private FollowUp open(String token) {
        Optional<FollowUp> followUp = form.find(token);
        if (followUp.isEmpty()) {
            throw Problems.notFound();
        }
        return followUp.filter(found -> found.isOpen(Instant.now()))
                .orElseThrow(() -> Problems.of(ProblemType.GONE, "This can be answered no longer"));
    }
}
