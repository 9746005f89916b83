package org.rapport.kit.replica;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A thing that another service owns, for queries here; the replica's consumer writes it. */
@Entity
@Immutable
@Table(name = "reference_replica")
@IdClass(ReplicatedReference.Key.class)
public class ReplicatedReference {

    /** The present members of the organisation {@code :callerOrganisation}, as a subselect in HQL. */
    public static final String MEMBERS = "(select m.memberId from ReplicatedMembership m where m.organisationId ="
            + " :callerOrganisation and (m.lastDay is null or m.lastDay >= local date))";

    @Id
    private String kind;

    @Id
    private UUID id;

    private long version;
    private boolean gone;

    /** For Hibernate. */
    protected ReplicatedReference() {}

    /** Ids of different kinds are apart. */
    public record Key(String kind, UUID id) implements Serializable {}
}
