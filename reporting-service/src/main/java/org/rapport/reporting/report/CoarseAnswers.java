package org.rapport.reporting.report;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Rounds every report, in whatever form it is asked for, unless the caller is an analyst. */
@Provider
public class CoarseAnswers implements ContainerResponseFilter {

    private final Disclosures disclosures;

    CoarseAnswers(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof CsvReport report) {
            Disclosure disclosure = disclosures.toCaller();
            if (!disclosure.full()) {
                response.setEntity(new CoarseReport(report, disclosure));
            }
        }
    }
}
