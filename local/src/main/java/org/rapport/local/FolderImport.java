package org.rapport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of files into the running services, and what is told of it. */
final class FolderImport {

    private static final int SHOWN_ERRORS = 20;
    private static final String HEAD = "%-22s %9s %9s %9s %9s %9s%n";
    private static final String ROW = "%-22s %,9d %,9d %,9d %,9d %,9d%n";

    private final ImportFiles files;
    private final ImportClient client;
    private final Path rejectedFolder;

    /**
     * An import that has not begun.
     *
     * @param source where the keys in the files come from
     * @param rejectedFolder where files of rejected rows go
     */
    FolderImport(DataFolder folder, Path directory, String source, Path rejectedFolder) throws IOException {
        this.files = ImportFiles.of(directory);
        this.rejectedFolder = rejectedFolder;
        this.client = new ImportClient(folder, source);
    }

    /** Returns whether every row of every file was taken. */
    boolean run() throws IOException, InterruptedException {
        if (!files.ignored().isEmpty()) {
            System.out.println(
                    "Ignored, since nothing of this name is imported: " + String.join(", ", files.ignored()));
        }
        System.out.printf(HEAD, "", "rows", "created", "updated", "unchanged", "rejected");
        boolean complete = true;
        for (ImportFiles.ImportFile file : files.files()) {
            ImportAnswer answer;
            try (ImportProgress progress = new ImportProgress(file.collection().path(), Files.size(file.path()))) {
                answer = client.send(file, progress);
            }
            tell(file, answer);
            if (answer.rejected() > 0) {
                saveRejectedRows(file);
            }
            complete &= answer.isComplete();
        }
        return complete;
    }

    /** Beside the files, unless somewhere else was said: whoever repairs the rows sends them again from there. */
    private void saveRejectedRows(ImportFiles.ImportFile file) {
        String name = file.collection().path() + "-rejected" + file.format().suffix();
        Path rejected = rejectedFolder.resolve(name);
        try {
            Files.createDirectories(rejectedFolder);
            client.saveRejectedRows(file, rejected);
            System.out.println("    The rejected rows, with the reason of each: " + rejected);
        } catch (IOException e) {
            System.out.println("    The rejected rows could not be written to " + rejected + ": " + e.getMessage());
        }
    }

    private static void tell(ImportFiles.ImportFile file, ImportAnswer answer) {
        if (answer.failure() != null) {
            System.out.printf("%-22s not imported. %s%n", file.collection().path(), answer.failure());
            return;
        }
        System.out.printf(
                ROW,
                file.collection().path(),
                answer.total(),
                answer.created(),
                answer.updated(),
                answer.unchanged(),
                answer.rejected());
        List<String> errors = answer.errors();
        errors.stream()
                .limit(SHOWN_ERRORS)
                .forEach(error -> System.out.println("    " + file.path().getFileName() + ", " + error));
        if (errors.size() > SHOWN_ERRORS) {
            System.out.println("    ... and more: the first " + SHOWN_ERRORS + " are shown");
        }
    }
}
