package org.rapport.reporting.projection;

import java.util.List;

/** The projections of this service. */
record ProjectionList(List<ProjectionResponse> projections) {}
