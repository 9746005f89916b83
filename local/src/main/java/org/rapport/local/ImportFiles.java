package org.rapport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder that can be imported, in the order in which they refer to each other. */
record ImportFiles(List<ImportFile> files, List<String> ignored) {

    /** A file of one collection. */
    record ImportFile(Collection collection, Path path, Format format) {}

    /** What a file can be. */
    enum Format {
        CSV(".csv", "text/csv"),
        XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String suffix;
        private final String mediaType;

        Format(String suffix, String mediaType) {
            this.suffix = suffix;
            this.mediaType = mediaType;
        }

        String suffix() {
            return suffix;
        }

        String mediaType() {
            return mediaType;
        }
    }

    static ImportFiles of(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new LocalProblem("There is no folder " + directory + ".");
        }
        List<ImportFile> files = Arrays.stream(Collection.values())
                .flatMap(collection -> Arrays.stream(Format.values())
                        .map(format -> new ImportFile(
                                collection, directory.resolve(collection.path() + format.suffix()), format)))
                .filter(file -> Files.isRegularFile(file.path()))
                .toList();
        if (files.isEmpty()) {
            throw new LocalProblem("The folder " + directory + " holds no file to import. Files are named "
                    + String.join(
                            ", ",
                            Arrays.stream(Collection.values())
                                    .map(collection -> collection.path() + Format.CSV.suffix())
                                    .toList())
                    + ", or the same with " + Format.XLSX.suffix() + ".");
        }
        try (Stream<Path> all = Files.list(directory)) {
            List<String> ignored = all.filter(
                            path -> files.stream().noneMatch(file -> file.path().equals(path)))
                    .map(path -> path.getFileName().toString())
                    .filter(name -> Arrays.stream(Format.values()).anyMatch(format -> name.endsWith(format.suffix())))
                    .sorted()
                    .toList();
            return new ImportFiles(files, ignored);
        }
    }
}
