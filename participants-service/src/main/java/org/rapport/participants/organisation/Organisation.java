package org.rapport.participants.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** An organisation that takes part, hosts or funds. */
@Entity
public class Organisation extends Aggregate {

    private String name;

    /** For the search by name: made by the database. */
    @Column(insertable = false, updatable = false)
    private String searchName;

    private String type;
    private String country;
    private String rorId;
    private String website;

    /** For Hibernate. */
    protected Organisation() {}

    Organisation(UUID id, OrganisationRequest request) {
        super(id);
        describe(request);
    }

    void describe(OrganisationRequest request) {
        name = request.name();
        type = request.type();
        country = request.country();
        rorId = request.rorId();
        website = request.website();
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    String country() {
        return country;
    }

    String rorId() {
        return rorId;
    }

    String website() {
        return website;
    }

    @Override
    public OrganisationState eventData() {
        return new OrganisationState(id(), type, country, rorId);
    }

    /** What other services learn of an organisation. */
    record OrganisationState(UUID id, String type, String country, String rorId) {}
}
