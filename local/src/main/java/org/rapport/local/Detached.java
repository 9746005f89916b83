package org.rapport.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run in a session of its own, which outlives the terminal. */
final class Detached {

    private static final int POLL_MILLIS = 200;

    private final DataFolder folder;

    Detached(DataFolder folder) {
        this.folder = folder;
    }

    /** Returns when everything is ready; what the run says meanwhile is shown. */
    void start() throws IOException, InterruptedException {
        folder.prepare();
        folder.lock().channel().close();
        Files.deleteIfExists(folder.readyFile());
        Path log = folder.log("rapport");
        Files.deleteIfExists(log);
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        int shown = 0;
        while (true) {
            boolean ended = !process.isAlive();
            List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
            lines.subList(Math.min(shown, lines.size()), lines.size()).forEach(System.out::println);
            shown = lines.size();
            if (Files.exists(folder.readyFile())) {
                return;
            }
            if (ended) {
                throw new LocalProblem("Rapport did not start.");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (isOnPath("setsid")) {
            command.add("setsid");
        } else {
            command.add("nohup");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-Drapport.home=" + Rapport.home());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Rapport.class.getName()));
        command.addAll(List.of(
                "up",
                "--data",
                folder.path().toString(),
                "--port-base",
                Integer.toString(folder.ports().base())));
        return command;
    }

    private static boolean isOnPath(String program) {
        for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }
}
