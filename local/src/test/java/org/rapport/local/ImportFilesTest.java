package org.rapport.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFilesTest {

    @TempDir
    Path folder;

    @Test
    void takesWhatIsThereInTheOrderOfReferenceAndNamesTheRest() throws IOException {
        for (String name : List.of("exchanges.csv", "participants.csv", "events.xlsx", "people.csv", "README.md")) {
            Files.writeString(folder.resolve(name), "");
        }
        for (String name : List.of("needs.csv", "topics.csv", "follow-up-answers.csv")) {
            Files.writeString(folder.resolve(name), "");
        }

        ImportFiles files = ImportFiles.of(folder);

        assertEquals(
                List.of(
                        "topics.csv",
                        "participants.csv",
                        "needs.csv",
                        "events.xlsx",
                        "exchanges.csv",
                        "follow-up-answers.csv"),
                files.files().stream()
                        .map(file -> file.path().getFileName().toString())
                        .toList());
        assertEquals(List.of("people.csv"), files.ignored());
    }

    @Test
    void refusesAFolderWithoutAnythingToImport() {
        LocalProblem none = assertThrows(LocalProblem.class, () -> ImportFiles.of(folder));
        assertTrue(none.getMessage().contains("organisations.csv"), none.getMessage());
        assertThrows(LocalProblem.class, () -> ImportFiles.of(folder.resolve("missing")));
    }
}
