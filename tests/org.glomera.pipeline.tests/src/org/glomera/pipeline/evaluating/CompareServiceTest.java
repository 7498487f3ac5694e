package org.glomera.pipeline.evaluating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.comparison.ExperimentStatistics;
import org.glomera.comparison.Measure;
import org.glomera.comparison.StatisticTable;
import org.glomera.comparison.StatisticTable.Topic;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.pipeline.CompareRequest;
import org.glomera.pipeline.CompareResult;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareServiceTest {

    private static final double ROUNDING = 1e-9;
    private static final int CASES = 15;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void networkThatIsAlwaysBetter_isSignificantlySoAfterHolm() throws GlomeraException {
        // absolute differences 1 % against 5 to 19 %: all 15 pairs point one way, the smallest p there is
        CompareResult result = compare(Map.of("a", i -> 1, "b", i -> 5 + i));
        // two-sided exact: 2 / 2^15; two tests in the family (both kidneys): twice that
        Row right = row(Topic.BETWEEN_NETWORKS, "right", "b");
        assertEquals(2 / 32768.0, right.value("p"), ROUNDING);
        assertEquals(4 / 32768.0, right.value("p_holm"), ROUNDING);
        // mean of 5..19 is 12
        assertEquals("Network a (first) comes closest to the manual activity concentration: mean absolute difference"
                + " 1.00 % over 15 cases and both kidneys; Network b 12.00 %. Against Network b the advantage is"
                + " significant (right kidney, p < 0.001; left kidney, p < 0.001). Systematic differences from the manual"
                + " delineation: Network a measures more (right kidney, p < 0.001; left kidney, p < 0.001);"
                + " Network b measures more (right kidney, p < 0.001; left kidney, p < 0.001).", result.verdict());
    }

    @Test
    void networksThatErrAlike_areNotRanked() throws GlomeraException {
        // 2.0, 2.1, 2.2 ... against the same in the other order: sums of ranks are close
        CompareResult result = compare(Map.of("a", i -> 2 + i / 10.0, "b", i -> 2.05 + (CASES - 1 - i) / 10.0));
        assertTrue(result.verdict().contains("the advantage is not significant (right kidney, p = "),
                result.verdict());
        assertTrue(result.verdict().startsWith("No network is shown to measure the activity best: "),
                result.verdict());
    }

    @Test
    void systematicError_isFoundThoughItsSignIsHiddenBetweenNetworks() throws GlomeraException {
        // 3 % too much in each case against 3 % too little: as far off, but both are systematic
        compare(Map.of("a", i -> 3, "b", i -> -3));
        assertEquals(2 / 32768.0, row(Topic.AUTOMATIC_AGAINST_MANUAL, "left", "a").value("p"), ROUNDING);
        assertEquals(15, row(Topic.AUTOMATIC_AGAINST_MANUAL, "left", "b").value("n"), ROUNDING);
        assertEquals(15, row(Topic.BETWEEN_NETWORKS, "left", "b").value("zeros"), ROUNDING);
    }

    @Test
    void kidneysThatWereNotFound_areLeftOutAndSaid() throws GlomeraException {
        CompareResult result = compare(Map.of("a", i -> i == 0 ? Double.NaN : 1, "b", i -> 5 + i));
        assertEquals(14, row(Topic.EACH_NETWORK, "right", "a").value("n"), ROUNDING);
        assertTrue(result.verdict().contains("Network a did not find 2 kidneys"), result.verdict());
        assertFalse(result.verdict().contains("Network b did not find"), result.verdict());
    }

    @Test
    void oneNetworkAlone_isDescribedWithoutComparison() throws GlomeraException {
        CompareResult result = compare(Map.of("a", i -> 4));
        assertEquals("Network a (first) differs from the manual activity concentration: mean absolute difference 4.00 %"
                + " over 15 cases and both kidneys. Systematic differences from the manual delineation: Network a measures"
                + " more (right kidney, p < 0.001; left kidney, p < 0.001).", result.verdict());
        assertEquals(List.of(), statistics().tables().stream()
                .filter(table -> table.topic() == Topic.BETWEEN_NETWORKS).toList());
    }

    /** Compares networks whose percent difference in case i is given; NaN for a kidney that was not found. */
    private CompareResult compare(Map<String, IntToDoubleFunction> differences) throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder.resolve("study"), "compared");
        List<String> runs = differences.keySet().stream().sorted().toList();
        List<CaseResult> rows = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add("case" + i);
        }
        for (String run : runs) {
            study.writeRun(RunInfo.planned(run, "Network " + run + ": first", "standard", ImageGrid.CT, 1, 1, NOW));
            for (int i = 0; i < CASES; i++) {
                double difference = differences.get(run).applyAsDouble(i);
                boolean found = !Double.isNaN(difference);
                for (Side side : Side.values()) {
                    rows.add(new CaseResult(run, cases.get(i), Kidneys.of(side), 1000, 1000 + 10 * difference, difference,
                            found ? 0.9 : 0, 150, found ? 150 : 0, Map.of()));
                }
            }
        }
        study.writeCaseResults("e", rows);
        study.writeExperiment(new ExperimentInfo("e", "E", runs, cases, List.of(), Map.of(), NOW, List.of(),
                ExperimentInfo.BQ_PER_ML));
        return new PipelineServices(new TestComponents()).compare().run(new CompareRequest(study.root(), "e"),
                new NullProgressMonitor());
    }

    private Row row(Topic topic, String side, String of) throws GlomeraException {
        String measure = topic == Topic.AUTOMATIC_AGAINST_MANUAL ? Measure.AUTOMATIC : Measure.ACTIVITY_DIFFERENCE;
        StatisticTable table = statistics()
                .about(topic, measure, topic == Topic.EACH_NETWORK ? "summary" : "wilcoxon").stream()
                .filter(each -> each.side().equals(side)).findFirst().orElseThrow();
        return table.result().rows().stream().filter(each -> each.of().equals(of)).findFirst().orElseThrow();
    }

    private ExperimentStatistics statistics() throws GlomeraException {
        return StudyJson.read(folder.resolve("study/experiments/e").resolve(ExperimentStatistics.FILE),
                ExperimentStatistics.class);
    }
}
