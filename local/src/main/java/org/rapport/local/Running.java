package org.rapport.local;

/** A run in the foreground. */
final class Running {

    private Running() {}

    /** Starts everything, does this once all is ready, and goes on until the process is told to end. */
    static void until(DataFolder folder, ReadyAction whenReady) throws Exception {
        try (Progress progress = new Progress()) {
            Stack stack = new Stack(folder, progress);
            stack.start();
            whenReady.run();
            stack.watch();
        }
    }

    /** What is done once everything is ready. */
    interface ReadyAction {
        void run() throws Exception;
    }
}
