package org.rapport.reporting.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a report as a table {@code section,key,field,value} (RFC 4180): the same content as the JSON, value by value. */
@Provider
@Produces(CsvReportWriter.TEXT_CSV)
public class CsvReportWriter implements MessageBodyWriter<CsvReport> {

    public static final String TEXT_CSV = "text/csv";

    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumn("section")
            .addColumn("key")
            .addColumn("field")
            .addColumn("value")
            .setUseHeader(true)
            .setLineSeparator("\r\n")
            .build();

    /** What a spreadsheet would take for a formula if a cell began with it. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final CsvMapper CSV = new CsvMapper();

    private final ObjectMapper json;

    @Inject
    public CsvReportWriter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return CsvReport.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            CsvReport report,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        List<String[]> lines = new ArrayList<>();
        flatten(json.valueToTree(report), List.of(), lines);
        SequenceWriter writer = CSV.writer(SCHEMA).writeValues(out);
        writer.writeAll(lines);
        writer.flush();
    }

    private static void flatten(JsonNode node, List<String> path, List<String[]> lines) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                flatten(field.getValue(), append(path, field.getKey()), lines);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(node.get(i), append(path, nameOf(node.get(i), i)), lines);
            }
        } else {
            lines.add(new String[] {
                part(path, 0),
                part(path, 1),
                String.join(".", path.subList(Math.min(2, path.size()), path.size())),
                text(node)
            });
        }
    }

    /** An element of a list goes by what identifies it, else by its number. */
    private static String nameOf(JsonNode element, int index) {
        for (String name : List.of("key", "level", "comparison", "group", "name", "rung", "kind")) {
            if (element.hasNonNull(name)) {
                return harmless(element.get(name).asText());
            }
        }
        return Integer.toString(index + 1);
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static String part(List<String> path, int index) {
        return index < path.size() ? path.get(index) : "";
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isTextual() ? harmless(value.textValue()) : value.asText();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
