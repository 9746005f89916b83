package org.rapport.participants.need;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** The status that a need got, and when. */
@Embeddable
public record StatusChange(@Enumerated(EnumType.STRING) NeedStatus status, Instant at) {}
