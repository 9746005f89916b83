package org.rapport.kit.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/**
 * A workbook of one sheet. Text is written into its cells and not into the table of strings that workbooks share, which
 * would have to be held; ids and times are text, so that no spreadsheet rounds them.
 */
final class XlsxTableWriter implements TableWriter {

    /** With the header. */
    static final int MAX_ROWS = Worksheet.MAX_ROWS;

    private static final int FLUSH_ROWS = 500;

    /** What spreadsheets would read as a character's number, and show that. */
    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxTableWriter(OutputStream out, String name) {
        workbook = new Workbook(out, "Rapport", null);
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (next == MAX_ROWS) {
            throw Problems.of(ProblemType.TOO_LARGE, "A sheet holds no more than " + MAX_ROWS + " rows: ask for CSV");
        }
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(next, column, number);
            } else if (cell != null) {
                String text = Formulas.harmless(cell.toString());
                sheet.inlineString(next, column, LIKE_AN_ESCAPE.matcher(text).replaceAll("_x005F_"));
            }
        }
        next++;
        if (next % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
