package org.rapport.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapport.local.ImportFiles.ImportFile;

/** Sends a file to the service that owns what is in it, without holding it. */
final class ImportClient {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    private final DataFolder folder;
    private final String source;

    ImportClient(DataFolder folder, String source) {
        this.folder = folder;
        this.source = source;
    }

    ImportAnswer send(ImportFile file, ImportProgress progress) throws IOException {
        Service owner = file.collection().owner();
        try (Upload upload =
                upload(file, "application/x-ndjson, application/problem+json;q=0.9", counted(file.path(), progress))) {
            return upload.status() == 200
                    ? ImportAnswer.read(upload.lines(), progress::rowsDone)
                    : ImportAnswer.refused(upload.status(), upload.lines().collect(Collectors.joining("\n")));
        } catch (ConnectException e) {
            throw new LocalProblem(owner.artifact() + " does not answer at " + Welcome.url(folder, owner)
                    + ".\nStart everything first: ./rapport up" + Welcome.options(folder));
        } catch (IOException | UncheckedIOException e) {
            return ImportAnswer.failed("The connection to " + owner.artifact()
                    + " broke. Its log: " + folder.log(owner.artifact())
                    + "\n    Importing the folder again goes on where it ended.");
        }
    }

    /** Sends the file again, which changes nothing, and writes the rows that are not taken, with the reason, into another. */
    void saveRejectedRows(ImportFile file, Path rejected) throws IOException {
        try (Upload upload = upload(file, file.format().mediaType(), Files.newInputStream(file.path()))) {
            if (upload.status() != 200) {
                throw new IOException("The service answered " + upload.status());
            }
            Files.copy(upload.body(), rejected, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Upload upload(ImportFile file, String accept, InputStream content) throws IOException {
        String token = folder.mint().token("import", Set.of("admin"), Map.of(), TOKEN_LIFETIME);
        URI uri = URI.create(Welcome.url(folder, file.collection().owner()) + "/v1/"
                + file.collection().path() + "/imports?source=" + URLEncoder.encode(source, StandardCharsets.UTF_8));
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                file.format().mediaType(),
                "Accept",
                accept);
        return Upload.start(uri, headers, content);
    }

    /** The service takes a file as fast as it works on it, so what has been read of it is how far it is. */
    private static InputStream counted(Path csv, ImportProgress progress) throws IOException {
        return new FilterInputStream(Files.newInputStream(csv)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                progress.bytesSent(Math.max(0, read));
                return read;
            }
        };
    }
}
