package org.rapport.reporting.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Rounds every report, in whatever form it is asked for, unless the caller is an analyst. */
@Provider
public class CoarseAnswers implements ContainerResponseFilter {

    private final Disclosures disclosures;
    private final ObjectMapper json;

    CoarseAnswers(Disclosures disclosures, ObjectMapper json) {
        this.disclosures = disclosures;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof CsvReport report) {
            Disclosure disclosure = disclosures.toCaller();
            if (!disclosure.full()) {
                response.setEntity(CoarseReport.of(json.valueToTree(report), disclosure));
            }
        }
    }
}
