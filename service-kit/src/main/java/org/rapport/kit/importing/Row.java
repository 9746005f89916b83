package org.rapport.kit.importing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.json.Text;
import org.rapport.kit.json.Times;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.table.Formulas;
import org.rapport.kit.validation.Errors;

/** One row of a file: its cells by column, read as what they should be, with every failure noted and none thrown. */
public final class Row {

    private final String source;
    private final RawRow raw;
    private final Map<String, String> cells;
    private final Errors errors = new Errors();

    Row(String source, RawRow raw, Map<String, String> cells) {
        this.source = source;
        this.raw = raw;
        this.cells = cells;
    }

    RawRow raw() {
        return raw;
    }

    /** Where in the file it begins, counted from 1. */
    public long line() {
        return raw.line();
    }

    public Errors errors() {
        return errors;
    }

    /** The text of a cell, or null if it is empty or the file has no such column. */
    public String text(String column) {
        return read(column, Text::normalise);
    }

    public Instant start(String column) {
        return read(column, Times::startOf);
    }

    /** As {@link #start}, but a date alone means the end of that day. */
    public Instant end(String column) {
        return read(column, Times::endOf);
    }

    public Integer integer(String column) {
        return wholeNumber(column, Integer::valueOf);
    }

    /** As {@link #integer}, of up to 63 bits. */
    public Long longInteger(String column) {
        return wholeNumber(column, Long::valueOf);
    }

    private <T> T wholeNumber(String column, Function<String, T> parse) {
        return read(column, text -> {
            try {
                return parse.apply(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Must be a whole number", e);
            }
        });
    }

    public <T extends Enum<T>> T constant(String column, Class<T> type) {
        return read(column, text -> oneOf(text, type));
    }

    /** Several constants, with spaces between them; none if the cell is empty. */
    public <T extends Enum<T>> List<T> constants(String column, Class<T> type) {
        return several(column, text -> oneOf(text, type));
    }

    private static <T extends Enum<T>> T oneOf(String text, Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** The id of a thing that the cell names by its UUID or by its key at the source. */
    public UUID reference(String column, String collection) {
        return read(column, key -> idOf(collection, key));
    }

    /** Several ids, with spaces between them; none if the cell is empty. */
    public List<UUID> references(String column, String collection) {
        return several(column, key -> idOf(collection, key));
    }

    private UUID idOf(String collection, String key) {
        return Uuids.isCanonical(key) ? UUID.fromString(key) : Uuids.imported(source, collection, key);
    }

    private <T> List<T> several(String column, Function<String, T> parse) {
        List<T> parts = read(
                column,
                text -> Arrays.stream(text.strip().split("\\s+")).map(parse).toList());
        return parts == null ? List.of() : parts;
    }

    /** The id of this row's own thing, from the parts of its natural key; null if one of those could not be read. */
    public UUID id(String collection, Object... naturalKey) {
        StringBuilder key = new StringBuilder();
        for (Object part : naturalKey) {
            key.append(key.isEmpty() ? "" : "/").append(part == null ? "" : part);
        }
        return Uuids.imported(source, collection, key.toString());
    }

    private <T> T read(String column, Function<String, T> parse) {
        String cell = cells.get(column);
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(Formulas.restored(cell));
        } catch (IllegalArgumentException e) {
            errors.add("/" + column, column.toUpperCase(Locale.ROOT) + "_INVALID", e.getMessage());
            return null;
        }
    }
}
