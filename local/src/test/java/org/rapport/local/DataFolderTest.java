package org.rapport.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final int PORT_BASE = 21_081;

    @TempDir
    Path parent;

    /** Another launcher, as far as the lock is concerned. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws Exception {
            new DataFolder(Path.of(args[0]), PORT_BASE).lock();
            System.out.println("locked");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void refusesASecondRunAndTakesTheFolderOfOneThatWasKilled() throws Exception {
        DataFolder folder = folder();
        folder.prepare();
        Process other = new ProcessBuilder(
                        Programs.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("locked", said.readLine());

            LocalProblem problem = assertThrows(LocalProblem.class, folder::lock);
            assertTrue(problem.getMessage().contains("./rapport down"), problem.getMessage());
        } finally {
            other.destroyForcibly().waitFor();
        }

        folder.lock().release();
    }

    @Test
    void remembersItsPorts() throws IOException {
        DataFolder folder = folder();
        folder.prepare();
        folder.rememberPorts();

        assertEquals(PORT_BASE, new DataFolder(folder.path(), null).ports().base());
        assertEquals(
                PortPlan.DEFAULT_BASE,
                new DataFolder(parent.resolve("new"), null).ports().base());
    }

    @Test
    void makesASecretOnceAndForItsOwnerAlone() throws IOException {
        DataFolder folder = folder();
        folder.prepare();

        String secret = folder.secret("rapport_events");

        assertEquals(secret, folder().secret("rapport_events"));
        assertEquals(48, secret.length());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.secrets().resolve("rapport_events"))));
    }

    @Test
    void saysThatAFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        LocalProblem problem = assertThrows(LocalProblem.class, () -> new DataFolder(file, PORT_BASE).prepare());

        assertTrue(problem.getMessage().contains("--data DIR"), problem.getMessage());
    }

    private DataFolder folder() {
        return new DataFolder(parent.resolve("run"), PORT_BASE);
    }
}
