package org.rapport.reporting.report;

import java.util.UUID;

/**
 * An event that a report is about.
 *
 * @param held whether it took place and was over by the moment of the report
 */
public record ScopedEvent(
        UUID id,
        String title,
        UUID programmeId,
        String programme,
        UUID projectId,
        String project,
        String country,
        boolean held) {}
