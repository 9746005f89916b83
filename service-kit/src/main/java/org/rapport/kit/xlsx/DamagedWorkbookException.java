package org.rapport.kit.xlsx;

import java.io.IOException;

/** From here on nothing of a workbook can be believed. */
final class DamagedWorkbookException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedWorkbookException(String what) {
        super(what);
    }

    DamagedWorkbookException(Exception cause) {
        super(cause);
    }
}
