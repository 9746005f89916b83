package org.rapport.reporting.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator can set of the reports. */
@ConfigMapping(prefix = "rapport.reports")
public interface ReportsConfig {

    /** A cell with fewer people is hidden from everyone but analysts. */
    @WithDefault("5")
    int suppressBelow();
}
