package org.rapport.kit.importing;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a CSV stream. */
final class CsvRows implements RawRows {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final ObjectReader CELLS = new CsvMapper().readerFor(String[].class);
    private static final int MAX_HEADER = 64 * 1024;

    private final CsvRecords records;
    private final ObjectReader cells;
    private boolean begun;

    CsvRows(InputStream in) {
        this(in, ',');
    }

    private CsvRows(InputStream in, char separator) {
        this.records = new CsvRecords(in, separator);
        this.cells = CELLS.with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /** Rows whose cells a comma separates or, where a comma is in numbers, a semicolon: whatever the header has more of. */
    static CsvRows separatedAsTheHeader(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, MAX_HEADER);
        buffered.mark(MAX_HEADER);
        byte[] start = buffered.readNBytes(MAX_HEADER);
        buffered.reset();
        int semicolons = 0;
        boolean quoted = false;
        for (int i = 0; i < start.length && (quoted || start[i] != '\n'); i++) {
            quoted ^= start[i] == '"';
            if (!quoted) {
                semicolons += start[i] == ';' ? 1 : start[i] == ',' ? -1 : 0;
            }
        }
        return new CsvRows(buffered, semicolons > 0 ? ';' : ',');
    }

    @Override
    public RawRow next() throws IOException {
        CsvRecords.Cut cut = records.next();
        if (cut == null) {
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(cut.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            String lossy = new String(cut.bytes(), StandardCharsets.UTF_8);
            return RawRow.faulty(cut.line(), "NOT_UTF_8", "The row is not UTF-8: save the file as CSV UTF-8", lossy);
        }
        if (!begun) {
            begun = true;
            text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        }
        if (cut.fault() != null) {
            return RawRow.faulty(cut.line(), cut.fault().code, cut.fault().detail, text);
        }
        String[] values = cells.readValue(text);
        return new RawRow(cut.line(), List.of(values), null, text);
    }

    @Override
    public void close() {
        // the stream is the request's
    }
}
