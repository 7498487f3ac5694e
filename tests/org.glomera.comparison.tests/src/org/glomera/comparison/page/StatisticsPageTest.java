package org.glomera.comparison.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import org.glomera.comparison.Analysis;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.ExperimentStatistics;
import org.glomera.comparison.StatisticSuite;
import org.glomera.comparison.StatisticTable.Topic;
import org.glomera.comparison.TestStudies;
import org.glomera.core.GlomeraException;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of statistics: what is compared with what, corrected over which family, and told where it cannot be. */
class StatisticsPageTest {

    private static final double ROUNDING = 1e-12;

    @TempDir
    Path folder;

    private static Cell cell(TableBlock table, int row, String column) {
        return table.rows().get(row).cells().get(table.columns().stream().map(TableColumn::name).toList()
                .indexOf(column));
    }

    private static List<String> texts(TableBlock table, int column) {
        return table.rows().stream().map(row -> row.cells().get(column).text()).toList();
    }

    private static boolean says(Page page, String part) {
        return page.blocks().stream().anyMatch(block -> block instanceof Paragraph text && text.text().contains(part));
    }

    @Test
    void theReferenceStudy_agreesWithSciPy() throws GlomeraException {
        TableBlock table = StatisticsPage.of(TestStudies.reference(folder), ViewOptions.defaults())
                .table("automatic-against-manual-wilcoxon");
        // SciPy 1.17: wilcoxon(np.round(a - m, 10), method='exact').pvalue for networks 1 to 3, right then left
        double[] p = {0.12054443359375, 0.00262451171875, 0.00152587890625, 0.04791259765625, 0.67877197265625,
            0.083251953125};
        // Holm by hand: 6 x 0.001526, 5 x 0.002625, 4 x 0.047913, 3 x 0.083252, then 2 x 0.120544 = 0.241 is raised to
        // 0.249756, and 1 x 0.678772
        double[] holm = {3 * 0.083251953125, 5 * 0.00262451171875, 6 * 0.00152587890625, 4 * 0.04791259765625,
            0.67877197265625, 3 * 0.083251953125};
        for (int i = 0; i < p.length; i++) {
            assertEquals(p[i], cell(table, i, "p").value(), ROUNDING);
            assertEquals(holm[i], cell(table, i, "p (Holm)").value(), ROUNDING);
        }
        assertEquals(List.of("right", "right", "right", "left", "left", "left"), texts(table, 2));
        assertEquals(Cell.Tone.SIGNIFICANT, cell(table, 1, "p (Holm)").tone());
        assertEquals(Cell.Tone.PLAIN, cell(table, 3, "p (Holm)").tone(), "0.048 is not below 0.05 after correction");
        assertTrue(table.title().contains("corrected for 6 comparisons"), table.title());
    }

    @Test
    void atAGlance_repeatsTheNumbersOfTheOtherTables() throws GlomeraException {
        Page page = StatisticsPage.of(TestStudies.reference(folder), ViewOptions.defaults());
        TableBlock glance = page.table("between-networks-short");
        for (int row = 0; row < 6; row++) {
            assertEquals(cell(page.table("between-networks-wilcoxon"), row, "p (Holm)").value(),
                    cell(glance, row, "p (Holm)").value());
            assertEquals(cell(page.table("between-networks-hodges_lehmann"), row, "Estimate, to").value(),
                    cell(glance, row, "Estimate, to").value());
            assertEquals(cell(page.table("between-networks-rank_biserial"), row, "Rank-biserial correlation").value(),
                    cell(glance, row, "Rank-biserial correlation").value());
        }
    }

    @Test
    void aBaseline_isComparedWithEveryOtherNetworkAlone() throws GlomeraException {
        Comparison comparison = TestStudies.reference(folder);
        TableBlock all = StatisticsPage.of(comparison, ViewOptions.defaults()).table("between-networks-wilcoxon");
        assertEquals(6, all.rows().size(), "three pairs, two kidneys");
        Page page = StatisticsPage.of(comparison, ViewOptions.defaults().withBaseline("network2"));
        TableBlock two = page.table("between-networks-wilcoxon");
        assertEquals(List.of("Network 1", "Network 3", "Network 1", "Network 3"), texts(two, 0));
        assertEquals(List.of("Network 2"), texts(two, 1).stream().distinct().toList());
        assertTrue(two.title().contains("corrected for 4 comparisons"), two.title());
        assertTrue(says(page, "Every other network is compared with Network 2."));
        assertTrue(says(StatisticsPage.of(comparison, ViewOptions.defaults().withBaseline("gone")),
                "The baseline 'gone' is not among the networks shown"));
    }

