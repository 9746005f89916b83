package org.rapport.kit.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.rest.LimitedInputStream;

/** The zip that a workbook is. It must be a file, since what is in it stands at its end. */
final class Parts implements Closeable {

    static final long MAX_PART = 2_000_000_000;

    /** Sheets of equal rows shrink to a fiftieth or so; bombs to a thousandth. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 16_000_000;
    private static final int MAX_PARTS = 10_000;

    /** Between two tags stands one cell's text at most, and in a tag no more. */
    private static final int MAX_BETWEEN_TAGS = 1_000_000;

    private static final String TOO_MUCH = "The workbook unpacks to more than is taken: send CSV";

    private static final int ZIP = 0x504B0304;
    private static final int OLE2 = 0xD0CF11E0;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private Parts(ZipFile zip) {
        this.zip = zip;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            entries.put(name(entry.getName()), entry);
        }
    }

    /** Receives a workbook, or throws a problem if it is larger than this or not a workbook without macros. */
    static Parts receive(InputStream in, long maxBytes) throws IOException {
        Path file = Files.createTempFile("rapport-", ".xlsx");
        try {
            spool(in, file, maxBytes);
            requireZip(file);
            return open(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void spool(InputStream in, Path file, long maxBytes) throws IOException {
        InputStream limited = new LimitedInputStream(
                in, maxBytes, "A workbook may have " + maxBytes / 1_000_000 + " MB: send CSV, which has no limit");
        byte[] buffer = new byte[64 * 1024];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int read = limited.read(buffer); read >= 0; read = limited.read(buffer)) {
                write(out, ByteBuffer.wrap(buffer, 0, read));
            }
        }
    }

    /** A disk that is full is no fault of the file. */
    static void write(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw Problems.unavailable("There is no room now to unpack a workbook", 60);
        }
    }

    private static void requireZip(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(Integer.BYTES);
        }
        int magic = head.length < Integer.BYTES ? 0 : ByteBuffer.wrap(head).getInt();
        if (magic == OLE2) {
            throw Problems.invalid(
                    "",
                    "WORKBOOK_PROTECTED",
                    "The workbook is protected by a password, or of the old format .xls: save it as .xlsx without one");
        }
        if (magic != ZIP) {
            throw notAWorkbook();
        }
    }

    private static Parts open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw notAWorkbook();
        }
        try {
            if (zip.size() > MAX_PARTS) {
                throw tooMuch();
            }
            Parts parts = new Parts(zip);
            parts.requireNoMacros();
            return parts;
        } catch (RuntimeException | Error e) {
            zip.close();
            throw e;
        }
    }

    private void requireNoMacros() {
        for (String name : entries.keySet()) {
            if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
                throw Problems.invalid("", "WORKBOOK_WITH_MACROS", "The workbook holds macros: save it as .xlsx");
            }
        }
    }

    boolean has(String part) {
        return entries.containsKey(name(part));
    }

    /** Whether the part expands to more than it may, or holds what no spreadsheet writes: known before a row is read. */
    void check(String part) throws IOException {
        try (InputStream in = open(part)) {
            byte[] buffer = new byte[64 * 1024];
            int sinceTag = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    sinceTag = buffer[i] == '<' ? 0 : sinceTag + 1;
                    if (sinceTag > MAX_BETWEEN_TAGS) {
                        throw tooMuch();
                    }
                }
            }
        } catch (ZipException e) {
            throw notAWorkbook();
        }
    }

    /** The part's content, which ends with a problem where it grows beyond measure. */
    InputStream open(String part) throws IOException {
        ZipEntry entry = entries.get(name(part));
        if (entry == null) {
            throw notAWorkbook();
        }
        long limit = Math.min(MAX_PART, Math.max(RATIO_COUNTS_FROM, entry.getCompressedSize() * MAX_RATIO));
        try {
            return new LimitedInputStream(zip.getInputStream(entry), limit, TOO_MUCH);
        } catch (ZipException e) {
            throw notAWorkbook();
        }
    }

    /** Names are compared as OPC has it: whatever their case, with or without a slash at the head. */
    private static String name(String part) {
        return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
    }

    static RuntimeException notAWorkbook() {
        return Problems.invalid("", "NOT_A_WORKBOOK", "The file is not an XLSX workbook, or it is damaged");
    }

    static RuntimeException tooMuch() {
        return Problems.of(ProblemType.TOO_LARGE, TOO_MUCH);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
