package org.rapport.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/**
 * How long check-ins take over HTTP while many devices scan at a steady rate, each another person: from the moment when a
 * scan was due, so that waiting behind a slow one counts. Then, how long as many uploads of one and the same scan take, as
 * fast as the devices can.
 *
 * <p>Arguments: the number of devices (64), of scans a second of all of them together (192), of seconds (30) after as many of
 * warm-up, of uploads of one scan (10000), and the service's folder with {@code quarkus-run.jar}.
 */
public final class CheckIns {

    private static final String DATABASE = "rapport_events";
    private static final String EVENT = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e";

    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final String FILL = """
            insert into event (id, version, created_at, updated_at, title, starts_at, ends_at, status)
            values ('%1$s', 0, now(), now(), 'Congress', now() - interval '1 hour', now() + interval '8 hours',
                    'SCHEDULED');
            insert into reference_replica (kind, id, version, gone)
            select 'participant', md5('person' || n)::uuid, 0, false from generate_series(1, %2$d) n;
            insert into registration (id, version, created_at, updated_at, event_id, participant_id, status)
            select md5('registration' || n)::uuid, 0, now(), now(), '%1$s', md5('person' || n)::uuid, 'CONFIRMED'
              from generate_series(1, %2$d) n;
            vacuum analyze""";

    private CheckIns() {}

    public static void main(String[] args) throws Exception {
        int devices = args.length > 0 ? Integer.parseInt(args[0]) : 64;
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 192;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        int uploads = args.length > 3 ? Integer.parseInt(args[3]) : 10_000;
        Path app = Path.of(args.length > 4 ? args[4] : "events-service/target/quarkus-app");
        int people = perSecond * seconds * 2;
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
                for (String sql : FILL.formatted(EVENT, people).split(";\n")) {
                    statement.execute(sql);
                }
                ExecutorService doors = Executors.newFixedThreadPool(devices);
                try {
                    List<String> tokens = tokens(client, doors, people);
                    List<String> warmUp = tokens.subList(0, people / 2);
                    steady(client, doors, devices, perSecond, "warm-up", warmUp);
                    steady(client, doors, devices, perSecond, "check-in", tokens.subList(people / 2, people));
                    repeated(client, doors, devices, uploads, tokens.get(0));
                } finally {
                    doors.shutdownNow();
                }
            }
        }
    }

    private static List<String> tokens(MeasuredClient client, ExecutorService doors, int people) throws Exception {
        List<Future<String>> asked = new ArrayList<>();
        for (int n = 1; n <= people; n++) {
            String path = "/v1/registrations/" + md5("registration" + n) + "/ticket";
            asked.add(doors.submit(() -> token(client, path)));
        }
        List<String> tokens = new ArrayList<>();
        for (Future<String> token : asked) {
            tokens.add(token.get());
        }
        return tokens;
    }

    private static String token(MeasuredClient client, String path) throws Exception {
        HttpResponse<String> answer = client.get(path);
        while (answer.statusCode() == 429) {
            TimeUnit.SECONDS.sleep(1);
            answer = client.get(path);
        }
        return answer.body().split("\"")[3];
    }

    private static void steady(
            MeasuredClient client, ExecutorService doors, int devices, int perSecond, String what, List<String> tokens)
            throws Exception {
        double[] millis = new double[tokens.size()];
        long start = System.nanoTime();
        List<Future<?>> scanning = new ArrayList<>();
        for (int d = 0; d < devices; d++) {
            int device = d;
            scanning.add(doors.submit(() -> {
                for (int i = device; i < tokens.size(); i += devices) {
                    long due = start + i * 1_000_000_000L / perSecond;
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    scan(client, tokens.get(i), device, what + "-" + i);
                    millis[i] = (System.nanoTime() - due) / 1e6;
                }
                return null;
            }));
        }
        for (Future<?> device : scanning) {
            device.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%d devices, %.0f scans a second in %.1f s%n", devices, tokens.size() / seconds, seconds);
        MeasuredClient.print(what, millis);
    }

    private static void repeated(MeasuredClient client, ExecutorService doors, int devices, int uploads, String token)
            throws Exception {
        double[] millis = new double[uploads];
        long start = System.nanoTime();
        List<Future<?>> scanning = new ArrayList<>();
        for (int d = 0; d < devices; d++) {
            int device = d;
            scanning.add(doors.submit(() -> {
                for (int i = device; i < uploads; i += devices) {
                    long sent = System.nanoTime();
                    while (!scan(client, token, 0, "warm-up-0")) {
                        TimeUnit.MILLISECONDS.sleep(100);
                    }
                    millis[i] = (System.nanoTime() - sent) / 1e6;
                }
                return null;
            }));
        }
        for (Future<?> device : scanning) {
            device.get();
        }
        System.out.printf(
                Locale.ROOT, "%,d uploads of one scan in %.1f s%n", uploads, (System.nanoTime() - start) / 1e9);
        MeasuredClient.print("the same scan again", millis);
    }

    /** Whether the service had time for it. */
    private static boolean scan(MeasuredClient client, String token, int device, String nonce) throws Exception {
        HttpResponse<String> answer = client.post(
                "/v1/check-ins",
                "application/json",
                HttpRequest.BodyPublishers.ofString("{\"token\": \"" + token + "\", \"eventId\": \"" + EVENT
                        + "\", \"direction\": \"IN\", \"nonce\": \"" + nonce + "\", \"scannedAt\": \""
                        + START + "\", \"deviceId\": \"door-" + device + "\"}"));
        if (answer.statusCode() == 429) {
            return false;
        }
        if (answer.statusCode() != 200 || !answer.body().contains("\"ACCEPTED\"")) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return true;
    }

    private static UUID md5(String text) throws NoSuchAlgorithmException {
        ByteBuffer digest =
                ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
