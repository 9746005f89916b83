package org.rapport.participants.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;

/** Broader and narrower topics. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class TaxonomyTest {

    private final String a = "a-" + UUID.randomUUID();
    private final String b = "b-" + UUID.randomUUID();
    private final String c = "c-" + UUID.randomUUID();

    private static UUID define(String code, String broader) {
        return Api.create("/v1/topics", topic(code, broader));
    }

    private static String topic(String code, String broader) {
        return "{\"code\": \"" + code + "\", \"label\": \"A topic\""
                + (broader == null ? "" : ", \"broader\": \"" + broader + "\"") + "}";
    }

    private static String beneath(String broader) {
        return "{\"broader\": \"" + broader + "\"}";
    }

    @Test
    void canBeWalkedFromTheTop() {
        define(a, null);
        define(b, a);
        define(c, b);
        Api.asOrganiser()
                .queryParam("broader", a)
                .when()
                .get("/v1/topics")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of(b)));
        Api.asOrganiser()
                .queryParam("top", true)
                .queryParam("sort", "-createdAt")
                .queryParam("limit", 200)
                .when()
                .get("/v1/topics")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(a))
                .body("items.code", not(hasItem(b)))
                .body("items.broader", everyItem(nullValue()));
    }

    @Test
    void hasNoCycles() {
        UUID top = define(a, null);
        define(b, a);
        define(c, b);
        Api.patch("/v1/topics/" + top, "\"0\"", beneath(c))
                .statusCode(422)
                .body("errors.code", equalTo(List.of("BROADER_CYCLE")))
                .body("errors.pointer", equalTo(List.of("/broader")));
        Api.patch("/v1/topics/" + top, "\"0\"", beneath(a)).body("errors.code", equalTo(List.of("BROADER_IS_ITSELF")));
        Api.patch("/v1/topics/" + top, "\"0\"", "{\"code\": \"" + a + "2\", \"broader\": \"" + b + "\"}")
                .body("errors.code", equalTo(List.of("BROADER_CYCLE")));
        Api.patch("/v1/topics/" + top, "\"0\"", beneath("nowhere"))
                .body("errors.code", equalTo(List.of("BROADER_UNKNOWN")));
    }

    @Test
    void hasNoCyclesThroughFiles() {
        String source = "s" + UUID.randomUUID();
        String header = "code,label,broader\n";
        Api.importCsv(
                        "topics",
                        source,
                        header + a + ",A,\n" + b + ",B," + a + "\n" + c + ",C," + b + "\n" + a + ",A," + c + "\n")
                .body("created", equalTo(3))
                .body("errors.code", equalTo(List.of("BROADER_CYCLE")))
                .body("errors.column", equalTo(List.of("broader")))
                .body("errors.line", equalTo(List.of(5)));
        Api.importCsv("topics", source, header + a + ",A," + b + "\n")
                .body("errors.code", equalTo(List.of("BROADER_CYCLE")));
        Api.importCsv("topics", source, header + b + ",B,\n" + a + ",A," + b + "\n")
                .body("updated", equalTo(2));
    }

    @Test
    void hasNoCyclesThroughChangesAtTheSameMoment() throws Exception {
        int pairs = 8;
        List<Callable<Integer>> changes = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            String one = a + i;
            String other = b + i;
            UUID oneId = define(one, null);
            UUID otherId = define(other, null);
            changes.add(() -> Api.patch("/v1/topics/" + oneId, "\"0\"", beneath(other))
                    .extract()
                    .statusCode());
            changes.add(() -> Api.patch("/v1/topics/" + otherId, "\"0\"", beneath(one))
                    .extract()
                    .statusCode());
        }
        ExecutorService threads = Executors.newFixedThreadPool(changes.size());
        List<Integer> statuses = new ArrayList<>();
        try {
            for (Future<Integer> change : threads.invokeAll(changes)) {
                statuses.add(change.get());
            }
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < pairs; i++) {
            List<Integer> pair = new ArrayList<>(statuses.subList(2 * i, 2 * i + 2));
            pair.sort(null);
            assertThat(pair, equalTo(List.of(200, 422)));
        }
        assertThat(statuses, hasSize(2 * pairs));
    }
}
