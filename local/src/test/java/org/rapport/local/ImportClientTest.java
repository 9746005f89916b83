package org.rapport.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.local.embedded.Ports;

@Timeout(60)
class ImportClientTest {

    private static final String PROBLEM = "{\"title\":\"The file cannot be imported\",\"status\":422,"
            + "\"detail\":\"A column is missing\",\"errors\":[{\"pointer\":\"/given_name\",\"detail\":\"Missing\"}]}";

    private final int port = Ports.free();

    @TempDir
    Path folder;

    private Path csv;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        csv = Files.writeString(folder.resolve("participants.csv"), "id,given_name\nP1,Ana\n");
    }

    @Test
    void sendsTheFileAsItIsAndReadsWhatBecameOfItsRows() throws Exception {
        List<String> seen = new ArrayList<>();
        HttpServer service = HttpServer.create(address(), 0);
        service.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            seen.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("{\"progress\":{\"total\":1}}\n{\"total\":2,\"created\":1,\"rejected\":1,".getBytes());
                out.flush();
                out.write(
                        "\"errors\":[{\"line\":3,\"column\":\"id\",\"code\":\"X\",\"detail\":\"Bad\"}]}\n".getBytes());
            }
        });
        service.start();
        try {
            ImportAnswer answer = send("my world");

            assertEquals(
                    List.of("POST /v1/participants/imports?source=my+world", "text/csv", "id,given_name\nP1,Ana\n"),
                    seen);
            assertEquals(2, answer.total());
            assertEquals(1, answer.created());
            assertFalse(answer.isComplete());
            assertEquals(List.of("line 3, id: Bad [X]"), answer.errors());
        } finally {
            service.stop(0);
        }
    }

    @Test
    void savesTheRejectedRowsThatComeForTheSameFile() throws Exception {
        String rows = "id,given_name,why\r\nP2,,given_name: The cell must not be empty\r\n";
        HttpServer service = HttpServer.create(address(), 0);
        service.createContext("/", exchange -> {
            boolean isAsked = "text/csv".equals(exchange.getRequestHeaders().getFirst("Accept"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(isAsked ? 200 : 406, rows.length());
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(rows.getBytes(StandardCharsets.UTF_8));
            }
        });
        service.start();
        try {
            Path rejected = folder.resolve("participants-rejected.csv");

            client("world").saveRejectedRows(file(), rejected);

            assertEquals(rows, Files.readString(rejected));
        } finally {
            service.stop(0);
        }
    }

    @Test
    void tellsWhyALargeFileIsRefusedAfterItsFirstLine() throws Exception {
        Files.write(csv, new byte[30_000_000]);
        try (ServerSocket service = listen()) {
            answerOnce(
                    service,
                    "HTTP/1.1 422 Unprocessable\r\nContent-Length: " + PROBLEM.length() + "\r\n\r\n" + PROBLEM);

            ImportAnswer answer = send("world");

            assertFalse(answer.isComplete());
            assertEquals(
                    "The file cannot be imported (422): A column is missing\n    /given_name  Missing",
                    answer.failure());
        }
    }

    @Test
    void tellsThatAnAnswerBrokeOff() throws Exception {
        try (ServerSocket service = listen()) {
            answerOnce(service, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"pro");

            ImportAnswer answer = send("world");

            assertTrue(answer.failure().contains("participants-service.log"), answer.failure());
        }
    }

    @Test
    void saysWhatToDoIfNothingRuns() {
        LocalProblem problem = assertThrows(LocalProblem.class, () -> send("world"));

        assertTrue(problem.getMessage().contains("./rapport up"), problem.getMessage());
    }

    private ImportAnswer send(String source) throws IOException {
        try (ImportProgress progress = new ImportProgress("participants", Files.size(csv))) {
            return client(source).send(file(), progress);
        }
    }

    private ImportClient client(String source) {
        return new ImportClient(new DataFolder(folder, port), source);
    }

    private ImportFiles.ImportFile file() {
        return new ImportFiles.ImportFile(Collection.PARTICIPANTS, csv, ImportFiles.Format.CSV);
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private ServerSocket listen() throws IOException {
        ServerSocket service = new ServerSocket();
        service.bind(address());
        return service;
    }

    /** Reads the beginning of a request, answers and closes, as a service does that will not take the rest. */
    private static void answerOnce(ServerSocket service, String answer) {
        CompletableFuture.runAsync(() -> {
            try (Socket client = service.accept()) {
                assertTrue(client.getInputStream().read(new byte[1_000]) > 0);
                client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
