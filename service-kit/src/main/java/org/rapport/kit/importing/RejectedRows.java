package org.rapport.kit.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.table.FileFormat;
import org.rapport.kit.table.TableWriter;

/**
 * The rows that were not taken, as they were sent, each with what is wrong with it: a file to repair and send again. It
 * lies on the disk, without a name, until it is the answer.
 */
final class RejectedRows implements Closeable {

    private static final int RETRY_AFTER_SECONDS = 60;

    private final FileChannel file;
    private final TableWriter table;
    private final List<String> header;

    RejectedRows(FileFormat format, String name, List<String> header) throws IOException {
        this.header = header;
        file = FileChannel.open(
                Files.createTempFile("rapport-", ".rejected"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        List<String> columns = new ArrayList<>(header);
        columns.remove(Table.WHY);
        columns.add(Table.WHY);
        table = format.write(Channels.newOutputStream(file), name, columns);
    }

    /** A row that was not cut into the cells of the header stands whole in the first. */
    void add(RawRow row, List<ImportSummary.RowError> errors) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).equals(Table.WHY)) {
                boolean isCut = row.cells().size() == header.size();
                cells.add(isCut ? row.cells().get(i) : cells.isEmpty() ? row.text() : "");
            }
        }
        cells.add(errors.stream().map(RejectedRows::inWords).collect(Collectors.joining("; ")));
        try {
            table.row(cells);
        } catch (IOException e) {
            throw Problems.unavailable("There is no room now for the file of rejected rows", RETRY_AFTER_SECONDS);
        }
    }

    private static String inWords(ImportSummary.RowError error) {
        return (error.column() == null ? "" : error.column() + ": ") + error.detail() + " [" + error.code() + "]";
    }

    void complete() throws IOException {
        table.close();
    }

    void sendTo(OutputStream out) throws IOException {
        try (file) {
            InputStream in = Channels.newInputStream(file.position(0));
            in.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
