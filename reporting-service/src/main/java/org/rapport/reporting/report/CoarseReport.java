package org.rapport.reporting.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;

/**
 * A report as those get it who aren't analysts. Hiding small cells makes one answer safe; this is for those who compare
 * answers: counts (whole numbers of type long) are told to the nearest multiple of what is few, all else to two digits, in
 * words as in numbers, so that the difference of two answers is of no one in particular.
 */
@JsonSerialize(using = CoarseReport.Writer.class)
record CoarseReport(CsvReport exact, Disclosure disclosure) implements CsvReport {

    /** Rounds while it writes: an answer may be of megabytes, and is given again and again. */
    static final class Writer extends JsonSerializer<CoarseReport> {

        @Override
        public void serialize(CoarseReport report, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(report.exact(), new CoarseGenerator(json, report.disclosure()));
        }
    }
}
