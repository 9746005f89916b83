package org.rapport.kit.importing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rapport.kit.table.FileFormat;
import org.rapport.kit.table.Formulas;
import org.rapport.kit.table.TableWriter;

/** What is written as a file is read from it, whatever people have typed, and no cell begins a formula. */
class FileLawsTest {

    private static final List<String> HEADER = List.of("a", "b", "c");

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll FileFormat format, @ForAll("tables") List<List<String>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = format.write(file, "table", HEADER)) {
            for (List<String> row : rows) {
                table.row(row);
            }
        }
        try (RawRows read = read(format, file.toByteArray())) {
            assertThat(read.next().cells(), equalTo(HEADER));
            for (List<String> row : rows) {
                List<String> cells = new ArrayList<>();
                read.next().cells().forEach(cell -> cells.add(Formulas.restored(cell)));
                assertThat(cells, equalTo(row));
            }
            assertThat(read.next(), nullValue());
        }
    }

    @Property
    void noCellIsTakenForAFormula(@ForAll("texts") String text) {
        String harmless = Formulas.harmless(text);
        assertThat(harmless.matches("(?s)[=+@\t\r-].*"), equalTo(false));
    }

    private static RawRows read(FileFormat format, byte[] file) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        return format == FileFormat.CSV ? new CsvRows(in) : new XlsxRows(in, file.length);
    }

    /** No row is blank, since blank rows are passed over. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> key =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(5);
        Arbitrary<String> cell = Arbitraries.oneOf(Arbitraries.just(""), texts());
        return Combinators.combine(key, cell, cell).as(List::of).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("='+-@\t\r\n\",;_x0041 <&>'ŁñЖ漢")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank());
    }
}
