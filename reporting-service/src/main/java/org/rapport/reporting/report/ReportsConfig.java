package org.rapport.reporting.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator can set of the reports. */
@ConfigMapping(prefix = "rapport.reports")
public interface ReportsConfig {

    /** A cell with fewer people is hidden from everyone but analysts. */
    @WithDefault("5")
    int suppressBelow();

    /** How long whoever asks waits for the newest answer if there is one before it. */
    @WithDefault("100ms")
    Duration patience();

    /** For how long an answer can be given in place of a newer one that is still worked on. */
    @WithDefault("1m")
    Duration behind();

    /** A regression over more rows is left out of its report: it holds each of them in memory several times. */
    @WithDefault("100000")
    int maxRegressionRows();
}
