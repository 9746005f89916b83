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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;

/** Answers {@code POST /v1/<collection>/imports}, with progress as NDJSON if the client asks for that. */
@ApplicationScoped
public class Imports {

    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";

    private static final String SOURCE_FORM = "[A-Za-z0-9._-]{1,100}";

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final HttpHeaders headers;

    public Imports(EntityManager entityManager, ObjectMapper mapper, HttpHeaders headers) {
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.headers = headers;
    }

    public <R, E extends Aggregate> Response run(RowReader<R, E> reader, ImportParams params, InputStream file) {
        if (params.source == null || !params.source.matches(SOURCE_FORM)) {
            throw Problems.invalidParameter(
                    "source", "Name where the keys of the file come from: letters, digits, '.', '_', '-'");
        }
        ImportRun<R, E> run;
        try {
            CsvTable table = new CsvTable(file, params.source, reader.requiredColumns(), reader.optionalColumns());
            run = new ImportRun<>(entityManager, reader, table, params.mode());
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be received", e);
        }
        if (!wantsProgress()) {
            return Response.ok(run.toEnd(progress -> {}), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        return Response.ok((StreamingOutput) out -> stream(run, out), NDJSON).build();
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
