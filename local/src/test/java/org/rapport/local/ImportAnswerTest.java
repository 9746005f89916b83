package org.rapport.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportAnswerTest {

    @Test
    void theLastLineSaysWhatBecameOfTheRows() throws IOException {
        List<Long> rows = new ArrayList<>();

        ImportAnswer answer = ImportAnswer.read(
                Stream.of(
                        "{\"progress\":{\"total\":2,\"created\":2,\"updated\":0,\"unchanged\":0,\"rejected\":0}}",
                        "{\"total\":3,\"created\":2,\"updated\":0,\"unchanged\":0,\"rejected\":1,\"errors\":"
                                + "[{\"line\":4,\"column\":\"topic\",\"code\":\"TOPIC_UNKNOWN\",\"detail\":\"No such topic\"}]}"),
                rows::add);

        assertEquals(List.of(2L), rows);
        assertEquals(3, answer.total());
        assertEquals(List.of("line 4, topic: No such topic [TOPIC_UNKNOWN]"), answer.errors());
        assertFalse(answer.isComplete());
    }

    @Test
    void anAnswerThatBreaksOffOrEndsInAProblemIsAFailure() throws IOException {
        String progress = "{\"progress\":{\"total\":2}}";

        assertFalse(ImportAnswer.read(Stream.of(progress), rows -> {}).isComplete());
        assertEquals(
                "It broke",
                ImportAnswer.read(
                                Stream.of(progress, "{\"problem\":{\"status\":503,\"detail\":\"It broke\"}}"),
                                rows -> {})
                        .failure());
    }

    @Test
    void aRefusalNamesEverythingThatIsWrong() {
        String failure = ImportAnswer.refused(
                        422,
                        "{\"title\":\"Invalid\",\"detail\":\"The header is wrong\",\"errors\":"
                                + "[{\"pointer\":\"/id\",\"detail\":\"The file needs this column\"}]}")
                .failure();

        assertTrue(failure.contains("Invalid (422): The header is wrong"), failure);
        assertTrue(failure.contains("/id  The file needs this column"), failure);
        assertTrue(ImportAnswer.refused(502, "<html>").failure().contains("502"));
    }
}
