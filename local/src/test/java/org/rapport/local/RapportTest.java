package org.rapport.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.local.embedded.Ports;
import picocli.CommandLine;

class RapportTest {

    @TempDir
    Path folder;

    private String data;

    @BeforeEach
    void prepare() {
        data = folder.resolve("run").toString();
        new DataFolder(Path.of(data), Ports.free()).prepare();
    }

    private record Result(int exitCode, String out, String err) {}

    @Test
    void printsATokenAndNothingElseWhereverTheOptionsStand() {
        Result before = run("--data", data, "token", "--role", "analyst");
        Result after = run("token", "--role", "analyst", "--data", data);

        for (Result result : new Result[] {before, after}) {
            assertEquals(0, result.exitCode());
            assertTrue(result.out().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R"), result.out());
            assertEquals("", result.err());
        }
    }

    @Test
    void namesTheRolesThereAre() {
        Result result = run("token", "--role", "king", "--data", data);

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("analyst"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void aTokenOfAFolderOnWhichNothingHasRunSaysWhatToDo() {
        Result result = run(
                "token", "--role", "analyst", "--data", folder.resolve("other").toString());

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("./rapport up"), result.err());
    }

    @Test
    void statusFailsUnlessEverythingIsReady() {
        Result result = run("status", "--data", data, "--port-base", Integer.toString(Ports.free()));

        assertEquals(1, result.exitCode());
        assertTrue(result.out().contains("Not running"), result.out());
    }

    @Test
    void downSaysThatNothingRan() {
        Result result = run("down", "--data", data);

        assertEquals(0, result.exitCode());
        assertTrue(result.out().contains("Nothing was running"), result.out());
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertEquals(2, run("up", "--port", "1").exitCode());
        assertEquals(2, run("upp").exitCode());
        Result port = run("status", "--data", data, "--port-base", "70000");
        assertEquals(1, port.exitCode());
        assertFalse(port.err().contains("Exception"), port.err());
    }

    private static Result run(String... arguments) {
        PrintStream usual = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            CommandLine commands = Rapport.commands();
            commands.setErr(new PrintWriter(err, true));
            return new Result(commands.execute(arguments), out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(usual);
        }
    }
}
