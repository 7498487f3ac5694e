package org.glomera.comparison.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.StatisticSuite;
import org.glomera.comparison.TestStudies;
import org.glomera.core.GlomeraException;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of one comparison compute together, and that they give up when they are to. */
class ComputedOnceTest {

    @TempDir
    Path folder;

    private final List<PairedTable> computed = Collections.synchronizedList(new ArrayList<>());
    private Runnable atEach = () -> {
    };

    /** The test and the agreement of the program, which note what they are asked for. */
    private Comparison comparison() throws GlomeraException {
        Map<String, Statistic> noting = new LinkedHashMap<>();
        TestStudies.statistics().all().forEach((id, statistic) -> {
            if (id.equals("wilcoxon") || id.equals("bland_altman")) {
                noting.put(id, table -> noted(statistic, table));
            }
        });
        assertEquals(2, noting.size());
        return Comparison.read(TestStudies.study(folder.resolve("study"), List.of("a", "b", "c"), 6,
                (run, i, kidneys) -> run.charAt(0) + i), TestStudies.EXPERIMENT, StatisticSuite.of(noting), null);
    }

    private StatisticResult noted(Statistic statistic, PairedTable table) {
        computed.add(table);
        atEach.run();
        return statistic.compute(table);
    }

    @Test
    void verdictAndPages_askForEachStatisticOnce() throws GlomeraException {
        Comparison comparison = comparison();
        ViewOptions options = ViewOptions.defaults();
        List<Page> pages = Pages.all(comparison, options);
        // right and left: the test against manual and between networks, the agreement with manual
        assertEquals(6, computed.size());
        assertEquals(pages, Pages.all(comparison, options));
        assertEquals(6, computed.size());
        // another measure is tested between networks; what is known of the activity stays
        Pages.all(comparison, options.withMeasure("dice"));
        assertEquals(8, computed.size());
        // another baseline is another table
        Pages.all(comparison, options.withBaseline("b"));
        assertEquals(10, computed.size());
    }

    @Test
    void pages_areTheSameAsComputedEachByItself() throws GlomeraException {
        Comparison comparison = comparison();
        ViewOptions options = ViewOptions.defaults();
        List<Page> together = Pages.all(comparison, options);
        List<String> all = comparison.runs().stream().map(run -> run.name()).toList();
        assertEquals(List.of(OverviewPage.of(comparison.only(all), options),
                DistributionsPage.of(comparison.only(all), options), StatisticsPage.of(comparison.only(all), options)),
                List.of(together.get(0), together.get(3), together.get(4)));
    }

    @Test
    void cancelling_endsTheComputationBeforeTheNextStatistic() throws GlomeraException {
        Comparison comparison = comparison();
        NullProgressMonitor monitor = new NullProgressMonitor();
        atEach = () -> monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> Pages.all(comparison, ViewOptions.defaults(), monitor));
        // right and left may be computed side by side
        assertTrue(computed.size() <= 2, "computed " + computed.size());
        assertThrows(OperationCanceledException.class,
                () -> StatisticsPage.of(comparison, ViewOptions.defaults(), monitor));
        assertThrows(OperationCanceledException.class,
                () -> DistributionsPage.of(comparison, ViewOptions.defaults(), monitor));
    }

    @Test
    void percentSigns_stayWithTheirNumbers() throws GlomeraException {
        Page overview = Pages.all(comparison(), ViewOptions.defaults()).get(0);
        Paragraph verdict = (Paragraph) overview.blocks().get(0);
        assertTrue(verdict.text().contains("\u00a0%"), verdict.text());
        for (Block block : overview.blocks()) {
            if (block instanceof Paragraph paragraph) {
                assertTrue(!paragraph.text().matches(".*[0-9] %.*"), paragraph.text());
            }
        }
    }
}
