package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What this bundle contributes, as the running platform sees it. */
@EnabledIf(value = "thePlatformRuns", disabledReason = "There is an extension registry in the running platform only.")
class ContributionsTest {

    private final IExtensionRegistry registry = RegistryFactory.getRegistry();

    static boolean thePlatformRuns() {
        return RegistryFactory.getRegistry() != null;
    }

    @Test
    void metrics_canAllBeMadeAndGiveTheUnitTheyDeclare() throws GlomeraException {
        ExtensionPoint<Metric> point = new ExtensionPoint<>(registry, Metric.POINT, Metric.class);
        Set<String> ids = point.contributions().stream().map(Contribution::id).collect(Collectors.toSet());
        assertEquals(Set.of("dice", "jaccard", "sensitivity", "precision", "volume_ml", "volume_difference_ml",
                "volume_difference_percent", "hausdorff95_mm", "mean_surface_distance_mm", "surface_dice",
                "centroid_distance_mm", "components_outside", "components_inside", "activity_mean_bq_per_ml",
                "activity_difference_percent", "activity_total_bq", "activity_total_difference_percent"), ids);
        LabelMap map = KidneyRow.labels("11100220");
        MetricInput input = MetricInput.of(map, map, Kidneys.LEFT, KidneyRow.activity(1, 1, 1, 1, 1, 1, 1, 1));
        for (Contribution<Metric> metric : point.contributions()) {
            assertEquals(metric.attribute("unit").orElse(""), metric.instance().evaluate(input).unit(), metric.id());
            assertEquals(metric.id().startsWith("activity_"), metric.instance().needsActivity(), metric.id());
            assertFalse(metric.description().isBlank(), metric.id());
        }
    }

    @Test
    void statistics_canAllBeMade() throws GlomeraException {
        ExtensionPoint<Statistic> point = new ExtensionPoint<>(registry, Statistic.POINT, Statistic.class);
        Set<String> ids = point.contributions().stream().map(Contribution::id).collect(Collectors.toSet());
        assertEquals(Set.of("summary", "wilcoxon", "holm", "hodges_lehmann", "rank_biserial", "friedman",
                "bland_altman", "bland_altman_percent", "concordance", "shapiro_wilk"), ids);
        for (Contribution<Statistic> statistic : point.contributions()) {
            statistic.instance();
            assertFalse(statistic.description().isBlank(), statistic.id());
        }
    }
}
