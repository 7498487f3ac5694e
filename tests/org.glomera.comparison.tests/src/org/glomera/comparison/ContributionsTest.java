package org.glomera.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What a comparison takes from plug-ins, as the running platform sees it. */
@EnabledIf(value = "thePlatformRuns", disabledReason = "There is an extension registry in the running platform only.")
class ContributionsTest {

    static boolean thePlatformRuns() {
        return RegistryFactory.getRegistry() != null;
    }

    @Test
    void statistics_areThoseThatPlugInsContribute() {
        StatisticSuite suite = StatisticSuite.contributed();
        for (String id : List.of(Analysis.TEST, Analysis.ESTIMATE, Analysis.EFFECT, Analysis.DESCRIPTION,
                Analysis.AGREEMENT)) {
            assertTrue(suite.find(id).isPresent(), id + " is missing among " + suite.all().keySet());
        }
    }

    @Test
    void everyContributedMetric_isCalledAlikeInTablesAndInItsPlugIn() {
        for (String id : List.of("dice", "jaccard", "sensitivity", "precision", "surface_dice", "hausdorff95_mm",
                "mean_surface_distance_mm", "centroid_distance_mm", "volume_difference_ml", "components_outside",
                "components_inside", "activity_total_difference_percent")) {
            Measure measure = Measures.of(List.of(new CaseResult("a", "c", Kidneys.RIGHT, 1, 1, 0, 1, 1, 1,
                    Map.of(id + "_spect", 1.0))), ExperimentInfo.BQ_PER_ML).stream()
                    .filter(each -> each.id().equals(id + "_spect")).findFirst().orElseThrow();
            assertEquals(ContributedMetrics.find(id).orElseThrow().name() + ", SPECT grid", measure.name());
            assertEquals(ContributedMetrics.find(id).orElseThrow().attribute("unit").orElseThrow(),
                    measure.unit().isEmpty() ? "1" : measure.unit(), id);
        }
    }
}
