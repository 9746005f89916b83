package org.rapport.kit.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What the numbers in cells stand for: only their format tells a day from a count. */
final class NumberFormats {

    private static final int MAX_STYLES = 65_536;
    private static final int MAX_FORMAT = 255;
    private static final int MAX_DIGITS = 40;
    private static final long MILLIS_OF_DAY = 86_400_000;
    private static final double DAYS_TO_10000 = 2_958_466;

    /** The fixed formats 14 to 22 are dates and times, as are 45 to 47, and those of East Asia from 27 and 50. */
    private static final BitSet FIXED_DATES = new BitSet();

    static {
        FIXED_DATES.set(14, 23);
        FIXED_DATES.set(27, 37);
        FIXED_DATES.set(45, 48);
        FIXED_DATES.set(50, 59);
    }

    private final BitSet dateStyles = new BitSet();
    private final boolean since1904;

    NumberFormats(boolean since1904) {
        this.since1904 = since1904;
    }

    void readStyles(Xml xml) throws IOException {
        Map<String, Boolean> ownFormats = new HashMap<>();
        try (xml) {
            boolean cellFormats = false;
            int style = 0;
            while (xml.next() && style < MAX_STYLES && ownFormats.size() < MAX_STYLES) {
                if (xml.isStart("numFmt")) {
                    String code = xml.attribute("formatCode");
                    ownFormats.put(
                            xml.attribute("numFmtId"), code != null && code.length() <= MAX_FORMAT && isDate(code));
                } else if (xml.isStart("cellXfs")) {
                    cellFormats = true;
                } else if (xml.isEnd("cellXfs")) {
                    cellFormats = false;
                } else if (cellFormats && xml.isStart("xf")) {
                    String format = xml.attribute("numFmtId");
                    dateStyles.set(style++, ownFormats.getOrDefault(format, isFixedDate(format)));
                }
            }
        }
    }

    private static boolean isFixedDate(String format) {
        return format != null && format.matches("[0-9]{1,3}") && FIXED_DATES.get(Integer.parseInt(format));
    }

    /** Whether a format of its own shows days or times: a letter for them outside what is literal. */
    static boolean isDate(String code) {
        return code.replaceAll("\"[^\"]*\"|\\\\.|[_*].|\\[(?![hms]+])[^]]*]", "")
                .matches("(?is).*[ymdhs].*");
    }

    /** A number as people would write it: ISO 8601 in UTC if it is a day or a time, else its digits. */
    String text(String value, String style) throws DamagedWorkbookException {
        try {
            return style != null && dateStyles.get(Integer.parseInt(style)) ? date(value) : digits(value);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new DamagedWorkbookException(e);
        }
    }

    private static String digits(String value) {
        if (value.isEmpty() || value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return value;
        }
        BigDecimal number = new BigDecimal(value).stripTrailingZeros();
        return Math.abs(number.scale()) > MAX_DIGITS ? value : number.toPlainString();
    }

    private String date(String value) {
        double days = value.isEmpty() ? -1 : Double.parseDouble(value);
        if (!(days >= 0 && days < DAYS_TO_10000)) {
            return value;
        }
        long millis = Math.round(days * MILLIS_OF_DAY);
        // in the older system the year 1900 has a 29 February, so that days before it count from one day later
        LocalDate start = since1904
                ? LocalDate.of(1904, 1, 1)
                : days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        LocalDateTime time = start.atStartOfDay().plus(millis, ChronoUnit.MILLIS);
        return millis % MILLIS_OF_DAY == 0 ? time.toLocalDate().toString() : time + "Z";
    }
}
