package org.rapport.local.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read. */
public final class SecretFiles {

    private SecretFiles() {}

    /** Writes the file whole or not at all, so that whoever is killed here does not leave half a secret. */
    public static void write(Path file, byte[] content) throws IOException {
        Path partial = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(partial, content);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
