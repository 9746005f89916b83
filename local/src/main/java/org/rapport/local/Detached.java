package org.rapport.local;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run in a session of its own, which outlives the terminal. */
final class Detached {

    private static final int POLL_MILLIS = 100;
    private static final int STOP_SECONDS = 120;

    private final DataFolder folder;

    Detached(DataFolder folder) {
        this.folder = folder;
    }

    /** Returns when everything is ready; what the run says meanwhile is shown. */
    void start() throws IOException, InterruptedException {
        folder.prepare();
        folder.lock().channel().close();
        Files.deleteIfExists(folder.readyFile());
        Path log = folder.log(DataFolder.SUPERVISOR);
        Files.deleteIfExists(log);
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        Thread onInterrupt = new Thread(() -> PidFile.end(process.toHandle(), STOP_SECONDS), "stop");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        follow(process, log);
        Runtime.getRuntime().removeShutdownHook(onInterrupt);
    }

    private void follow(Process process, Path log) throws IOException, InterruptedException {
        long shown = 0;
        while (true) {
            boolean ended = !process.isAlive();
            boolean ready = Files.exists(folder.readyFile());
            shown = show(log, shown);
            if (ready) {
                return;
            }
            if (ended) {
                throw new LocalProblem("Rapport did not start.");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static long show(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(fresh);
            System.out.print(new String(fresh, StandardCharsets.UTF_8));
            return from + fresh.length;
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Programs.find("setsid").orElse("nohup"));
        command.add(Programs.java());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X") || option.startsWith("--"))
                .toList());
        command.addAll(List.of(
                "-Drapport.home=" + Rapport.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Rapport.class.getName(),
                "up",
                UpCommand.BACKGROUND,
                "--data",
                folder.path().toString(),
                "--port-base",
                Integer.toString(folder.ports().base())));
        return command;
    }
}
