package org.rapport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** One run of everything, started by the command as a user would, with all data sets loaded; shared by all tests. */
final class LocalRun {

    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    static final Path WORLD = CHECKOUT.resolve("reporting-service/src/test/resources/world");
    private static final Path SFHH = CHECKOUT.resolve("reporting-service/src/test/resources/sfhh");
    private static final int PORTS_OF_A_RUN = 9;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static LocalRun running;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final Path data;
    private final int portBase;

    private LocalRun() throws IOException, InterruptedException {
        data = Files.createTempDirectory("rapport-e2e");
        portBase = freeBase();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> rapportQuietly("down")));
        require(rapport("demo", "--detach"));
        require(rapport("import", WORLD.toString(), "--source", "world"));
        require(rapport("import", unpacked(SFHH).toString(), "--source", "sfhh"));
    }

    static synchronized LocalRun get() {
        if (running == null) {
            try {
                running = new LocalRun();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    /** What a command said and how it ended. */
    record Result(int exitCode, String output, String errors) {}

    /** Runs {@code ./rapport} on this run's folder and ports. */
    Result rapport(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(CHECKOUT.resolve("rapport").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString(), "--port-base", Integer.toString(portBase)));
        Path errors = Files.createTempFile("rapport", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output, Files.readString(errors));
    }

    synchronized String token(String role) throws IOException, InterruptedException {
        if (!tokens.containsKey(role)) {
            tokens.put(role, rapport("token", "--role", role).output().strip());
        }
        return tokens.get(role);
    }

    String url(int service) {
        return "http://localhost:" + (portBase + service);
    }

    /** The reporting service's address. */
    String reporting() {
        return url(3);
    }

    /** What a service answers an analyst within a time. */
    HttpResponse<String> get(int service, String pathAndQuery, Duration limit)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(service) + pathAndQuery))
                .timeout(limit)
                .header("Authorization", "Bearer " + token("analyst"))
                .header("Accept", "application/json")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What a service answers an organiser who sends it a file. */
    JsonNode send(int service, String pathAndQuery, String csv) throws IOException, InterruptedException {
        return post(service, pathAndQuery, "text/csv", csv);
    }

    /** What a service answers an organiser who sends it an object. */
    JsonNode post(int service, String path, String json) throws IOException, InterruptedException {
        return post(service, path, "application/json", json);
    }

    private JsonNode post(int service, String pathAndQuery, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(service) + pathAndQuery))
                .header("Authorization", "Bearer " + token("organiser"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200 && response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    JsonNode report(String pathAndQuery) throws IOException, InterruptedException {
        HttpResponse<String> response = get(3, "/v1/reports/" + pathAndQuery, Duration.ofSeconds(60));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** The mail that has arrived for an address, as the mailbox keeps it. */
    List<String> mail(String address) throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data.resolve("mailbox"), "*.eml")) {
            for (Path file : files) {
                String mail = Files.readString(file);
                if (mail.contains("\nTo: " + address)) {
                    found.add(mail);
                }
            }
        }
        return found;
    }

    /** The process that the note of this name in the data folder speaks of. */
    ProcessHandle process(String name) throws IOException {
        String note = Files.readString(data.resolve("run").resolve(name + ".pid"));
        return ProcessHandle.of(Long.parseLong(note.split(" ")[0])).orElseThrow();
    }

    ProcessHandle postgres() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
    }

    private static void require(Result result) {
        if (result.exitCode() != 0) {
            throw new AssertionError("The command failed:\n" + result.output() + result.errors());
        }
    }

    private void rapportQuietly(String command) {
        try {
            rapport(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path unpacked(Path folder) throws IOException {
        Path copy = Files.createTempDirectory("rapport-e2e-files");
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".csv.gz")) {
                    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                        Files.copy(in, copy.resolve(name.substring(0, name.length() - ".gz".length())));
                    }
                } else if (name.endsWith(".csv")) {
                    Files.copy(file, copy.resolve(name));
                }
            }
        }
        return copy;
    }

    private static int freeBase() throws IOException {
        for (int base = 21_000; base < 60_000; base += 100) {
            if (allFree(base)) {
                return base;
            }
        }
        throw new IOException("No eight ports in a row are free");
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + PORTS_OF_A_RUN; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
