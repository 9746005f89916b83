package org.rapport.kit.replica;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a participant belongs to an organisation, up to and including a day if one is set. */
@Entity
@Immutable
@Table(name = "reference_membership")
@IdClass(ReplicatedMembership.Key.class)
public class ReplicatedMembership {

    @Id
    private UUID memberId;

    @Id
    private int position;

    private UUID organisationId;
    private LocalDate lastDay;

    /** For Hibernate. */
    protected ReplicatedMembership() {}

    /** One participant may belong to one organisation several times. */
    public record Key(UUID memberId, int position) implements Serializable {}
}
