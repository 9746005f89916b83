package org.rapport.kit.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.rest.LongSilence;
import org.rapport.kit.table.FileFormat;

/** Answers {@code POST /v1/<collection>/imports}: with a summary, with progress as NDJSON, or with the rejected rows. */
@ApplicationScoped
public class Imports {

    public static final String NDJSON = "application/x-ndjson";

    private static final String SUMMARY = "Import-Summary";
    private static final String SOURCE_FORM = "[A-Za-z0-9._-]{1,100}";

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final HttpHeaders headers;
    private final UriInfo uriInfo;
    private final LongSilence silence;
    private final long maxWorkbookBytes;

    public Imports(
            EntityManager entityManager,
            ObjectMapper mapper,
            HttpHeaders headers,
            UriInfo uriInfo,
            LongSilence silence,
            @ConfigProperty(name = "rapport.imports.max-workbook-bytes", defaultValue = "268435456")
                    long maxWorkbookBytes) {
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.headers = headers;
        this.uriInfo = uriInfo;
        this.silence = silence;
        this.maxWorkbookBytes = maxWorkbookBytes;
    }

    public <R, E extends Aggregate> Response run(RowReader<R, E> reader, ImportParams params, InputStream file) {
        requireSource(params);
        try {
            return run(reader, params, rows(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be received", e);
        }
    }

    /** Of rows that something else than a file of the collection was made into, with their header. */
    public <R, E extends Aggregate> Response run(RowReader<R, E> reader, ImportParams params, RawRows rows) {
        requireSource(params);
        silence.allow();
        Optional<FileFormat> wanted = FileFormat.preferred(headers.getAcceptableMediaTypes());
        try {
            Table table = new Table(rows, params.source, reader.columns());
            if (wanted.isPresent()) {
                return rejectedRows(reader, table, params.mode(), wanted.get());
            }
            ImportRun<R, E> run = new ImportRun<>(entityManager, reader, table, params.mode(), (row, errors) -> {});
            return wantsProgress()
                    ? Response.ok((StreamingOutput) out -> stream(run, out), NDJSON)
                            .build()
                    : Response.ok(run.toEnd(progress -> {}), MediaType.APPLICATION_JSON_TYPE)
                            .build();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be received", e);
        }
    }

    private static void requireSource(ImportParams params) {
        if (params.source == null || !params.source.matches(SOURCE_FORM)) {
            throw Problems.invalidParameter(
                    "source", "Name where the keys of the file come from: letters, digits, '.', '_', '-'");
        }
    }

    private RawRows rows(InputStream file) throws IOException {
        return FileFormat.of(headers.getMediaType()).orElseThrow() == FileFormat.XLSX
                ? new XlsxRows(file, maxWorkbookBytes)
                : new CsvRows(file);
    }

    /** What was not taken as a file; the counts, known only when it is complete, go in a header (RFC 9651). */
    private <R, E extends Aggregate> Response rejectedRows(
            RowReader<R, E> reader, Table table, Mode mode, FileFormat format) throws IOException {
        String collection = uriInfo.getPathSegments().get(1).getPath();
        RejectedRows rejected = new RejectedRows(format, collection, table.header());
        try {
            ImportSummary summary =
                    new ImportRun<>(entityManager, reader, table, mode, rejected::add).toEnd(progress -> {});
            rejected.complete();
            return Response.ok((StreamingOutput) rejected::sendTo, format.mediaType())
                    .header(SUMMARY, summary.asDictionary())
                    .header(HttpHeaders.CONTENT_DISPOSITION, format.attachment(collection + "-rejected"))
                    .build();
        } catch (IOException | RuntimeException e) {
            rejected.close();
            throw e;
        }
    }

    private boolean wantsProgress() {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> (type.getType() + "/" + type.getSubtype()).equals(NDJSON));
    }

    private <R, E extends Aggregate> void stream(ImportRun<R, E> run, OutputStream out) {
        try {
            writeLine(out, run.toEnd(progress -> writeLine(out, Map.of("progress", progress))));
        } catch (HttpProblem problem) {
            writeLine(out, Map.of("problem", Map.of("status", problem.getStatusCode(), "detail", problem.getDetail())));
        }
    }

    private void writeLine(OutputStream out, Object value) {
        try {
            out.write(line(value));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The client is gone", e);
        }
    }

    private byte[] line(Object value) throws JsonProcessingException {
        return (mapper.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** How much of a file is kept. */
    enum Mode {
        GOOD_ROWS,
        ALL_OR_NOTHING,
        NOTHING
    }
}
