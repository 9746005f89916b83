package org.rapport.reporting.calculator;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;
import org.rapport.reporting.answer.CoxRegression;
import org.rapport.reporting.answer.RankCorrelation;

/** The calculator over REST: nothing is stored but answers for repeated requests, and nothing of Rapport's data is used. */
@Path("/v1/statistics")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calculator", description = "The estimators of the reports, over data in the request")
class CalculatorResource {

    @POST
    @Path("/two-by-two")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "calculateTwoByTwo", summary = "Risks, differences, ratios and tests of a 2x2 table")
    @APIResponseSchema(TwoByTwoAnswer.class)
    public Response twoByTwo(TwoByTwoRequest request) {
        return Response.ok(TwoByTwoAnswer.of(given(request).toTable())).build();
    }

    @POST
    @Path("/stratified")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "calculateStratified", summary = "2x2 tables of strata, one by one and pooled")
    @APIResponseSchema(StratifiedAnswer.class)
    public Response stratified(StratifiedRequest request) {
        return Response.ok(StratifiedAnswer.of(given(request).toStrata())).build();
    }

    @POST
    @Path("/trend")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "calculateTrend", summary = "Whether a proportion rises or falls over ordered groups")
    @APIResponseSchema(TrendAnswer.class)
    public Response trend(TrendRequest request) {
        return Response.ok(TrendAnswer.of(given(request).checked())).build();
    }

    @POST
    @Path("/rank")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "calculateRank", summary = "Rank correlations of two numbers")
    @APIResponseSchema(RankCorrelation.class)
    public Response rank(RankRequest request) {
        return Response.ok(given(request).calculate()).build();
    }

    @POST
    @Path("/survival")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "calculateSurvival", summary = "Survival curves, medians, mean times and log-rank tests")
    @APIResponseSchema(SurvivalAnswer.class)
    public Response survival(SurvivalRequest request) {
        return Response.ok(given(request).calculate()).build();
    }

    @POST
    @Path("/cox")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "calculateCox", summary = "Hazard ratios of covariates, by Cox regression")
    @APIResponseSchema(CoxRegression.class)
    public Response cox(CoxRequest request) {
        return Response.ok(given(request).calculate()).build();
    }

    @POST
    @Path("/logistic")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "calculateLogistic", summary = "Odds ratios of covariates, by logistic regression")
    @APIResponseSchema(LogisticAnswer.class)
    public Response logistic(LogisticRequest request) {
        return Response.ok(given(request).calculate()).build();
    }

    @POST
    @Path("/qap")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "calculateQap", summary = "Whether relations among the same people go together")
    @APIResponseSchema(QapAnswer.class)
    public Response qap(QapRequest request) {
        return Response.ok(given(request).calculate()).build();
    }

    private static <T> T given(T request) {
        if (request == null) {
            throw Problems.of(ProblemType.MALFORMED_REQUEST, "The body is missing");
        }
        return request;
    }
}
