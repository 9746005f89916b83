package org.rapport.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code rapport down}. */
@Command(name = "down", description = "Stops everything; the data stay.")
final class DownCommand implements Callable<Integer> {

    private static final int STOP_SECONDS = 180;

    @ParentCommand
    private Rapport rapport;

    @Override
    public Integer call() {
        DataFolder folder = rapport.folder();
        boolean ran = folder.pid(DataFolder.SUPERVISOR).end(STOP_SECONDS);
        int leftovers = Leftovers.stop(folder);
        System.out.println(ran || leftovers > 0 ? "Stopped; all data are in " + folder.path() : "Nothing was running.");
        return 0;
    }
}
