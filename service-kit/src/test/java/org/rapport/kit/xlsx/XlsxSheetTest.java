package org.rapport.kit.xlsx;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.problem.Problems;

/** Workbooks as spreadsheets write them, and as nobody should. */
class XlsxSheetTest {

    private static final long MAX = 10_000_000;
    private static final String NUMBER_STYLES = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/>\
            <numFmt numFmtId="165" formatCode="&quot;Day &quot;0[Red]"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>""";

    @Test
    void textNumbersDaysAndTimesReadAsTheyAreShown() throws IOException {
        assertThat(
                cells("""
                        <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>\
                        <c r="D1" t="inlineStr"><is><r><t>in </t></r><r><t>two fonts</t></r><rPh><t>x</t></rPh></is></c></row>\
                        <row r="3"><c r="A3"><v>007</v></c><c r="B3"><v>3.0</v></c><c r="C3"><v>1.5E3</v></c>\
                        <c r="D3" t="b"><v>1</v></c><c r="E3" t="str"><f>A1&amp;B1</f><v>of a formula</v></c></row>\
                        <row><c s="1"><v>46082</v></c><c s="2"><v>46082.604166666664</v></c><c s="3"><v>46082</v></c>\
                        <c s="1" t="s"><v>1</v></c><c s="1"/></row>"""),
                contains(
                        new XlsxSheet.SheetRow(1, List.of("a\rb", "Łukasz", "", "in two fonts"), null),
                        new XlsxSheet.SheetRow(3, List.of("007", "3", "1500", "true", "of a formula"), null),
                        new XlsxSheet.SheetRow(4, List.of("2026-03-01", "2026-03-01T14:30Z", "46082", "a\rb"), null)));
    }

    @Test
    void aFormulaThatCameToNothingIsAFaultOfItsRow() throws IOException {
        List<XlsxSheet.SheetRow> rows =
                cells("<row><c r=\"B1\" t=\"e\"><v>#REF!</v></c></row><row><c><v>1</v></c></row>");
        assertThat(rows.get(0).fault(), equalTo("A formula came to no value: B1 shows #REF!"));
        assertThat(rows.get(1).fault(), nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>",
                "<row r=\"1048577\"><c><v>1</v></c></row>",
                "<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                "<row><c t=\"s\"><v>99</v></c></row>",
                "<row><c t=\"s\"><v>-1</v></c></row>",
                "<row><c><v>1e</v></c></row>",
                "<row><c><v>1</v></row>",
                "<row><c><v>&lol;</v></c></row>"
            })
    void aDamagedSheetEndsWithARowThatSaysSo(String rows) throws IOException {
        List<XlsxSheet.SheetRow> read = cells(rows);
        assertThat(
                read.get(read.size() - 1).fault(),
                equalTo("The workbook is damaged: nothing from this row on could be read"));
    }

    @Test
    void aNumberOfBillionsOfDigitsIsNotSpelledOut() throws IOException {
        assertThat(cells("<row><c><v>1E+999999999</v></c></row>").get(0).cells(), contains("1E+999999999"));
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedBeforeARowIsRead() throws IOException {
        byte[] bomb = workbook(out -> {
            byte[] blank = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            blank[0] = '<';
            blank[1] = 'a';
            blank[blank.length - 1] = '>';
            for (int i = 0; i < 1_000; i++) {
                out.write(blank);
            }
        });
        assertThat(bomb.length < 200_000, is(true));
        assertThat(status(bomb), equalTo(413));
    }

    @Test
    void nestingWithoutEndAndTagsWithoutEndAreRefused() throws IOException {
        byte[] nested = workbook(out -> out.write("<a>".repeat(100_000).getBytes(StandardCharsets.US_ASCII)));
        assertThat(code(nested), equalTo("NOT_A_WORKBOOK"));
        byte[] longTag =
                workbook(out -> out.write(("<a b=\"" + "x".repeat(2_000_000)).getBytes(StandardCharsets.US_ASCII)));
        assertThat(status(longTag), equalTo(413));
    }

    @Test
    void aMillionRowsCostNoMoreMemoryThanOne() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("rows");
            for (int i = 0; i < 1_000_000; i++) {
                sheet.value(i, 0, i);
                if (i % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        int rows = 0;
        try (XlsxSheet sheet = open(file.toByteArray())) {
            while (sheet.next() != null) {
                rows++;
            }
        }
        assertThat(rows, equalTo(1_000_000));
    }

    @Test
    void whatIsNoWorkbookIsToldApart() throws IOException {
        byte[] protectedOne = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
        assertThat(code(protectedOne), equalTo("WORKBOOK_PROTECTED"));
        for (String text : List.of("", "P", "id,name\nO1,Agua\n", "PK\u0003\u0004 and nothing else")) {
            assertThat(code(text.getBytes(StandardCharsets.ISO_8859_1)), equalTo("NOT_A_WORKBOOK"));
        }
        byte[] whole = workbook(out -> {});
        for (int length : List.of(10, whole.length / 2, whole.length - 1)) {
            assertThat(code(java.util.Arrays.copyOf(whole, length)), equalTo("NOT_A_WORKBOOK"));
        }
        Map<String, String> macros = parts("");
        macros.put("xl/vbaProject.bin", "x");
        assertThat(code(zip(macros)), equalTo("WORKBOOK_WITH_MACROS"));
        Map<String, String> noSheet = parts("");
        noSheet.remove("xl/worksheets/sheet1.xml");
        assertThat(code(zip(noSheet)), equalTo("NOT_A_WORKBOOK"));
        assertThat(
                assertThrows(HttpProblem.class, () -> XlsxSheet.receive(new ByteArrayInputStream(whole), 100))
                        .getStatusCode(),
                equalTo(413));
    }

    @Test
    void aWorkbookOfAnotherProgramIsRead() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("first");
            sheet.value(0, 0, "shared");
            sheet.value(0, 1, java.time.LocalDate.of(2026, 3, 1));
            sheet.style(0, 1).format("yyyy-MM-dd").set();
            workbook.newWorksheet("second").value(0, 0, "not this one");
        }
        try (XlsxSheet sheet = open(file.toByteArray())) {
            assertThat(sheet.next().cells(), contains("shared", "2026-03-01"));
            assertThat(sheet.next(), nullValue());
        }
    }

    private static XlsxSheet open(byte[] file) throws IOException {
        return XlsxSheet.receive(new ByteArrayInputStream(file), MAX);
    }

    private static int status(byte[] file) {
        return assertThrows(HttpProblem.class, () -> open(file)).getStatusCode();
    }

    private static String code(byte[] file) {
        return Problems.errorsOf(assertThrows(HttpProblem.class, () -> open(file)))
                .get(0)
                .code();
    }

    private static List<XlsxSheet.SheetRow> cells(String rows) throws IOException {
        List<XlsxSheet.SheetRow> read = new ArrayList<>();
        try (XlsxSheet sheet = open(zip(parts("<worksheet><sheetData>" + rows + "</sheetData></worksheet>")))) {
            for (XlsxSheet.SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                read.add(row);
            }
        }
        assertThat(read.size(), greaterThan(0));
        return read;
    }

    private static Map<String, String> parts(String sheet) {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                relations(
                        "<Relationship Id=\"r\" Type=\"" + office + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + office
                        + "\"><sheets><sheet r:id=\"chart\"/><sheet r:id=\"s1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations("<Relationship Id=\"chart\" Type=\"" + office + "/chartsheet\" Target=\"c.xml\"/>"
                        + "<Relationship Id=\"s1\" Type=\"" + office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"s2\" Type=\"" + office + "/styles\" Target=\"/xl/Styles.xml\"/>"
                        + "<Relationship Id=\"s3\" Type=\"" + office
                        + "/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/>"));
        parts.put("xl/styles.xml", NUMBER_STYLES);
        parts.put("xl/sharedStrings.xml", "<sst><si><t>Łukasz</t></si><si><t>a_x000D_b</t></si></sst>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toByteArray();
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A workbook whose sheet is this. */
    private static byte[] workbook(Content sheet) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            Map<String, String> parts = parts("");
            parts.remove("xl/worksheets/sheet1.xml");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            sheet.writeTo(zip);
        }
        return file.toByteArray();
    }
}
