package org.glomera.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the verdict says what the numbers support, and no more. */
class VerdictTest {

    private static final double LEVEL = 0.05;

    @TempDir
    Path folder;

    private Verdict verdict(List<String> runs, int cases, TestStudies.Difference difference) throws GlomeraException {
        return Verdict.of(TestStudies.read(TestStudies.study(folder, runs, cases, difference)), LEVEL);
    }

    @Test
    void theReferenceStudy_ranksNoNetworkButFindsSystematicDifferences() throws GlomeraException {
        Verdict verdict = Verdict.of(TestStudies.reference(folder), LEVEL);
        // mean |difference| right and left: (5.8835 + 5.2212) / 2 = 5.552, (10.7247 + 8.0979) / 2 = 9.411,
        // (13.2733 + 10.4398) / 2 = 11.857 (NumPy 2: 100*(a-m)/m, abs, mean, of activity_concentration.csv)
        assertEquals("No network is shown to measure the activity best: Network 1 (SPECT/CT) has the smallest mean"
                + " absolute difference from the manual activity concentration, 5.55 % over 15 cases and both kidneys;"
                + " Network 2 9.41 %, Network 3 11.86 %.", verdict.headline());
        // SciPy 1.17, wilcoxon(abs(d2), abs(d1), method='exact'): right 0.10699, 0.03015, 0.13538 and left 0.27686,
        // 0.04791, 0.12054 for 1-2, 1-3, 2-3; by Holm over the six: 1-3 right 6 x 0.03015 = 0.181, 1-3 left
        // 5 x 0.04791 = 0.240, the next 4 x 0.10699 = 0.428, which the larger ones share
        assertEquals("Against Network 2 the advantage is not significant (right kidney, p = 0.428; left kidney, p ="
                + " 0.428).", verdict.details().get(0));
        assertEquals("Against Network 3 the advantage is not significant (right kidney, p = 0.181; left kidney, p ="
                + " 0.240).", verdict.details().get(1));
        // SciPy, automatic - manual: right 2: 0.002625 x 5 = 0.013, right 3: 0.001526 x 6 = 0.009
        assertEquals("Systematic differences from the manual delineation: Network 2 measures less (right kidney, p ="
                + " 0.013); Network 3 measures less (right kidney, p = 0.009).", verdict.details().get(2));
        assertEquals(3, verdict.details().size());
    }

    @Test
    void networkThatIsAlwaysBetter_comesClosest() throws GlomeraException {
        // 1 % against 5 to 19 %: two-sided exact p of 15 alike differences 2 / 2^15, twice that by Holm
        Verdict verdict = verdict(List.of("a", "b"), 15, (run, i, kidneys) -> run.equals("a") ? 1 : 5 + i);
        assertEquals("Network a (made up) comes closest to the manual activity concentration: mean absolute difference"
                + " 1.00 % over 15 cases and both kidneys; Network b 12.00 %.", verdict.headline());
        assertEquals("Against Network b the advantage is significant (right kidney, p < 0.001; left kidney, p <"
                + " 0.001).", verdict.details().get(0));
    }

    @Test
    void networkThatMissedTheHardCase_gainsNothingByIt() throws GlomeraException {
        // b is 2 % off everywhere, a 1 % but 50 % in case 0, which b did not find: over the cases both measured, a is
        // better; over its own, a would have (50 + 14) / 15 = 4.27 %
        Verdict verdict = verdict(List.of("a", "b"), 15, (run, i, kidneys) -> run.equals("b")
                ? i == 0 ? Double.NaN : 2 : i == 0 ? 50 : 1);
        assertTrue(verdict.headline().contains("1.00 % over the 28 kidneys of 14 cases that every network measured;"
                + " Network b 2.00 %"), verdict.headline());
        assertTrue(verdict.details().contains("Network b did not find 2 kidneys, which this comparison leaves out."),
                verdict.details().toString());
    }

    @Test
    void runsWithoutACommonCase_areNotRanked() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 2, (run, i, kidneys) -> 1);
        List<CaseResult> rows = new ArrayList<>(study.readCaseResults("e"));
        rows.removeIf(row -> row.network().equals("a") == row.caseId().equals("case0"));
        study.writeCaseResults("e", rows);
        assertEquals("No kidney was measured by every network, so the networks cannot be ranked.",
                Verdict.of(TestStudies.read(study), LEVEL).headline());
    }

    @Test
    void differencesThatAreAllZero_areNotTestable() throws GlomeraException {
        Verdict verdict = verdict(List.of("a", "b"), 15, (run, i, kidneys) -> 0);
        assertTrue(verdict.headline().startsWith("No network is shown to measure the activity best"),
                verdict.headline());
        assertEquals("Against Network b the advantage is not significant (right kidney, not testable; left kidney, not"
                + " testable).", verdict.details().get(0));
        assertEquals(1, verdict.details().size(), "nothing could be tested against manual either");
    }

    @Test
    void nothingFound_andNothingMeasured_areSaid() throws GlomeraException {
        assertEquals("No network found a kidney, so nothing can be said about the activity concentration.",
                verdict(List.of("a", "b"), 2, (run, i, kidneys) -> Double.NaN).headline());
        StudyFolder study = StudyFolder.open(folder.resolve("study"));
        study.writeCaseResults("e", List.of());
        assertEquals("", Verdict.of(TestStudies.read(study), LEVEL).text());
    }

    @Test
    void twelveNetworks_areListedInsteadOfTold() throws GlomeraException {
        List<String> runs = IntStream.range(0, 12).mapToObj(i -> "n" + i).toList();
        // n0 1 % off, n1 to n11 the more the higher their number: (i + 2) % and more with the case
        Verdict verdict = verdict(runs, 15, (run, i, kidneys) -> run.equals("n0") ? 1
                : Integer.parseInt(run.substring(1)) + 2 + i / 100.0);
        // 132 tests: 132 x 2 / 2^15 = 0.0081 is below 0.05
        assertTrue(verdict.details().get(0).startsWith("In at least one kidney the advantage is significant against"
                + " Network n1, Network n2,"), verdict.details().toString());
    }

    @Test
    void withoutTheTest_itSaysSo() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a", "b"), 3, (run, i, kidneys) -> 1);
        Verdict verdict = Verdict.of(Comparison.read(study, "e", StatisticSuite.of(Map.of()), null), LEVEL);
        assertEquals(List.of("Whether that is more than chance was not tested: the statistic 'wilcoxon' is not"
                + " installed."), verdict.details());
    }

    @Test
    void bothKidneysTogether_doNotCountTwice() throws GlomeraException {
        StudyFolder study = TestStudies.study(folder, List.of("a"), 2, (run, i, kidneys) -> 4);
        List<CaseResult> rows = new ArrayList<>(study.readCaseResults("e"));
        rows.add(TestStudies.row("a", "case0", Kidneys.BOTH, 100));
        study.writeCaseResults("e", rows);
        assertEquals("Network a (made up) differs from the manual activity concentration: mean absolute difference"
                + " 4.00 % over 2 cases and both kidneys.", Verdict.of(TestStudies.read(study), LEVEL).headline());
    }
}
