package org.glomera.comparison.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.glomera.comparison.Comparison;
import org.glomera.comparison.StatisticSuite;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.PublishedPage;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableRow;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.comparison.published.CheckedFigure.Topic;
import org.glomera.core.Kidneys;
import org.glomera.samples.ReferenceStudy;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFiguresTest {

    private static final double ROUNDING = 1e-9;

    @TempDir
    Path folder;

    private Comparison reference() throws Exception {
        Path root = folder.resolve("reference");
        StudyFolder study = ReferenceStudy.isThere(root) ? StudyFolder.open(root) : ReferenceStudy.write(root, null);
        return Comparison.read(study, ReferenceStudy.EXPERIMENT, StatisticSuite.of(Map.of()), null);
    }

    private static CheckedFigure find(List<CheckedFigure> figures, String network, String side, String quantity,
            String value) {
        return figures.stream().filter(each -> each.printed().network().equals(network)
                && each.printed().side().equals(side) && each.printed().quantity().equals(quantity)
                && each.printed().value().equals(value)).findFirst().orElseThrow();
    }

    private static long count(List<CheckedFigure> figures, Topic topic, Agreement agreement) {
        return figures.stream().filter(each -> each.topic() == topic && each.agreement() == agreement).count();
    }

    @Test
    void everyFigureOfTheReferenceStudy_isComputed() throws Exception {
        List<CheckedFigure> figures = PublishedFigures.check(reference());
        assertEquals(29 + 6 + 90, figures.size());
        assertTrue(figures.stream().noneMatch(each -> each.agreement() == Agreement.NOT_COMPUTABLE));
        assertEquals(3, count(figures, Topic.SUMMARY, Agreement.AGREES));
        assertEquals(7, count(figures, Topic.SUMMARY, Agreement.AGREES_WITHIN_ROUNDING));
        assertEquals(19, count(figures, Topic.SUMMARY, Agreement.DIFFERS));
    }

    /**
     * python3 with scipy 1.17 and the samples bundle's activity_concentration.csv: np.std(d, ddof=1) of the
     * differences d of network 2 and 3, right kidneys, gives 12.715384759631364 and 10.756615315075923.
     */
    @Test
    void theSdPrintedForNetworkTwo_isThatOfNetworkThree() throws Exception {
        CheckedFigure figure = find(PublishedFigures.check(reference()), "2", "right", "SD of difference percent",
                "10.8");
        assertEquals(Agreement.DIFFERS, figure.agreement());
        assertEquals(12.715384759631364, figure.value(), ROUNDING);
        assertTrue(figure.remark().contains("that of Network 3 (10.76)"), figure.remark());
    }

    /**
     * python3 with scipy 1.17: scipy.stats.wilcoxon(manual, automatic, method='exact').pvalue of network 1, right
     * kidneys, gives 0.12054443359375, and scipy.stats.ttest_rel 0.09434897204863252.
     */
    @Test
    void thePrintedWilcoxonP_isThatOfThePairedTTest() throws Exception {
        CheckedFigure figure = find(PublishedFigures.check(reference()), "1", "right", "Wilcoxon p", "0.094");
        assertEquals(Agreement.DIFFERS, figure.agreement());
        assertEquals(0.12054443359375, figure.value(), ROUNDING);
        assertEquals("It is the paired t-test's (0.0943), which explains all 5 figures of this kind that differ.",
                figure.remark());
    }

    /**
     * The printed means 3.76, -5.73 and -9.28 are those of 29 of the 30 kidneys: python3,
     * np.delete(d, 29).mean() of the 15 right and 15 left differences d of each network in the table's order gives
     * 3.7629, -5.7267 and -9.2825.
     */
    @Test
    void thePrintedMeans_leaveOutTheLastRowOfTheTables() throws Exception {
        List<CheckedFigure> figures = PublishedFigures.check(reference());
        for (String[] mean : new String[][] {{"1", "3.76"}, {"2", "-5.73"}, {"3", "-9.28"}}) {
            CheckedFigure figure = find(figures, mean[0], "both", "mean difference percent", mean[1]);
            assertEquals(Agreement.DIFFERS, figure.agreement());
            assertTrue(figure.remark().startsWith("It is the mean without the left kidney of case 15 ("),
                    figure.remark());
            assertTrue(figure.remark().endsWith("explains all 3 figures of this kind that differ."), figure.remark());
        }
    }

    @Test
    void theCaseThatAFigureShows_isFoundByItsDifference() throws Exception {
        List<CheckedFigure> figures = PublishedFigures.check(reference());
        String shown = "difference percent of the case shown";
        // (B) is case 10: (65.64 - 63.38) / 63.38 = 3.566 and (57.43 - 54.86) / 54.86 = 4.685
        assertEquals("10", find(figures, "1", "right", shown, "3.56").caseId());
        assertEquals("10", find(figures, "1", "left", shown, "4.68").caseId());
        // (C) is case 14: (10.36 - 10.38) / 10.38 = -0.193 and (11.57 - 12.02) / 12.02 = -3.744
        assertEquals("14", find(figures, "1", "right", shown, "-0.188").caseId());
        assertEquals("14", find(figures, "1", "left", shown, "-3.78").caseId());
        // (A) is labelled network 2, but no case of network 2 has it; case 14 of network 3 has
        CheckedFigure a = find(figures, "2", "left", shown, "-9.21");
        assertEquals(Agreement.DIFFERS, a.agreement());
        assertTrue(a.remark().contains("that of Network 3, case 14"), a.remark());
    }

    /**
     * python3: np.std(p, ddof=1) of the column published_difference_percent of network 1, right kidneys, is 7.2547,
     * which rounds to the printed 7.25; that of the differences of the printed activities is 7.2602, which does not.
     */
    @Test
    void whatAgreesWithinTheRounding_followsFromThePrintedDifferences() throws Exception {
        List<CheckedFigure> figures = PublishedFigures.check(reference()).stream()
                .filter(each -> each.topic() == Topic.SUMMARY
                        && each.agreement() == Agreement.AGREES_WITHIN_ROUNDING).toList();
        assertTrue(figures.stream().allMatch(each -> each.remark().startsWith("It follows from the printed")),
                figures.toString());
        assertEquals("It follows from the printed differences of the cases (7.255).",
                find(figures, "1", "right", "SD of difference percent", "7.25").remark());
    }

    @Test
    void onePrintedDifference_isBeyondAllRounding() throws Exception {
        List<CheckedFigure> figures = PublishedFigures.check(reference());
        assertEquals(9, count(figures, Topic.CASE, Agreement.AGREES));
        assertEquals(80, count(figures, Topic.CASE, Agreement.AGREES_WITHIN_ROUNDING));
        CheckedFigure one = figures.stream().filter(each -> each.topic() == Topic.CASE
                && each.agreement() == Agreement.DIFFERS).findFirst().orElseThrow();
        // 75.98 and 77.71 are printed: at most (77.715 - 75.975) / 75.975 = 2.2902 %, but 2.296 is printed
        assertEquals("2", one.caseId());
        assertEquals(100 * (77.715 - 75.975) / 75.975, one.high(), ROUNDING);
        assertEquals("2.296", one.printed().value());
    }

    @Test
    void everyPrintedDice_isThatOfTheLastEpochAlone() throws Exception {
        List<CheckedFigure> dice = PublishedFigures.check(reference()).stream()
                .filter(each -> each.topic() == Topic.DICE).toList();
        assertTrue(dice.stream().allMatch(each -> each.agreement() == Agreement.AGREES));
        Page page = PublishedPage.of(reference(), ViewOptions.defaults());
        assertTrue(page.blocks().toString().contains("Network 1: 100; Network 2: 100; Network 3: 56."), "epochs that fit both coefficients");
    }

    @Test
    void thePage_showsEveryFigureInOneOfThreeTables() throws Exception {
        Page page = PublishedPage.of(reference(), ViewOptions.defaults());
        assertEquals(List.of(29, 6, 90), page.tables().stream().map(table -> table.rows().size()).toList());
        TableBlock summary = page.table("published");
        assertTrue(page.blocks().toString().contains(
                "\u201cWilcoxon p\u201d: 5 differ; each is the paired t-test's."), page.blocks().toString());
        assertEquals("network1", summary.rows().get(6).run());
        assertEquals("10", summary.rows().get(6).caseId(), "a click on the figure shows its case");
        assertEquals("0.0026", summary.rows().get(2).cells().get(4).text());
    }

    @Test
    void theDocument_showsWhatThePageShows() throws Exception {
        String document = Files.readString(Path.of(System.getProperty("glomera.root"), "docs/reference-study.md"));
        // network, kidney, quantity, published, recomputed, result, remark
        int[] columns = {0, 1, 2, 3, 4, 5, 6};
        for (TableRow row : PublishedPage.of(reference(), ViewOptions.defaults()).table("published").rows()) {
            String line = Arrays.stream(columns).mapToObj(column -> row.cells().get(column).text())
                    .collect(Collectors.joining(" | ", "| ", " |")).replace("|  |", "| |");
            assertTrue(document.contains(line + "\n"), line);
        }
    }

    @Test
    void figuresOfARunThatIsHidden_areNotComputedFromTheOthers() throws Exception {
        List<CheckedFigure> figures = PublishedFigures.check(reference().only(List.of("network1", "network3")));
        assertEquals(Agreement.NOT_COMPUTABLE, find(figures, "2", "left", "Wilcoxon p", "0.716").agreement());
        assertEquals(Agreement.NOT_COMPUTABLE,
                find(figures, "all", "both", "lowest difference percent", "-47.66").agreement());
        assertEquals("network3", find(figures, "3", "both", "mean difference percent", "-9.28").runs().get(0));
    }

    /** Two runs, three cases, right kidneys only; differences of run a: +10, -10, +50 %, of run b: 0, 0, no value. */
    private Comparison own(String... printed) throws Exception {
        List<String> published = new ArrayList<>(List.of("network,side,quantity,value,where"));
        published.addAll(List.of(printed));
        StudyFolder study = StudyFolder.create(folder.resolve("own"), "Own");
        List<CaseResult> rows = new ArrayList<>();
        double[][] automatic = {{110, 180, 450.5}, {100, 200, Double.NaN}};
        double[] manual = {100, 200, 300.25};
        for (int run = 0; run < 2; run++) {
            for (int i = 0; i < 3; i++) {
                rows.add(new CaseResult(run == 0 ? "a" : "b-2", "c" + i, Kidneys.RIGHT, manual[i], automatic[run][i],
                        100 * (automatic[run][i] - manual[i]) / manual[i], 0.9 - 0.1 * i, Double.NaN, Double.NaN,
                        Map.of()));
            }
        }
        study.writeCaseResults("first", rows);
        Files.write(study.experimentFolder("first").resolve("published.csv"), published);
        study.writeExperiment(new ExperimentInfo("first", "First", List.of("a", "b-2"), List.of("c0", "c1", "c2"),
                List.of(), Map.of(), Instant.EPOCH, List.of(), "Bq/ml"));
        return Comparison.read(study, "first", StatisticSuite.of(Map.of()), null);
    }

    @Test
    void anyExperiment_getsItsFiguresByNameOrNumberOfItsRuns() throws Exception {
        List<CheckedFigure> figures = PublishedFigures.check(own("a,right,median of difference percent,10,p. 1",
                "1,right,highest absolute difference percent,50,p. 1", "a,right,mean dice,0.80,p. 2",
                "b-2,right,mean difference percent,0.0,p. 2", "a-b-2,right,p between networks,>0.05,p. 3"));
        // differences 10, -10 and 100 * 150.25 / 300.25 = 50.04 %; Dice 0.9, 0.8, 0.7
        double[] expected = {10, 100 * 150.25 / 300.25, 0.8, 0};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], figures.get(i).value(), ROUNDING, figures.get(i).toString());
        }
        assertEquals(List.of(Agreement.AGREES, Agreement.AGREES, Agreement.AGREES, Agreement.AGREES, Agreement.AGREES),
                figures.stream().map(CheckedFigure::agreement).toList());
        assertEquals("1 kidney has no value and is left out.", figures.get(3).remark());
    }

    @Test
    void whatCannotBeComputed_saysWhyInItsPlace() throws Exception {
        List<CheckedFigure> figures = PublishedFigures.check(own("4,right,Wilcoxon p,0.5,p. 1",
                "a,upper,Wilcoxon p,0.5,p. 1", "a,right,Wilcoxon p,n.s.,p. 1", "a,right,weight of the kidney,5,p. 1",
                "a,left,mean difference percent,5,p. 1", "b-2,right,Wilcoxon p,0.5,p. 1",
                "a,right,difference percent of case c9,5,p. 1", "a,right,test Dice,0.9,p. 1",
                "a,right,SD of weight,0.9,p. 1"));
        assertTrue(figures.stream().allMatch(each -> each.agreement() == Agreement.NOT_COMPUTABLE
                && Double.isNaN(each.value())));
        List<String> named = List.of("'4'", "upper", "'n.s.'", "not known", "too few", "no two values differ", "c9",
                "learning curve", "'weight'");
        for (int i = 0; i < named.size(); i++) {
            assertTrue(figures.get(i).remark().contains(named.get(i)), figures.get(i).remark());
        }
    }
}
