package org.rapport.participants.rights;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** That a participant was erased: when, by whom, why, and how many of what went with them. */
@Entity
@Table(name = "erasure")
class ErasureRecord {

    @Id
    private UUID participantId;

    private UUID survivorId;
    private Instant erasedAt;
    private String erasedBy;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "erasure_count", joinColumns = @JoinColumn(name = "participant_id"))
    @MapKeyColumn(name = "collection")
    @Column(name = "erased")
    private Map<String, Integer> erased = new TreeMap<>();

    /** Why somebody is erased. */
    enum Reason {
        /** They, or somebody in their name, asked for it. */
        REQUEST,
        /** Nothing may be kept any longer. */
        RETENTION
    }

    /** For Hibernate. */
    protected ErasureRecord() {}

    ErasureRecord(
            UUID participantId,
            UUID survivorId,
            Instant erasedAt,
            String erasedBy,
            Reason reason,
            Map<String, Integer> erased) {
        this.participantId = participantId;
        this.survivorId = survivorId;
        this.erasedAt = erasedAt;
        this.erasedBy = erasedBy;
        this.reason = reason;
        this.erased.putAll(erased);
    }

    UUID participantId() {
        return participantId;
    }

    /** The one whose erasure this was a part of: another if this one had been merged. */
    UUID survivorId() {
        return survivorId;
    }

    Instant erasedAt() {
        return erasedAt;
    }

    String erasedBy() {
        return erasedBy;
    }

    Reason reason() {
        return reason;
    }

    Map<String, Integer> erased() {
        return Map.copyOf(erased);
    }
}
