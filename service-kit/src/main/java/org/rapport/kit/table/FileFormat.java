package org.rapport.kit.table;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a table can be sent or had as. */
public enum FileFormat {
    CSV(FileFormat.CSV_TYPE),
    XLSX(FileFormat.XLSX_TYPE);

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What a sheet can hold below its header. */
    public static final int MAX_SHEET_ROWS = XlsxTableWriter.MAX_ROWS - 1;

    private final MediaType mediaType;

    FileFormat(String mediaType) {
        this.mediaType = MediaType.valueOf(mediaType);
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** As in file names and in {@code ?format=}. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    public static Optional<FileFormat> of(MediaType type) {
        return Arrays.stream(values())
                .filter(format -> type != null
                        && !type.isWildcardType()
                        && !type.isWildcardSubtype()
                        && format.mediaType.isCompatible(type))
                .findFirst();
    }

    /** The format of the best of the types that a client accepts, if that is a file. */
    public static Optional<FileFormat> preferred(List<MediaType> acceptable) {
        return acceptable.isEmpty() ? Optional.empty() : of(acceptable.get(0));
    }

    /** What the header Content-Disposition says of a file of this name. */
    public String attachment(String name) {
        return "attachment; filename=\"" + name + "." + extension() + "\"";
    }

    /** Begins a table with its header. */
    public TableWriter write(OutputStream out, String name, List<String> header) throws IOException {
        TableWriter writer = this == CSV ? new CsvTableWriter(out) : new XlsxTableWriter(out, name);
        writer.row(header);
        return writer;
    }
}
