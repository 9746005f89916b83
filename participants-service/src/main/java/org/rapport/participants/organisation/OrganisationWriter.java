package org.rapport.participants.organisation;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes organisations. */
@Singleton
class OrganisationWriter extends Writer<OrganisationRequest, Organisation> {

    OrganisationWriter(Writing writing) {
        super(
                writing,
                Organisation.class,
                "org.rapport.organisation.registered.v1",
                "org.rapport.organisation.changed.v1");
    }

    @Override
    protected Organisation create(UUID id, OrganisationRequest request) {
        return new Organisation(id, request);
    }

    @Override
    protected void change(Organisation organisation, OrganisationRequest request) {
        organisation.describe(request);
    }

    @Override
    protected OrganisationRequest request(Organisation organisation) {
        return OrganisationRequest.from(organisation);
    }
}
