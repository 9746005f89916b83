package org.rapport.kit.importing;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
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

    private final CsvRecords records;
    private boolean begun;

    CsvRows(InputStream in) {
        this.records = new CsvRecords(in);
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
        String[] cells = CELLS.readValue(text);
        return new RawRow(cut.line(), List.of(cells), null, text);
    }

    @Override
    public void close() {
        // the stream is the request's
    }
}
