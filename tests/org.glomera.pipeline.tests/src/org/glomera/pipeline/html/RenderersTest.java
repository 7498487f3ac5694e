package org.glomera.pipeline.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.Cell.Tone;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Paragraph;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableColumn;
import org.glomera.comparison.page.TableRow;
import org.glomera.pdf.PdfDocuments;
import org.glomera.pipeline.exporting.PageText;
import org.glomera.pipeline.html.HtmlDocument.Section;
import org.glomera.pipeline.html.PageHtml.Medium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenderersTest {

    private static final String HOSTILE = "<script>alert('x')</script> & \"quoted\" </td></table>\u001b[2J\u0007";

    @TempDir
    private Path folder;

    private static Page page(Cell cell) {
        TableBlock table = new TableBlock("t", HOSTILE, HOSTILE, List.of(TableColumn.text(HOSTILE),
                TableColumn.number("n", HOSTILE, 1).in(HOSTILE, HOSTILE)),
                List.of(TableRow.of(List.of(Cell.text(HOSTILE), cell))));
        return new Page("p", HOSTILE, List.of(new Paragraph(Style.VERDICT, HOSTILE), table));
    }

    private static HtmlDocument document(Medium medium, Page page) {
        return new HtmlDocument(HOSTILE, HOSTILE, HOSTILE, HOSTILE, List.of(new Section(page.id(), page.title(),
                new PageHtml(medium, List.of(), new NullProgressMonitor()).section(page))), HOSTILE);
    }

    @ParameterizedTest
    @EnumSource
    void hostileTexts_areTextInHtml(Medium medium) throws Exception {
        Page page = page(Cell.number(1, 1).remarked(HOSTILE));
        String screen = document(medium, page).forScreen();
        assertFalse(screen.contains("<script"), screen);
        assertTrue(screen.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot;"), screen);
        assertEquals(1, screen.split("</table>", -1).length - 1);
        String paper = document(medium, page).forPaper();
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(paper.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hostileTexts_areTextInPdf() throws Exception {
        Path file = folder.resolve("h.pdf");
        PdfDocuments.write(document(Medium.PAPER, page(Cell.number(1, 1))).forPaper(), HOSTILE, file,
                new NullProgressMonitor());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertTrue(new PDFTextStripper().getText(document).contains("<script>alert('x')</script> &"));
        }
    }

    @Test
    void hostileTexts_cannotSteerTheTerminal() {
        for (String line : PageText.lines(page(Cell.number(1, 1).remarked(HOSTILE)), 80)) {
            assertTrue(line.chars().noneMatch(Character::isISOControl), line);
        }
    }

    @Test
    void everyTone_isTellableWithoutColour() {
        List<String> signs = new ArrayList<>();
        for (Tone tone : Tone.values()) {
            if (!Tones.sign(tone).isEmpty()) {
                signs.add(Tones.sign(tone));
            }
        }
        assertEquals(List.of("!", "≠", "=", "*"), signs, "one sign for each tone that is no number's own");
        String html = new TableHtml(new TableBlock("t", "", "", List.of(TableColumn.number("n", "", 1)), List.of(
                TableRow.of(List.of(Cell.number(1, 1).with(Tone.SIGNIFICANT, 1))),
                TableRow.of(List.of(Cell.number(2, 1))))), Map.of(), false).html("c");
        assertTrue(html.contains("1.0<span class=\"sign\">*</span>"), html);
        assertTrue(html.contains("2.0<span class=\"sign\">&#160;</span>"), "its place stays free: " + html);
        assertTrue(html.contains("* significant"), html);
    }

    @Test
    void remarks_standOnceBelowTheTable() {
        TableBlock table = new TableBlock("t", "", "", List.of(TableColumn.number("n", "", 1)), List.of(
                TableRow.of(List.of(Cell.number(Double.NaN, 1).remarked("not found"))),
                TableRow.of(List.of(Cell.number(Double.NaN, 1).remarked("too small"))),
                TableRow.of(List.of(Cell.number(Double.NaN, 1).remarked("not found")))));
        Remarks remarks = Remarks.of(table);
        assertEquals(List.of("a not found", "b too small"), remarks.listed());
        assertEquals("a", remarks.mark(table.rows().get(2).cells().get(0)));
        String html = new TableHtml(table, Map.of(), true).html("c");
        assertEquals(2, html.split("<sup>a</sup>–|–<sup>a</sup>", -1).length - 1);
        assertEquals(1, html.split("<sup>b</sup> too small", -1).length - 1);
    }

    /** Widths are 4 for each heading and 1 for the gap: 5 for the words and 5 for each of six numbers. */
    private static TableBlock wide(String group) {
        List<TableColumn> columns = new ArrayList<>(List.of(TableColumn.text("case")));
        for (int i = 1; i <= 6; i++) {
            columns.add(TableColumn.number("num" + i, "", 0).in(group.isEmpty() ? "" : group + (i + 1) / 2, ""));
        }
        return new TableBlock("t", "", "", columns, List.of(TableRow.of(List.of(Cell.text("A"), Cell.count(1),
                Cell.count(2), Cell.count(3), Cell.count(4), Cell.count(5), Cell.count(6)))));
    }

    @Test
    void aTableThatFits_isNotDivided() {
        // 7 columns of 5 take 35.
        assertEquals(List.of(List.of(0, 1, 2, 3, 4, 5, 6)), new ColumnSplit(wide(""), 35, 20, 1).parts());
    }

    @Test
    void aTableThatIsTooWide_isDividedEvenlyBehindItsFirstColumn() {
        // 34 hold the words and five numbers; two parts of three are more even than five and one.
        assertEquals(List.of(List.of(0, 1, 2, 3), List.of(0, 4, 5, 6)),
                new ColumnSplit(wide(""), 34, 20, 1).parts());
    }

    @Test
    void columnsOfAGroup_stayTogether() {
        // 20 would hold the words and three numbers, but groups are of two.
        assertEquals(List.of(List.of(0, 1, 2), List.of(0, 3, 4), List.of(0, 5, 6)),
                new ColumnSplit(wide("network"), 20, 20, 1).parts());
    }

    @Test
    void longWords_areBrokenAndShortOnesAreNot() {
        assertEquals(List.of("one two", "three", "abcdefgh", "ij"), TextWrap.wrap("one two three abcdefghij", 8));
        assertEquals(List.of(""), TextWrap.wrap("", 8));
    }
}
