package org.rapport.reporting.network;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.json.Times;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;

/** Which exchanges make the network, as it is asked for. */
public class NetworkParams {

    @Parameter(
            description = "Only exchanges of these types, with commas between them; any if absent",
            example = "ADVICE,RESOURCE")
    @QueryParam("type")
    String type;

    @Parameter(description = "Only exchanges that both sides have confirmed; false if absent")
    @QueryParam("confirmed")
    String confirmed;

    @Parameter(
            description = "Only exchanges that began at this instant or later; a date means its first moment in UTC",
            example = "2025-01-01")
    @QueryParam("startedFrom")
    String startedFrom;

    @Parameter(
            description =
                    "Only exchanges that began at this instant or before; a date means its last microsecond in UTC",
            example = "2025-12-31")
    @QueryParam("startedTo")
    String startedTo;

    /** The question, having added to the errors what is wrong with it. */
    NetworkQuestion question(EventParams events, Errors errors) {
        if (confirmed != null && !confirmed.equals("true") && !confirmed.equals("false")) {
            throw Problems.invalidParameter("confirmed", "Must be true or false");
        }
        Instant first = EventParams.read("startedFrom", startedFrom, Times::startOf);
        Instant last = EventParams.read("startedTo", startedTo, Times::endOf);
        if (first != null && last != null && first.isAfter(last)) {
            errors.add("/startedTo", "STARTED_TO_BEFORE_STARTED_FROM", "must not lie before 'startedFrom'");
        }
        return new NetworkQuestion(
                events.asOf(), events.filter(errors), types(errors), "true".equals(confirmed), first, last);
    }

    private List<ExchangeType> types(Errors errors) {
        Set<ExchangeType> types = EnumSet.noneOf(ExchangeType.class);
        for (String name : type == null ? new String[0] : type.split(",", -1)) {
            Arrays.stream(ExchangeType.values())
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            types::add,
                            () -> errors.add(
                                    "/type",
                                    "TYPE_INVALID",
                                    "must be among " + Arrays.toString(ExchangeType.values())
                                            + ", with commas between several"));
        }
        return List.copyOf(types);
    }
}
