package org.glomera.comparison.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.glomera.chart.Charts;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.StatisticSuite;
import org.glomera.comparison.TestStudies;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of all pages together. */
class PagesTest {

    @TempDir
    Path folder;

    private static void assertSound(Comparison comparison) {
        for (Page page : Pages.all(comparison, ViewOptions.defaults())) {
            Set<String> ids = new HashSet<>();
            page.tables().forEach(table -> assertTrue(ids.add(table.id()), table.id() + " stands twice"));
            page.figures().forEach(figure -> assertTrue(ids.add(figure.id()), figure.id() + " stands twice"));
            page.figures().forEach(figure -> assertTrue(Charts.svg(figure.chart(), figure.width(), figure.height())
                    .startsWith("<svg"), figure.id()));
            assertTrue(!page.blocks().isEmpty(), page.id() + " says nothing");
        }
    }

    @Test
    void theReferenceStudy_hasAPageEach() throws GlomeraException {
        Comparison comparison = TestStudies.reference(folder);
        assertEquals(List.of("overview", "curves", "cases", "distributions", "statistics"),
                Pages.all(comparison, ViewOptions.defaults()).stream().map(Page::id).toList());
        assertSound(comparison);
    }

    @Test
    void everyPage_canBeMadeOfWhateverIsMissing() throws GlomeraException {
        List<String> many = IntStream.range(0, 13).mapToObj(i -> "run" + i).toList();
        assertSound(TestStudies.read(TestStudies.study(folder.resolve("13"), many, 3, (r, i, k) -> i)));
        assertSound(TestStudies.read(TestStudies.study(folder.resolve("one"), List.of("a"), 3, (r, i, k) -> i)));
        assertSound(TestStudies.read(TestStudies.study(folder.resolve("case"), List.of("a", "b"), 1,
                (r, i, k) -> 2)));
        assertSound(TestStudies.read(TestStudies.study(folder.resolve("zero"), List.of("a", "b"), 4,
                (r, i, k) -> 0)));
        assertSound(TestStudies.read(TestStudies.study(folder.resolve("nan"), List.of("a", "b"), 4,
                (r, i, k) -> Double.NaN)));
        StudyFolder study = TestStudies.study(folder.resolve("none"), List.of("a", "b"), 1, (r, i, k) -> 1);
        assertSound(Comparison.ofRuns(study, List.of("a", "b"), null));
        assertSound(Comparison.read(study, "e", StatisticSuite.of(Map.of()), null));
        study.writeCaseResults("e", List.of());
        assertSound(TestStudies.read(study));
        assertSound(TestStudies.read(study).only(List.of()));
    }