    @Test
    void differencesThatAreAllZero_sayWhyThereIsNoP() throws GlomeraException {
        Comparison comparison = TestStudies.read(TestStudies.study(folder, List.of("a", "b"), 5, (r, i, k) -> 2));
        TableBlock table = StatisticsPage.of(comparison, ViewOptions.defaults()).table("between-networks-wilcoxon");
        assertEquals("–", cell(table, 0, "p").text());
        assertTrue(cell(table, 0, "p").remark().contains("there is no difference other than zero"),
                cell(table, 0, "p").remark());
        assertEquals(5, cell(table, 0, "Zeros").value());
    }

    @Test
    void casesThatOneNetworkLacks_areLeftOutOfThePairAndNamed() throws GlomeraException {
        Comparison comparison = TestStudies.read(TestStudies.study(folder, List.of("a", "b"), 6,
                (run, i, kidneys) -> run.equals("a") && i == 2 ? Double.NaN : run.equals("a") ? i + 1 : 3 * i));
        TableBlock table = StatisticsPage.of(comparison, ViewOptions.defaults())
                .table("between-networks-hodges_lehmann");
        assertEquals(5, cell(table, 0, "n").value());
        assertTrue(table.caption().contains("Left out, since a value is missing: case2."), table.caption());
    }

    @Test
    void assumptions_standBelowEveryTest() throws GlomeraException {
        Page page = StatisticsPage.of(TestStudies.reference(folder), ViewOptions.defaults());
        int test = page.blocks().indexOf(page.table("automatic-against-manual-wilcoxon"));
        assertTrue(page.blocks().get(test + 1) instanceof Paragraph note && note.style() == Paragraph.Style.NOTE
                && note.text().startsWith("Assumed: The cases are independent of each other."));
    }

    @Test
    void aStatisticThatFails_leavesTheOthers() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 3, (run, i, kidneys) -> i);
        Comparison comparison = Comparison.read(study, "e", StatisticSuite.of(Map.of("faulty", table -> {
            throw new IllegalStateException("a defect of a plug-in");
        }, "counting", table -> new StatisticResult("Counting", List.of(), List.of(new Row("a", "", Map.of("cases_seen",
                (double) table.cases().size()), List.of()))))), null);
        Logger expected = Logger.getLogger(Analysis.class.getName());
        expected.setLevel(Level.OFF);
        Page page = StatisticsPage.of(comparison, ViewOptions.defaults());
        expected.setLevel(null);
        String caption = page.table("between-networks-faulty").caption();
        assertTrue(caption.endsWith("Not computed: the statistic failed; the log has the reason."), caption);
        assertEquals(3, cell(page.table("between-networks-counting"), 0, "cases seen").value());
    }

    @Test
    void withoutStatistics_thePageSaysWhatToInstall() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 3, (run, i, kidneys) -> i);
        assertTrue(says(StatisticsPage.of(Comparison.read(study, "e", StatisticSuite.of(Map.of()), null),
                ViewOptions.defaults()), "No statistic is installed."));
    }

    @Test
    void statisticsJson_hasTheSameNumbersAndIsReadBack() throws GlomeraException {
        Comparison comparison = TestStudies.reference(folder);
        ExperimentStatistics written = ExperimentStatistics.of(comparison, ViewOptions.LEVEL, null);
        Path file = folder.resolve(ExperimentStatistics.FILE);
        StudyJson.write(file, written);
        ExperimentStatistics read = StudyJson.read(file, ExperimentStatistics.class);
        assertEquals(written.tables(), read.tables());
        TableBlock shown = StatisticsPage.of(comparison, ViewOptions.defaults()).table("between-networks-wilcoxon");
        List<Row> rows = read.about(Topic.BETWEEN_NETWORKS, "difference_percent", "wilcoxon").stream()
                .flatMap(table -> table.result().rows().stream()).toList();
        assertEquals(6, rows.size());
        IntStream.range(0, 6).forEach(i -> assertEquals(cell(shown, i, "p (Holm)").value(),
                rows.get(i).value("p_holm")));
        assertEquals(List.of(), read.about(Topic.BETWEEN_NETWORKS, "automatic", "wilcoxon"),
                "there is no better or worse activity");
    }
}
