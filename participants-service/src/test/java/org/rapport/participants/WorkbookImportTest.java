package org.rapport.participants;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.table.FileFormat;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.xlsx.XlsxSheet;

/** Workbooks as files to import, and the rows that come back. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WorkbookImportTest {

    private final String source = "s" + UUID.randomUUID();

    @Test
    void aWorkbookIsImportedLikeCsvWithRowAndColumnOfWhatIsWrong() throws IOException {
        Api.importCsv("topics", source, "code,label\n" + source + ",A topic\n");
        byte[] people = workbook(List.of(
                List.of("given_name", "id", "family_name", "left_at"),
                List.of("Łucja", 7, "Quispe", LocalDate.of(2026, 3, 1)),
                List.of(),
                List.of("", 8, "Soto")));
        Api.importFile("participants", source, FileFormat.XLSX, people)
                .statusCode(200)
                .header("Connection", equalTo("close"))
                .body("total", equalTo(2))
                .body("created", equalTo(1))
                .body("errors.line", equalTo(List.of(4)))
                .body("errors.column", equalTo(List.of("given_name")));
        Api.importFile("participants", source, FileFormat.XLSX, people)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(1));
        Api.asOrganiser()
                .when()
                .get("/v1/participants/" + Uuids.imported(source, "participants", "7"))
                .then()
                .body("givenName", equalTo("Łucja"))
                .body("leftAt", equalTo("2026-03-01T23:59:59.999999Z"));
        byte[] needs = workbook(List.of(
                List.of("id", "participant", "topic", "declared_at", "specificity", "urgency", "authority", "benefit"),
                List.of("N1", 7, source, LocalDateTime.of(2026, 1, 15, 10, 30), 1, 2, 3, 4)));
        Api.importFile("needs", source + "&dryRun=true", FileFormat.XLSX, needs).body("created", equalTo(1));
        Api.importFile("needs", source + "&atomic=true", FileFormat.XLSX, needs).body("created", equalTo(1));
        Api.asOrganiser()
                .when()
                .get("/v1/needs/" + Uuids.imported(source, "needs", "N1"))
                .then()
                .body("declaredAt", equalTo("2026-01-15T10:30:00Z"))
                .body("assessment.benefit", equalTo(4));
    }

    @Test
    void aWorkbookThatCannotBeTakenIsAProblem() throws IOException {
        Api.importFile("organisations", source, FileFormat.XLSX, "id,name\nO1,Agua\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errors[0].code", equalTo("NOT_A_WORKBOOK"));
        Api.importFile("organisations", source, FileFormat.XLSX, workbook(List.of(List.of("id", "nmae"))))
                .statusCode(422)
                .body("errors.code", equalTo(List.of("COLUMN_UNKNOWN", "COLUMN_MISSING")));
        Api.importFile("organisations", source, FileFormat.XLSX, workbook(List.of()))
                .statusCode(422)
                .body("errors[0].code", equalTo("HEADER_MISSING"));
        Api.asOrganiser()
                .contentType("application/vnd.ms-excel.sheet.macroEnabled.12")
                .body(new byte[] {1})
                .when()
                .post("/v1/organisations/imports?source=" + source)
                .then()
                .statusCode(415);
    }

    @Test
    void rejectedRowsComeBackAsTheyWereSentWithTheReasonAndGoInWhenRepaired() {
        String csv = "id,name,country\nO1,Agua,PE\nO2,\"Luz, \"\"y\"\" más\",XX\nO3,\nO4,=1+1,XY\n";
        String rejected = rejectedRows(FileFormat.CSV, csv)
                .header("Import-Summary", equalTo("total=4, created=1, updated=0, unchanged=0, rejected=3"))
                .header("Content-Disposition", equalTo("attachment; filename=\"organisations-rejected.csv\""))
                .extract()
                .asString();
        List<String> lines = rejected.lines().toList();
        assertThat(lines.get(0), equalTo("id,name,country,why"));
        assertThat(lines.get(1), containsString("O2,\"Luz, \"\"y\"\" más\",XX,country: must be an ISO 3166-1"));
        assertThat(lines.get(1), endsWith("[COUNTRY_INVALID]"));
        assertThat(lines.get(2), equalTo("\"O3,\",,,\"The row has 2 cells, the header 3 [CELL_COUNT]\""));
        assertThat(lines.get(3), containsString("O4,'=1+1,XY"));
        String repaired = rejected.replace("XX", "BO").replace("XY", "CL").replace("\"O3,\",,", "O3,Sol,");
        assertThat(
                rejectedRows(FileFormat.CSV, repaired)
                        .header("Import-Summary", containsString("created=3"))
                        .extract()
                        .asString(),
                equalTo("id,name,country,why\r\n"));
        Api.asOrganiser()
                .when()
                .get("/v1/organisations/" + Uuids.imported(source, "organisations", "O4"))
                .then()
                .body("name", equalTo("=1+1"));
    }

    @Test
    void rejectedRowsComeAsAWorkbookToThoseWhoWantOne() throws IOException {
        byte[] rejected = rejectedRows(FileFormat.XLSX, "id,name\nO1,Agua\n,Luz\n")
                .extract()
                .asByteArray();
        try (XlsxSheet sheet = XlsxSheet.receive(new ByteArrayInputStream(rejected), 1_000_000)) {
            assertThat(sheet.next().cells(), contains("id", "name", "why"));
            assertThat(sheet.next().cells(), hasItems("", "Luz", "id: The cell must not be empty [ID_REQUIRED]"));
            assertThat(sheet.next(), nullValue());
        }
    }

    private ValidatableResponse rejectedRows(FileFormat wanted, String csv) {
        return Api.asOrganiser()
                .contentType("text/csv")
                .accept(wanted.mediaType().toString())
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .when()
                .post("/v1/organisations/imports?source=" + source)
                .then()
                .statusCode(200);
    }

    private static byte[] workbook(List<List<?>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("first");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    write(sheet, row, column, rows.get(row).get(column));
                }
            }
        }
        return file.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("d/m/yy").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("d/m/yy h:mm").set();
        } else {
            sheet.value(row, column, (String) value);
        }
    }
}
