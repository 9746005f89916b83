package org.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.SecretFiles;
import org.rapport.local.embedded.TokenMint;

/** The folder of one run: data, logs, secrets, and what is running. */
final class DataFolder {

    /** The name under which the launcher itself is noted. */
    static final String SUPERVISOR = "rapport";

    private static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;
    private static final int SECRET_BYTES = 24;
    private static final long LOG_LIMIT_BYTES = 20L * 1024 * 1024;

    private final Path path;
    private final PortPlan ports;

    DataFolder(Path path, Integer portBase) {
        this.path = path;
        this.ports = new PortPlan(portBase != null ? portBase : rememberedPortBase());
    }

    Path path() {
        return path;
    }

    PortPlan ports() {
        return ports;
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** A log to append to; one that has grown long is set aside, the one before that forgotten. */
    Path freshLog(String name) {
        Path log = log(name);
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
                Files.move(log, path.resolve("logs").resolve(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log cannot be set aside", e);
        }
        return log;
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    /** Where all mail of this run ends. */
    Path mailbox() {
        return path.resolve("mailbox");
    }

    PidFile pid(String name) {
        return new PidFile(path.resolve("run").resolve(name + ".pid"));
    }

    /** Is there while everything is ready. */
    Path readyFile() {
        return path.resolve("run").resolve("ready");
    }

    /** Makes the folder, or says why it cannot be used. */
    void prepare() {
        try {
            makePrivate(path);
            makePrivate(secrets());
            for (String part : new String[] {"logs", "run", "app"}) {
                Files.createDirectories(path.resolve(part));
            }
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new LocalProblem("The disk of " + path + " has only " + free / (1024 * 1024)
                        + " MB left, and Rapport wants 500.\nMake room, or choose another folder: --data DIR");
            }
        } catch (IOException e) {
            throw new LocalProblem("The folder " + path + " cannot be written (" + e
                    + ").\nMake it yours, or choose another one: --data DIR");
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** So that other commands find this run by its folder alone. */
    void rememberPorts() throws IOException {
        Files.writeString(path.resolve("port-base"), Integer.toString(ports.base()));
    }

    /** Holds the folder for this process until it ends, whatever ends it. */
    FileLock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                String option = Welcome.options(this);
                throw new LocalProblem(
                        "Rapport is running already on " + path + process() + ".\nLook at it with ./rapport"
                                + " status" + option + ", stop it with ./rapport down" + option
                                + ", or run a second one: --data DIR --port-base N");
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder cannot be locked", e);
        }
    }

    private String process() {
        return pid(SUPERVISOR)
                .running()
                .map(process -> " (process " + process.pid() + ")")
                .orElse("");
    }

    /** A secret that is made once, and readable by its owner only. */
    String secret(String name) {
        Path file = secrets().resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                SecretFiles.write(file, HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A secret cannot be read or made", e);
        }
    }

    /** Signs tokens that the services of this run believe. */
    TokenMint mint() {
        try {
            return TokenMint.open(secrets(), LocalIssuer.url(ports.issuer()));
        } catch (IOException e) {
            throw new UncheckedIOException("The issuer's key cannot be read", e);
        }
    }

    private int rememberedPortBase() {
        try {
            Path file = path.resolve("port-base");
            return Files.exists(file)
                    ? Integer.parseInt(
                            Files.readString(file, StandardCharsets.UTF_8).strip())
                    : PortPlan.DEFAULT_BASE;
        } catch (IOException | NumberFormatException e) {
            return PortPlan.DEFAULT_BASE;
        }
    }
}
