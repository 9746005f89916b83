package org.rapport.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rapport up}. */
@Command(name = "up", description = "Starts everything, and stops it on Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    /** Given to the process that goes on behind a detached start, which has told everything already. */
    static final String BACKGROUND = "--background";

    @ParentCommand
    private Rapport rapport;

    @Option(names = "--detach", description = "Return when everything is ready, and leave it running")
    private boolean detach;

    @Option(names = BACKGROUND, hidden = true)
    private boolean background;

    @Override
    public Integer call() throws Exception {
        DataFolder folder = rapport.folder();
        if (detach) {
            new Detached(folder).start();
            Welcome.print(folder);
            return 0;
        }
        Running.until(folder, background ? () -> {} : () -> Welcome.print(folder));
        return 0;
    }
}
