package org.rapport.kit.xlsx;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** The first sheet of a workbook, row by row: its cells as text, formulas by the value that they had when it was saved. */
public final class XlsxSheet implements Closeable {

    private static final int MAX_ROWS = 1_048_576;
    private static final int MAX_COLUMNS = 1_000;
    private static final int MAX_SHEETS = 1_000;
    private static final String DAMAGED = "The workbook is damaged: nothing from this row on could be read";

    /** How a workbook spells a character that XML does not have. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Parts parts;
    private final NumberFormats formats;
    private final SharedStrings strings;
    private final Xml sheet;
    private int number;
    private boolean ended;

    private XlsxSheet(Parts parts) throws IOException {
        this.parts = parts;
        String workbook = relations("/").of("officeDocument");
        Relations relations = relations(workbook);
        String first = null;
        boolean since1904 = false;
        try (Xml xml = part(workbook)) {
            while (first == null && xml.next()) {
                if (xml.isStart("workbookPr")) {
                    String date1904 = xml.attribute("date1904");
                    since1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (xml.isStart("sheet")) {
                    first = relations.sheet(xml.attribute("id"));
                }
            }
        }
        formats = new NumberFormats(since1904);
        String styles = relations.of("styles");
        if (styles != null) {
            formats.readStyles(part(styles));
        }
        sheet = part(first);
        String shared = relations.of("sharedStrings");
        strings = shared == null ? SharedStrings.none() : SharedStrings.read(part(shared));
        sheet.nextStart("sheetData");
    }

    /**
     * A row that holds something.
     *
     * @param number as spreadsheets show it
     * @param cells up to the last that is not empty; the empty ones are empty text
     * @param fault why it cannot be read, or null
     */
    public record SheetRow(int number, List<String> cells, String fault) {}

    /** Receives a workbook of up to so many bytes; throws a problem if it is none, or holds what must not be taken. */
    public static XlsxSheet receive(InputStream in, long maxBytes) throws IOException {
        Parts parts = Parts.receive(in, maxBytes);
        try {
            return new XlsxSheet(parts);
        } catch (DamagedWorkbookException | ZipException | EOFException e) {
            parts.close();
            throw Parts.notAWorkbook();
        } catch (RuntimeException | IOException e) {
            parts.close();
            throw e;
        }
    }

    /** The next row, or null at the end. A damaged workbook ends with a row that says so. */
    public SheetRow next() throws IOException {
        try {
            while (!ended) {
                ended = !(sheet.next() && !sheet.isEnd("sheetData"));
                if (!ended && sheet.isStart("row")) {
                    SheetRow row = row();
                    if (row.fault() != null || !row.cells().isEmpty()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (DamagedWorkbookException | ZipException | EOFException e) {
            ended = true;
            return new SheetRow(number + 1, List.of(), DAMAGED);
        }
    }

    private SheetRow row() throws IOException {
        int stated = stated(sheet.attribute("r"), number + 1);
        if (stated <= number || stated > MAX_ROWS) {
            throw new DamagedWorkbookException("rows out of order");
        }
        List<String> cells = new ArrayList<>();
        String fault = null;
        int column = 0;
        while (sheet.next() && !sheet.isEnd("row")) {
            if (!sheet.isStart("c")) {
                continue;
            }
            String address = sheet.attribute("r");
            column = column(address, column + 1);
            boolean isError = "e".equals(sheet.attribute("t"));
            String text = cell();
            if (isError) {
                fault = "A formula came to no value: " + (address == null ? "" : address + " shows ") + text;
            }
            if (text.isBlank()) {
                continue;
            }
            if (column > MAX_COLUMNS) {
                fault = "The row has more than " + MAX_COLUMNS + " cells";
                continue;
            }
            while (cells.size() < column) {
                cells.add("");
            }
            cells.set(column - 1, text);
        }
        number = stated;
        return new SheetRow(number, cells, fault);
    }

    private String cell() throws IOException {
        String type = sheet.attribute("t");
        String style = sheet.attribute("s");
        String value = "";
        while (sheet.next() && !sheet.isEnd("c")) {
            if (sheet.isStart("v")) {
                value = sheet.text();
            } else if (sheet.isStart("is")) {
                value = sheet.richText();
            } else if (sheet.isStart("f")) {
                sheet.text();
            }
        }
        if (type == null || type.equals("n")) {
            return formats.text(value, style);
        }
        return switch (type) {
            case "s" -> value.isEmpty() ? "" : unescaped(strings.get(stated(value, -1)));
            case "b" -> value.equals("1") ? "true" : "false";
            default -> unescaped(value);
        };
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))))
                : text;
    }

    private static int stated(String text, int otherwise) throws DamagedWorkbookException {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new DamagedWorkbookException(e);
        }
    }

    /** The column of an address such as {@code AB12}, counted from 1. */
    private static int column(String address, int otherwise) throws DamagedWorkbookException {
        if (address == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            char letter = address.charAt(i);
            if (letter < 'A' || letter > 'Z' || i == "XFD".length()) {
                throw new DamagedWorkbookException("no such column");
            }
            column = column * 26 + letter - 'A' + 1;
        }
        if (column < otherwise) {
            throw new DamagedWorkbookException("cells out of order");
        }
        return column;
    }

    private Xml part(String name) throws IOException {
        if (name == null) {
            throw Parts.notAWorkbook();
        }
        parts.check(name);
        return new Xml(parts.open(name));
    }

    /** What a part refers to; the workbook as a whole has no name but {@code /}. */
    private Relations relations(String part) throws IOException {
        if (part == null) {
            throw Parts.notAWorkbook();
        }
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        List<Relation> relations = new ArrayList<>();
        try (Xml xml = part(folder + "_rels/" + part.substring(folder.length()) + ".rels")) {
            while (relations.size() < MAX_SHEETS && xml.nextStart("Relationship")) {
                if (xml.attribute("Type") != null && xml.attribute("Target") != null) {
                    relations.add(new Relation(
                            xml.attribute("Id"), xml.attribute("Type"), resolved(folder, xml.attribute("Target"))));
                }
            }
        }
        return new Relations(relations);
    }

    private static String resolved(String folder, String target) throws DamagedWorkbookException {
        try {
            return URI.create(folder).resolve(target).getPath();
        } catch (IllegalArgumentException e) {
            throw new DamagedWorkbookException(e);
        }
    }

    private record Relation(String id, String type, String target) {}

    private record Relations(List<Relation> all) {

        /** The only one of this type, or null. */
        String of(String type) {
            return target(relation -> relation.type().endsWith("/" + type));
        }

        /** The sheet with this id; null if it is none of rows, but a chart. */
        String sheet(String id) {
            return target(relation -> relation.type().endsWith("/worksheet") && Objects.equals(relation.id(), id));
        }

        private String target(Predicate<Relation> condition) {
            return all.stream()
                    .filter(condition)
                    .map(Relation::target)
                    .findFirst()
                    .orElse(null);
        }
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        strings.close();
        parts.close();
    }
}
