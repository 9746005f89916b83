package org.rapport.reporting;

import org.rapport.kit.testing.Architecture;

class ReportingArchitectureTest extends Architecture {}
