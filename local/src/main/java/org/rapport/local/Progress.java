package org.rapport.local;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how the start goes: a bar on a terminal, a line for each step elsewhere. */
final class Progress implements Consumer<String>, AutoCloseable {

    /** PostgreSQL, Kafka and the four services. */
    private static final int STEPS = 6;

    private ProgressBar bar;

    Progress() {
        if (System.console() != null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Starting")
                    .setInitialMax(STEPS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .hideEta()
                    .build();
        }
    }

    @Override
    public synchronized void accept(String step) {
        if (bar == null) {
            System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + step);
        } else {
            bar.setExtraMessage(step);
            bar.step();
        }
    }

    /** From here on, everything is told in lines. */
    synchronized void finish() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        finish();
    }
}
