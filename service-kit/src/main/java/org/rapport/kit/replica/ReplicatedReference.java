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

    /** The participants of the organisation {@code :callerOrganisation}, as a subselect in HQL. */
    public static final String MEMBERS = "(select m.id from ReplicatedReference m where m.kind = 'participant' and"
            + " m.gone = false and array_contains(m.organisationIds, :callerOrganisation))";

    @Id
    private String kind;

    @Id
    private UUID id;

    private long version;
    private boolean gone;
    private UUID[] organisationIds;

    /** For Hibernate. */
    protected ReplicatedReference() {}

    /** Ids of different kinds are apart. */
    public record Key(String kind, UUID id) implements Serializable {}
}
