package org.rapport.bench;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How long an import of many encounters takes, and how much heap the service uses meanwhile: the most of each tenth of the
 * run. The file is made while it is sent.
 *
 * <p>Arguments: the number of encounters (1000000), and the service's folder with {@code quarkus-run.jar}.
 */
public final class EncounterImport {

    private static final String DATABASE = "rapport_events";
    private static final String EVENT = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e";
    private static final int PEOPLE = 2_000;
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final long SAMPLE_MILLIS = 500;

    private static final String FILL = """
            insert into event (id, version, created_at, updated_at, title, starts_at, ends_at, status)
            values ('%1$s', 0, now(), now(), 'Congress', '2026-03-01T08:00:00Z', '2026-03-20T18:00:00Z', 'HELD');
            insert into reference_replica (kind, id, version, gone)
            select 'participant', ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0, false
              from generate_series(0, %2$d - 1) n;
            vacuum analyze""";

    private EncounterImport() {}

    public static void main(String[] args) throws Exception {
        int encounters = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path app = Path.of(args.length > 1 ? args[1] : "events-service/target/quarkus-app");
        Path folder = Scratch.folder();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free(), Ports.free());
                LocalIssuer issuer = LocalIssuer.start(folder, 0, MeasuredService.PASSWORD)) {
            postgres.createDatabase(DATABASE, DATABASE, MeasuredService.PASSWORD);
            try (MeasuredService service = MeasuredService.start(app, folder, DATABASE, postgres, kafka, issuer);
                    Connection connection = postgres.connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                MeasuredClient client = new MeasuredClient(service, issuer);
                client.awaitReady();
                for (String sql : FILL.formatted(EVENT, PEOPLE).split(";\n")) {
                    statement.execute(sql);
                }
                measure(client, encounters);
            }
        }
    }

    private static void measure(MeasuredClient client, int encounters) throws Exception {
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return client.post(
                        "/v1/encounters/imports?source=bench",
                        "text/csv",
                        HttpRequest.BodyPublishers.ofInputStream(() -> new Rows(encounters)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        double[] megabytes = new double[0];
        while (!answer.isDone()) {
            megabytes = Arrays.copyOf(megabytes, megabytes.length + 1);
            megabytes[megabytes.length - 1] = heap(client) / 1e6;
            TimeUnit.MILLISECONDS.sleep(SAMPLE_MILLIS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(answer.get().body());
        System.out.printf(
                Locale.ROOT, "%,d encounters in %.1f s: %,.0f a second%n", encounters, seconds, encounters / seconds);
        for (int tenth = 0; tenth < 10; tenth++) {
            double most = Arrays.stream(megabytes, megabytes.length * tenth / 10, megabytes.length * (tenth + 1) / 10)
                    .max()
                    .orElse(Double.NaN);
            System.out.printf(Locale.ROOT, "tenth %d: heap at most %.0f MB%n", tenth + 1, most);
        }
    }

    private static double heap(MeasuredClient client) throws Exception {
        return client.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The file, row by row. */
    private static final class Rows extends InputStream {

        private final int rows;
        private int row;
        private byte[] line =
                "event,participant_a,participant_b,met_at,duration_seconds,source\n".getBytes(StandardCharsets.UTF_8);
        private int position;

        private Rows(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            return fill() ? line[position++] : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int read = Math.min(length, line.length - position);
            System.arraycopy(line, position, buffer, offset, read);
            position += read;
            return read;
        }

        private boolean fill() {
            if (position == line.length && row < rows) {
                StringBuilder lines = new StringBuilder();
                for (int i = 0; i < 500 && row < rows; i++, row++) {
                    int a = row % PEOPLE;
                    lines.append(EVENT).append(',').append(person(a)).append(',');
                    lines.append(person((a + 1 + row / PEOPLE) % PEOPLE)).append(',');
                    lines.append(START.plusSeconds(row)).append(",40,BADGE\n");
                }
                line = lines.toString().getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            return position < line.length;
        }

        private static String person(int number) {
            return String.format("00000000-0000-7000-8000-%012x", number);
        }
    }
}
