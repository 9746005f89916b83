package org.rapport.local;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how the start goes: a bar on a terminal, a line for each step elsewhere. */
final class Progress implements AutoCloseable {

    /** PostgreSQL, Kafka and the four services. */
    private static final int STEPS = 6;

    private final long startedNanos = System.nanoTime();
    private ProgressBar bar;

    Progress() {
        if (Terminal.isThere()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Starting")
                    .setInitialMax(STEPS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .hideEta()
                    .clearDisplayOnFinish()
                    .build();
        }
    }

    /** One of the things to wait for is done. */
    synchronized void step(String what) {
        if (bar == null) {
            note(what);
        } else {
            bar.setExtraMessage(" " + what);
            bar.step();
        }
    }

    /** Something to know. */
    synchronized void note(String what) {
        System.out.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + what);
    }

    /** From here on, everything is told in lines. Returns the seconds since the start. */
    synchronized double finish() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    @Override
    public void close() {
        finish();
    }
}
