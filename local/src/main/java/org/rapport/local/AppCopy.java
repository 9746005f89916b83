package org.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a built service to run from, so that a new build does not pull the jars from under a running one. */
final class AppCopy {

    private AppCopy() {}

    static Path of(Service service, DataFolder folder) throws IOException {
        Path built =
                Rapport.home().resolve(service.artifact()).resolve("target").resolve("quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new LocalProblem(service.artifact() + " is not built.\nBuild it: mvn package -DskipTests");
        }
        Path apps = folder.path().resolve("app");
        Path copy = apps.resolve(service.artifact() + "-" + fingerprint(built));
        if (!Files.exists(copy)) {
            forgetOlder(apps, service);
            Path partial = apps.resolve(service.artifact() + ".partial");
            delete(partial);
            copy(built, partial);
            Files.move(partial, copy);
        }
        return copy;
    }

    private static String fingerprint(Path built) throws IOException {
        try (Stream<Path> files = Files.walk(built)) {
            long sum = files.filter(Files::isRegularFile)
                    .mapToLong(file -> {
                        try {
                            return built.relativize(file).hashCode() * 31L
                                    + Files.size(file) * 17
                                    + Files.getLastModifiedTime(file).toMillis();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sum();
            return Long.toHexString(sum ^ Runtime.version().hashCode());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectory(target);
                } else {
                    linkOrCopy(file, target);
                }
            }
        }
    }

    /** A build makes new files rather than writing into old ones, so a link keeps what it had. */
    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void forgetOlder(Path apps, Service service) throws IOException {
        List<Path> older;
        try (Stream<Path> copies = Files.list(apps)) {
            older = copies.filter(copy -> copy.getFileName().toString().startsWith(service.artifact() + "-"))
                    .toList();
        }
        for (Path copy : older) {
            delete(copy);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
