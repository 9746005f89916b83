package org.rapport.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A folder of CSV files into the services that own what is in them, in the order in which they refer to each other. */
final class FolderImport {

    static final Map<String, Service> FILES = new LinkedHashMap<>();

    static {
        List.of("organisations", "topics", "participants", "needs", "offers")
                .forEach(file -> FILES.put(file, Service.PARTICIPANTS));
        List.of(
                        "programmes",
                        "projects",
                        "events",
                        "sessions",
                        "registrations",
                        "attendances",
                        "encounters",
                        "commitments")
                .forEach(file -> FILES.put(file, Service.EVENTS));
        List.of("exchanges", "community-activities", "follow-up-answers")
                .forEach(file -> FILES.put(file, Service.EXCHANGES));
    }

    private static final int SHOWN_ERRORS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataFolder folder;
    private final Path directory;
    private final String source;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FolderImport(DataFolder folder, Path directory, String source) {
        this.folder = folder;
        this.directory = directory;
        this.source = source;
    }

    /** Whether every row of every file was taken. */
    boolean run() throws IOException, InterruptedException {
        if (!Files.isDirectory(directory)) {
            throw new LocalProblem("There is no folder " + directory + ".");
        }
        nameIgnoredFiles();
        boolean complete = true;
        boolean any = false;
        for (Map.Entry<String, Service> file : FILES.entrySet()) {
            Path csv = directory.resolve(file.getKey() + ".csv");
            if (Files.exists(csv)) {
                complete &= send(file.getKey(), file.getValue(), csv);
                any = true;
            }
        }
        if (!any) {
            throw new LocalProblem(
                    "The folder " + directory + " holds none of: " + String.join(".csv, ", FILES.keySet()) + ".csv");
        }
        return complete;
    }

    private void nameIgnoredFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .filter(name -> !FILES.containsKey(name.substring(0, name.length() - ".csv".length())))
                    .sorted()
                    .forEach(name -> System.out.println("Ignored, since nothing of this name is imported: " + name));
        }
    }

    private boolean send(String collection, Service service, Path csv) throws IOException, InterruptedException {
        String token = folder.mint().token("import", Set.of("admin"), Map.of(), Duration.ofHours(12));
        URI uri = URI.create(Welcome.url(folder, service) + "/v1/" + collection + "/imports?source="
                + URLEncoder.encode(source, StandardCharsets.UTF_8));
        HttpResponse<String> response;
        try (ProgressBar bar = bar(collection, Files.size(csv))) {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "text/csv")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> counted(csv, bar)))
                    .build();
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new LocalProblem(
                    service.artifact() + " cannot be reached at " + uri.getAuthority() + ".\nStart it: ./rapport up");
        }
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            System.out.printf("%-22s not imported: %s%n", collection, problem(answer));
            return false;
        }
        System.out.printf(
                "%-22s %,9d rows: %,d created, %,d updated, %,d unchanged, %,d rejected%n",
                collection,
                answer.path("total").asLong(),
                answer.path("created").asLong(),
                answer.path("updated").asLong(),
                answer.path("unchanged").asLong(),
                answer.path("rejected").asLong());
        showErrors(csv, answer.path("errors"));
        return answer.path("rejected").asLong() == 0;
    }

    private static void showErrors(Path csv, JsonNode errors) {
        int shown = 0;
        for (JsonNode error : errors) {
            if (shown++ == SHOWN_ERRORS) {
                System.out.println("    ... and " + (errors.size() - SHOWN_ERRORS) + " more");
                return;
            }
            String column = error.path("column").isTextual()
                    ? ", " + error.path("column").asText()
                    : "";
            System.out.println("    " + csv.getFileName() + ":"
                    + error.path("line").asLong() + column + ": "
                    + error.path("code").asText() + " (" + error.path("detail").asText() + ")");
        }
    }

    private static String problem(JsonNode problem) {
        StringBuilder text = new StringBuilder(
                problem.path("title").asText() + ". " + problem.path("detail").asText());
        for (JsonNode error : problem.path("errors")) {
            text.append("\n    ")
                    .append(error.path("pointer").asText())
                    .append(' ')
                    .append(error.path("detail").asText());
        }
        return text.toString();
    }

    private static ProgressBar bar(String task, long bytes) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(bytes)
                .setUnit(" KB", 1024)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .build();
    }

    /** The services take a file as fast as they process it, so what has been read of it is how far they are. */
    private static InputStream counted(Path csv, ProgressBar bar) {
        try {
            return new FilterInputStream(Files.newInputStream(csv)) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int read = super.read(buffer, offset, length);
                    bar.stepBy(Math.max(0, read));
                    return read;
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }
}
