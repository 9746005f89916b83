package org.rapport.kit.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.xlsx.XlsxSheet;

/** The rows of a workbook's first sheet; a row is as wide as the header, since a sheet has no end to its right. */
final class XlsxRows implements RawRows {

    private final XlsxSheet sheet;
    private int width;

    XlsxRows(InputStream in, long maxBytes) throws IOException {
        sheet = XlsxSheet.receive(in, maxBytes);
    }

    @Override
    public RawRow next() throws IOException {
        XlsxSheet.SheetRow row = sheet.next();
        if (row == null) {
            return null;
        }
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add("");
        }
        width = width == 0 ? cells.size() : width;
        FieldError fault = row.fault() == null ? null : new FieldError("", "ROW_UNREADABLE", row.fault());
        return new RawRow(row.number(), cells, fault, String.join(",", row.cells()));
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
