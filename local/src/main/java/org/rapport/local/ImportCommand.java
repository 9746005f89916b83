package org.rapport.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rapport import}. */
@Command(
        name = "import",
        description =
                "Loads a folder of CSV and XLSX files into the running services; the same folder twice changes nothing.")
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    private Rapport rapport;

    @Parameters(paramLabel = "DIR", description = "Holds organisations.csv, participants.csv, events.csv, ...")
    private Path directory;

    @Option(names = "--source", description = "Where the keys in the files come from (default: the folder's name)")
    private String source;

    @Option(
            names = "--rejected",
            paramLabel = "DIR",
            description = "Where rows that are not taken are written, with the reason (default: beside the files)")
    private Path rejected;

    @Override
    public Integer call() throws Exception {
        Path files = Rapport.callersFolder().resolve(directory).toAbsolutePath().normalize();
        String from = source != null ? source : files.getFileName().toString();
        Path rejectedFolder = rejected == null
                ? files
                : Rapport.callersFolder().resolve(rejected).toAbsolutePath().normalize();
        return new FolderImport(rapport.folder(), files, from, rejectedFolder).run() ? 0 : 1;
    }
}
