package org.rapport.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rapport demo}. */
@Command(
        name = "demo",
        description = "Starts everything with the demo data loaded: a small world in which nobody exists.")
final class DemoCommand implements Callable<Integer> {

    private static final String SOURCE = "demo";

    @ParentCommand
    private Rapport rapport;

    @Option(names = "--detach", description = "Return when everything is ready, and leave it running")
    private boolean detach;

    @Override
    public Integer call() throws Exception {
        DataFolder folder = rapport.folder();
        if (detach) {
            new Detached(folder).start();
            load(folder);
            return 0;
        }
        Running.until(folder, () -> load(folder));
        return 0;
    }

    private static void load(DataFolder folder) throws Exception {
        Path demo = Rapport.home().resolve("demo");
        new FolderImport(folder, demo, SOURCE, demo).run();
        new Dashboard(folder).awaitFilled();
        Welcome.print(folder);
    }
}
