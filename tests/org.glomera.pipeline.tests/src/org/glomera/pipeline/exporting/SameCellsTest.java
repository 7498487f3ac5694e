package org.glomera.pipeline.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Pages;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableColumn;
import org.glomera.comparison.page.TableColumn.Kind;
import org.glomera.comparison.page.TableRow;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.testing.AllStatistics;
import org.glomera.samples.ReferenceStudy;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terminal, HTML, PDF and CSV show the same cells of the reference study's tables, to the last digit. */
class SameCellsTest {

    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<(td|th scope=\"row\")[^>]*>(.*?)</t[dh]>", Pattern.DOTALL);
    private static final Pattern BESIDE = Pattern.compile("<span class=\"key\".*?</span>|<span class=\"sign\">.*?</span>"
            + "|<sup>.*?</sup>", Pattern.DOTALL);
    /** So wide that no table is divided. */
    private static final int WIDE = 100_000;

    @TempDir
    private static Path folder;
    private static Comparison comparison;
    private static List<Page> pages;

    @BeforeAll
    static void read() throws GlomeraException {
        StudyFolder study = ReferenceStudy.write(folder.resolve("study"), new NullProgressMonitor());
        comparison = Comparison.read(study, ReferenceStudy.EXPERIMENT, AllStatistics.suite(),
                new NullProgressMonitor());
        pages = Pages.all(comparison, ViewOptions.defaults());
        assertTrue(pages.stream().mapToInt(page -> page.tables().size()).sum() >= 8, "tables to compare");
    }

    /** Columns of words that are empty everywhere are not shown. */
    private static List<Integer> shown(TableBlock table) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            if (table.columns().get(i).kind() == Kind.NUMBER || table.rows().stream()
                    .anyMatch(row -> !(row.cells().get(column).text() + row.cells().get(column).remark()).isBlank())) {
                shown.add(i);
            }
        }
        return shown;
    }

    @Test
    void html_hasTheCellsOfEveryTable() throws Exception {
        Path file = folder.resolve("c.html");
        ComparisonExport.html(comparison, ViewOptions.defaults(), file, new NullProgressMonitor());
        String html = Files.readString(file);
        for (Page page : pages) {
            for (TableBlock table : page.tables()) {
                int start = html.indexOf("id=\"" + page.id() + "-" + table.id() + "\"");
                assertTrue(start > 0, page.id() + " " + table.id());
                String body = html.substring(html.indexOf("<tbody>", start), html.indexOf("</tbody>", start));
                List<List<String>> expected = table.rows().stream().map(row -> shown(table).stream()
                        .map(i -> row.cells().get(i).text()).toList()).toList();
                assertEquals(expected, rows(body), table.id());
            }
        }
    }

    private static List<List<String>> rows(String body) {
        List<List<String>> rows = new ArrayList<>();
        Matcher row = ROW.matcher(body);
        while (row.find()) {
            List<String> cells = new ArrayList<>();
            Matcher cell = CELL.matcher(row.group(1));
            while (cell.find()) {
                cells.add(BESIDE.matcher(cell.group(2)).replaceAll("").replace("&lt;", "<").replace("&gt;", ">")
                        .replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
            }
            rows.add(cells);
        }
        return rows;
    }

    @Test
    void text_hasTheNumbersOfEveryRow() {
        for (Page page : pages) {
            List<String> lines = PageText.lines(page, WIDE);
            int from = 0;
            for (TableBlock table : page.tables()) {
                for (TableRow row : table.rows()) {
                    from = lineWith(numbers(table, row), lines, from) + 1;
                }
            }
        }
    }

    private static List<String> numbers(TableBlock table, TableRow row) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).kind() == Kind.NUMBER) {
                numbers.add(row.cells().get(i).text());
            }
        }
        return numbers;
    }

    /** The next line that holds these words in this order. */
    private static int lineWith(List<String> words, List<String> lines, int from) {
        for (int at = from; at < lines.size(); at++) {
            int begin = 0;
            for (String word : words) {
                begin = begin < 0 ? -1 : lines.get(at).indexOf(word, begin);
                begin = begin < 0 ? -1 : begin + word.length();
            }
            if (begin >= 0) {
                return at;
            }
        }
        throw new AssertionError("no line after " + from + " has " + words);
    }

    @Test
    void pdf_hasTheNumbersAndTheVerdict() throws Exception {
        Path file = folder.resolve("c.pdf");
        ComparisonExport.pdf(comparison, ViewOptions.defaults(), file, new NullProgressMonitor());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertTrue(document.getNumberOfPages() > 1, "pages: " + document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (String expected : List.of("smallest mean absolute difference", "5.55\u00a0%", "Published and recomputed",
                    "Table 1.", "Figure 1.")) {
                assertTrue(text.contains(expected), expected);
            }
            for (Page page : pages) {
                for (TableBlock table : page.tables()) {
                    table.rows().forEach(row -> numbers(table, row).forEach(number -> assertTrue(
                            text.contains(number), table.id() + " has " + number)));
                }
            }
        }
    }

    @Test
    void csv_hasTheSameNumbersInWholePrecision() throws Exception {
        Path tables = folder.resolve("csv");
        List<Path> files = ComparisonExport.csv(comparison, ViewOptions.defaults(), tables,
                new NullProgressMonitor());
        int at = 0;
        for (Page page : pages) {
            for (TableBlock table : page.tables()) {
                List<CSVRecord> records = records(files.get(at++));
                assertEquals(table.rows().size() + 1, records.size(), table.id());
                for (int y = 0; y < table.rows().size(); y++) {
                    for (int x = 0; x < table.columns().size(); x++) {
                        check(table.columns().get(x), table.rows().get(y).cells().get(x), records.get(y + 1).get(x));
                    }
                }
            }
        }
        assertEquals(files.size(), at);
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(Files.readString(file, StandardCharsets.UTF_8)),
                CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }

    private static void check(TableColumn column, Cell cell, String csv) {
        if (column.kind() == Kind.TEXT) {
            assertEquals(cell.text(), csv);
        } else if (csv.isEmpty()) {
            assertTrue(Double.isNaN(cell.value()), cell.toString());
        } else if (cell.text().startsWith("<")) {
            assertTrue(Double.parseDouble(csv) < Double.parseDouble(cell.text().substring(1).strip()), cell.toString());
        } else {
            String shown = cell.text().replace('−', '-').replace("+", "");
            int decimals = shown.contains(".") ? shown.length() - shown.indexOf('.') - 1 : 0;
            String rounded = new BigDecimal(Double.parseDouble(csv)).setScale(decimals, RoundingMode.HALF_EVEN)
                    .toPlainString();
            assertEquals(shown, rounded.matches("-0(\\.0*)?") ? rounded.substring(1) : rounded, cell.toString());
        }
    }

    @Test
    void everyFile_hasItsOwnName() throws Exception {
        List<Path> files = ComparisonExport.csv(comparison, ViewOptions.defaults(), folder.resolve("names"),
                new NullProgressMonitor());
        assertEquals(files.size(), files.stream().distinct().count(), () -> Arrays.toString(files.toArray()));
    }
}