    @Test
    void everyNumber_isReadBackTheSameFromTheCsv() throws GlomeraException, IOException {
        Comparison comparison = TestStudies.reference(folder);
        int numbers = 0;
        for (Page page : Pages.all(comparison, ViewOptions.defaults())) {
            for (TableBlock table : page.tables()) {
                List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(table.csv())).getRecords();
                assertEquals(table.rows().size() + 1, rows.size());
                for (int i = 0; i < table.rows().size(); i++) {
                    for (int j = 0; j < table.columns().size(); j++) {
                        double value = table.rows().get(i).cells().get(j).value();
                        if (table.columns().get(j).kind() == TableColumn.Kind.NUMBER && !Double.isNaN(value)) {
                            assertEquals(value, Double.parseDouble(rows.get(i + 1).get(j)), table.id());
                            numbers++;
                        }
                    }
                }
            }
        }
        // 2 x 15 cases with manual, 3 x (automatic, difference) alone are 210
        assertTrue(numbers > 500, numbers + " numbers");
    }

    @Test
    void theOverview_averagesEachNetworkAndShowsOnlyWhatDiffers() throws GlomeraException {
        Comparison comparison = TestStudies.reference(folder);
        Page overview = OverviewPage.of(comparison, ViewOptions.defaults());
        TableBlock networks = overview.table("networks");
        int right = column(networks, "Mean absolute activity difference, right (%)");
        // NumPy: np.abs(100*(a-m)/m).mean() of network 1, right: 5.883474526746572
        assertEquals(5.883474526746572, networks.rows().get(0).cells().get(right).value(), 1e-12);
        assertEquals("5.88", networks.rows().get(0).cells().get(right).text());
        // table D: the last row of network 3 is epoch 56
        assertEquals("56", networks.rows().get(2).cells().get(column(networks, "Reported epoch")).text());
        assertEquals("CT (low and high resolution)", networks.rows().get(2).cells().get(column(networks, "Images"))
                .text());
        List<String> differing = settings(overview);
        assertEquals(List.of("architecture", "modalities", "training.epochs"), differing);
        List<String> all = settings(OverviewPage.of(comparison, ViewOptions.defaults().withOnlyDifferences(false)));
        assertTrue(all.contains("training.loss") && all.size() > differing.size(), all.toString());
    }

    private static List<String> settings(Page overview) {
        return overview.table("configuration").rows().stream().map(row -> row.cells().get(0).text()).toList();
    }

    private static int column(TableBlock table, String heading) {
        return table.columns().stream().map(TableColumn::fullHeading).toList().indexOf(heading);
    }

    @Test
    void aFlaggedCase_isBeyondTheLimitAndOthersAreColouredBySize() throws GlomeraException {
        Comparison comparison = TestStudies.read(TestStudies.study(folder, List.of("a", "b"), 4,
                (run, i, kidneys) -> List.of(-10.5, -5.0, 0.0, Double.NaN).get(i)));
        TableBlock right = CasesPage.of(comparison, ViewOptions.defaults().withFlagPercent(10)).table("cases-right");
        int difference = column(right, "Network a: Difference (%)");
        List<Cell> cells = right.rows().stream().map(row -> row.cells().get(difference)).toList();
        assertEquals(Cell.Tone.FLAGGED, cells.get(0).tone());
        assertEquals(new Cell("−5.00", -5, Cell.Tone.LOW, 0.5, ""), cells.get(1));
        assertEquals(Cell.Tone.PLAIN, cells.get(2).tone());
        assertEquals("not found", cells.get(3).text());
        assertEquals(Cell.Tone.MISSING, cells.get(3).tone());
        assertEquals("case0", right.rows().get(0).caseId());
        assertEquals(Cell.Tone.LOW, CasesPage.of(comparison, ViewOptions.defaults().withFlagPercent(11))
                .table("cases-right").rows().get(0).cells().get(difference).tone());
    }

    @Test
    void aCaseThatOneRunLacks_saysSoInItsCells() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 2, (run, i, kidneys) -> 1);
        List<CaseResult> rows = new ArrayList<>(study.readCaseResults("e"));
        rows.removeIf(row -> row.network().equals("b") && row.caseId().equals("case1"));
        study.writeCaseResults("e", rows);
        TableBlock table = CasesPage.of(TestStudies.read(study), ViewOptions.defaults()).table("cases-left");
        Cell missing = table.rows().get(1).cells().get(column(table, "Network b: Automatic (Bq/ml)"));
        assertEquals("–", missing.text());
        assertEquals("cases.csv has no row of this case for Network b, the left kidney.", missing.remark());
        assertEquals("1000", table.rows().get(1).cells().get(1).text(), "manual is known from the other run");
    }

    @Test
    void anyMeasure_canBeAColumnAndBothKidneysATable() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 1, (run, i, kidneys) -> 1);
        List<CaseResult> rows = new ArrayList<>();
        for (CaseResult row : study.readCaseResults("e")) {
            rows.add(with(row, row.kidneys(), 3.25));
            if (row.kidneys() == Kidneys.LEFT) {
                rows.add(with(row, Kidneys.BOTH, 2.5));
            }
        }
        study.writeCaseResults("e", rows);
        ViewOptions options = ViewOptions.defaults().withCaseMeasures(List.of("hausdorff95_mm_ct"));
        Page page = CasesPage.of(TestStudies.read(study), options.withBothKidneys(true));
        assertEquals(List.of("cases-right", "cases-left", "cases-both"),
                page.tables().stream().map(TableBlock::id).toList());
        TableBlock both = page.table("cases-both");
        int column = column(both, "Network b: 95 % Hausdorff distance, CT grid (mm)");
        assertEquals(2.5, both.rows().get(0).cells().get(column).value());
        assertEquals(2, CasesPage.of(TestStudies.read(study), options).tables().size());
    }

    private static CaseResult with(CaseResult row, Kidneys kidneys, double hausdorff) {
        return new CaseResult(row.network(), row.caseId(), kidneys, row.manual(), row.automatic(),
                row.differencePercent(), row.dice(), row.volumeMlManual(), row.volumeMlAutomatic(),
                Map.of("hausdorff95_mm_ct", hausdorff));
    }

    @Test
    void problems_standOnTheFirstPage() throws GlomeraException {
        Comparison comparison = TestStudies.read(TestStudies.study(folder, List.of("a"), 1, (r, i, k) -> 1));
        List<String> warnings = OverviewPage.of(comparison, ViewOptions.defaults()).blocks().stream()
                .filter(Paragraph.class::isInstance).map(Paragraph.class::cast)
                .filter(each -> each.style() == Paragraph.Style.WARNING).map(Paragraph::text).toList();
        assertNotEquals(List.of(), comparison.problems());
        assertTrue(warnings.containsAll(comparison.problems()));
    }
}
