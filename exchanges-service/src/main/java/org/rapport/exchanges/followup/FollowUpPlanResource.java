package org.rapport.exchanges.followup;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.replica.References;
import org.rapport.kit.validation.Checks;

/** When people are asked after an event. */
@Path("/v1/follow-up-plans/{eventId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-ups", description = "Who is asked when what came of an event, and what became of the question")
class FollowUpPlanResource {

    private final EntityManager entityManager;
    private final References references;
    private final FollowUpConfig config;
    private final Checks checks;
    private final Schedule schedule;

    FollowUpPlanResource(
            EntityManager entityManager,
            References references,
            FollowUpConfig config,
            Checks checks,
            Schedule schedule) {
        this.entityManager = entityManager;
        this.references = references;
        this.config = config;
        this.checks = checks;
        this.schedule = schedule;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Transactional
    @Operation(operationId = "getFollowUpPlan", summary = "After how many days people are asked what came of an event")
    public Plan get(@PathParam("eventId") UUID eventId) {
        requireEvent(eventId);
        FollowUpPlan plan = entityManager.find(FollowUpPlan.class, eventId);
        return new Plan(plan == null ? config.days() : plan.days());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(
            operationId = "putFollowUpPlan",
            summary = "Say after how many days people are asked what came of an event",
            description =
                    "In place of the usual days. Whoever was asked already stays asked; an empty list asks nobody.")
    public Plan put(@PathParam("eventId") UUID eventId, Plan plan) {
        checks.of(plan).throwIfAny();
        requireEvent(eventId);
        List<Integer> days = plan.days().stream().distinct().sorted().toList();
        FollowUpPlan held = entityManager.find(FollowUpPlan.class, eventId);
        if (held == null) {
            held = new FollowUpPlan(eventId);
            held.ask(days);
            entityManager.persist(held);
        } else {
            held.ask(days);
        }
        schedule.check(eventId);
        return new Plan(days);
    }

    private void requireEvent(UUID eventId) {
        if (!references.missing("event", Set.of(eventId)).isEmpty()) {
            throw Problems.notFound();
        }
    }

    /** After how many days. */
    @Schema(examples = "{\"days\": [30, 90, 180, 365]}")
    record Plan(@NotNull @Size(max = 12) List<@NotNull @Min(1) @Max(3650) Integer> days) {}
}
