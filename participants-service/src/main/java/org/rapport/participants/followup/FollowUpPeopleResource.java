package org.rapport.participants.followup;

import static org.rapport.kit.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.validation.Checks;
import org.rapport.participants.participant.Addressees;

/** For exchanges-service: what its form shows to somebody who is asked what came of an event. */
@Path("/v1/follow-up-people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-up people", description = "For the other services of Rapport")
class FollowUpPeopleResource {

    private final FollowUpPeople people;
    private final Addressees addressees;
    private final Checks checks;

    FollowUpPeopleResource(FollowUpPeople people, Addressees addressees, Checks checks) {
        this.people = people;
        this.addressees = addressees;
        this.checks = checks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(SERVICE)
    @Transactional
    @Operation(
            operationId = "findFollowUpPeople",
            summary = "The names of some participants, and what one of them needs",
            description = "Names only of those who let others see their profile; to be shown, and never to be kept.")
    public Answer find(Query query) {
        checks.of(query).throwIfAny();
        return new Answer(
                addressees.language(query.respondentId()),
                people.openNeeds(query.respondentId()),
                query.questions().stream().map(people::find).toList());
    }

    /** Who is asked, and whom that could be about. */
    @Schema(examples = """
                {"respondentId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "questions": [
                 {"ids": ["0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0"], "q": "ros", "offset": 0, "limit": 20}]}""")
    record Query(
            @NotNull UUID respondentId,
            @NotNull @Size(max = 5) List<@NotNull @Valid Question> questions) {}

    /**
     * Whom of these participants to name.
     *
     * @param q beginnings of words of their names; all if absent
     */
    record Question(
            @NotNull @Size(max = 20_000) List<@NotNull UUID> ids,
            @Size(max = 100) String q,
            @Min(0) int offset,
            @Min(1) @Max(200) int limit) {}

    /** What the form shows. */
    record Answer(String language, List<OpenNeed> needs, List<Found> found) {}

    /** Some people in the order of their names, and whether there are more. */
    record Found(List<Person> people, boolean more) {}

    /** Somebody by name. */
    record Person(
            @Schema(examples = "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0")
            UUID id,

            @Schema(examples = "Rosa Quispe") String name) {}

    /** A need of the one who is asked. */
    record OpenNeed(
            @Schema(examples = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e")
            UUID id,

            @Schema(examples = "Water governance") String topic,

            @Schema(examples = "Somebody who has negotiated with upstream users")
            String description) {}
}
