package org.rapport.local;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the import of one file is: a bar on a terminal, nothing elsewhere. */
final class ImportProgress implements AutoCloseable {

    private static final int BYTES_PER_UNIT = 1024;

    private final ProgressBar bar;

    ImportProgress(String task, long bytes) {
        bar = Terminal.isThere()
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(bytes)
                        .setUnit(" KB", BYTES_PER_UNIT)
                        .setStyle(ProgressBarStyle.ASCII)
                        .clearDisplayOnFinish()
                        .build()
                : null;
    }

    void bytesSent(long bytes) {
        if (bar != null) {
            bar.stepBy(bytes);
        }
    }

    void rowsDone(long rows) {
        if (bar != null) {
            bar.setExtraMessage(String.format(" %,d rows", rows));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
