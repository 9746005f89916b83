package org.rapport.exchanges.exchange;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What an exchange was, and since when.
 *
 * @param since null if nobody knows
 */
@Embeddable
public record TypeStep(@Enumerated(EnumType.STRING) ExchangeType type, Instant since) {}
