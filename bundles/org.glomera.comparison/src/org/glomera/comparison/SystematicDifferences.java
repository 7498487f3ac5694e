package org.glomera.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.StatisticResult.Row;

/** Says which networks measure systematically more or less than the manual delineation. One thread. */
final class SystematicDifferences {

    private static final List<Kidneys> ONE_KIDNEY = List.of(Kidneys.RIGHT, Kidneys.LEFT);

    private final Comparison comparison;
    private final double level;
    private final IProgressMonitor monitor;
    /** Kidneys with their p values, by a network and its direction. */
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    SystematicDifferences(Comparison comparison, double level, IProgressMonitor monitor) {
        this.comparison = comparison;
        this.monitor = monitor;
        this.level = level;
    }

    /** One sentence, or none when the test is not installed or could be done nowhere. */
    List<String> sentences() {
        List<StatisticTable> tests = new Analysis(comparison, monitor).againstManual(Analysis.TEST, ONE_KIDNEY);
        boolean tested = tests.stream().flatMap(table -> table.result().rows().stream())
                .anyMatch(row -> !Double.isNaN(corrected(row)));
        if (!tested) {
            return List.of();
        }
        tests.forEach(table -> table.result().rows().forEach(row -> add(table, row)));
        return List.of(found.isEmpty() ? "No network is shown to measure systematically more or less than the manual"
                + " delineation." : "Systematic differences from the manual delineation: " + found.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + String.join("; ", entry.getValue()) + ")")
                        .collect(Collectors.joining("; ")) + ".");
    }

    private void add(StatisticTable table, Row row) {
        Optional<ComparedRun> run = comparison.run(row.of());
        double p = corrected(row);
        if (run.isEmpty() || !(p < level)) {
            return;
        }
        double direction = row.values().getOrDefault("w_plus", Double.NaN)
                - row.values().getOrDefault("w_minus", Double.NaN);
        if (direction != 0) {
            found.computeIfAbsent(run.get().shortTitle() + " measures " + (direction > 0 ? "more" : "less"),
                    key -> new ArrayList<>()).add(table.side() + " kidney, " + Numbers.pInSentence(p));
        }
    }

    private static double corrected(Row row) {
        return row.values().getOrDefault("p_holm", Double.NaN);
    }
}
