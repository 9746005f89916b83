package org.rapport.kit.importing;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.DatabaseProblems;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Outcome;

/** One file on its way into the database, a chunk at a time. */
final class ImportRun<R, E extends Aggregate> {

    private static final int CHUNK = 1_000;
    private static final int MAX_ERRORS = 1_000;
    private static final int WHOLE_FILE_TIMEOUT_SECONDS = 3_600;

    private final EntityManager entityManager;
    private final RowReader<R, E> reader;
    private final Table table;
    private final Imports.Mode mode;
    private final BiConsumer<RawRow, List<ImportSummary.RowError>> rejectedRows;

    private long total;
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;
    private final List<ImportSummary.RowError> errors = new ArrayList<>();

    /**
     * An import that has not begun.
     *
     * @param rejectedRows gets each row that is not taken, with what is wrong with it
     */
    ImportRun(
            EntityManager entityManager,
            RowReader<R, E> reader,
            Table table,
            Imports.Mode mode,
            BiConsumer<RawRow, List<ImportSummary.RowError>> rejectedRows) {
        this.entityManager = entityManager;
        this.reader = reader;
        this.table = table;
        this.mode = mode;
        this.rejectedRows = rejectedRows;
    }

    private record Line<R>(RawRow raw, Draft<R> draft) {}

    /** Counts so far. */
    record Progress(long total, long created, long updated, long unchanged, long rejected) {}

    /** Reads the file to its end, and closes it. */
    ImportSummary toEnd(Consumer<Progress> progress) {
        try (table) {
            return importAll(progress);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be received", e);
        }
    }

    private ImportSummary importAll(Consumer<Progress> progress) {
        if (mode == Imports.Mode.GOOD_ROWS) {
            forEachChunk(chunk -> {
                keepGoodRows(chunk);
                progress.accept(progress());
            });
        } else {
            wholeFile(progress);
        }
        return new ImportSummary(total, created, updated, unchanged, rejected, errors);
    }

    /** One transaction around the file: undone if it was only a trial, or if a row was rejected. */
    private void wholeFile(Consumer<Progress> progress) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(WHOLE_FILE_TIMEOUT_SECONDS));
        boolean keep = false;
        try {
            forEachChunk(chunk -> {
                count(chunk, write(chunk));
                progress.accept(progress());
            });
            keep = mode == Imports.Mode.ALL_OR_NOTHING && rejected == 0;
        } finally {
            if (keep) {
                QuarkusTransaction.commit();
            } else {
                QuarkusTransaction.rollback();
            }
        }
        if (mode == Imports.Mode.ALL_OR_NOTHING && rejected > 0) {
            created = 0;
            updated = 0;
            unchanged = 0;
        }
    }

    /** If the database refuses a chunk (a unique value taken meanwhile), its rows are tried one by one to find which. */
    private void keepGoodRows(List<Line<R>> chunk) {
        List<Outcome> outcomes;
        try {
            outcomes = QuarkusTransaction.requiringNew().call(() -> write(chunk));
        } catch (RuntimeException refused) {
            throwIfNotForTheData(refused);
            for (Line<R> line : chunk) {
                keepRow(line);
            }
            return;
        }
        count(chunk, outcomes);
    }

    private void keepRow(Line<R> line) {
        List<Line<R>> one = List.of(line);
        try {
            count(one, QuarkusTransaction.requiringNew().call(() -> write(one)));
        } catch (RuntimeException refused) {
            throwIfNotForTheData(refused);
            DatabaseProblems.errorsOf(refused).forEach(line.draft().errors()::add);
            count(one, List.of(Outcome.REJECTED));
        }
    }

    private static void throwIfNotForTheData(RuntimeException refused) {
        HttpProblem problem = DatabaseProblems.toProblem(refused);
        if (problem.getStatusCode() >= 500) {
            throw problem;
        }
    }

    private List<Outcome> write(List<Line<R>> chunk) {
        List<Outcome> outcomes =
                reader.writer().writeAll(chunk.stream().map(Line::draft).toList());
        entityManager.clear();
        return outcomes;
    }

    /** Reads a chunk while the one before it is written, so that the database does not wait for what needs no database. */
    private void forEachChunk(Consumer<List<Line<R>>> write) {
        ExecutorService reading = Executors.newSingleThreadExecutor(work -> new Thread(work, "import reader"));
        try {
            CompletableFuture<List<Line<R>>> next = CompletableFuture.supplyAsync(this::chunk, reading);
            for (List<Line<R>> chunk = join(next); !chunk.isEmpty(); chunk = join(next)) {
                next = CompletableFuture.supplyAsync(this::chunk, reading);
                write.accept(chunk);
            }
        } finally {
            reading.shutdownNow();
        }
    }

    private static <T> T join(CompletableFuture<T> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private List<Line<R>> chunk() {
        List<Line<R>> chunk = new ArrayList<>(CHUNK);
        try {
            for (Row row = table.next(); row != null; row = table.next()) {
                Draft<R> draft = row.errors().isEmpty()
                                || !row.errors().list().get(0).pointer().isEmpty()
                        ? reader.read(row)
                        : new Draft<>(null, null, row.errors());
                reader.writer().validate(draft);
                chunk.add(new Line<>(row.raw(), draft));
                if (chunk.size() == CHUNK) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be received", e);
        }
        return chunk;
    }

    private void count(List<Line<R>> chunk, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            total++;
            switch (outcomes.get(i)) {
                case CREATED -> created++;
                case UPDATED -> updated++;
                case UNCHANGED -> unchanged++;
                case REJECTED -> {
                    rejected++;
                    note(chunk.get(i));
                }
            }
        }
    }

    private void note(Line<R> line) {
        List<ImportSummary.RowError> ofRow = line.draft().errors().list().stream()
                .map(error -> new ImportSummary.RowError(
                        line.raw().line(), column(error.pointer()), error.code(), error.detail()))
                .toList();
        ofRow.stream().limit(MAX_ERRORS - errors.size()).forEach(errors::add);
        rejectedRows.accept(line.raw(), ofRow);
    }

    /** The column of a field: {@code /participantId} is read from {@code participant}. */
    private String column(String pointer) {
        if (pointer.isEmpty()) {
            return null;
        }
        String name = pointer.substring(pointer.lastIndexOf('/') + 1)
                .replaceAll("([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
        String reference = name.replaceAll("_id$", "");
        return reader.columns().names().contains(reference) ? reference : name;
    }

    private Progress progress() {
        return new Progress(total, created, updated, unchanged, rejected);
    }
}
