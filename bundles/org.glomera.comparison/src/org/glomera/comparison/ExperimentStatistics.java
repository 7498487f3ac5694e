package org.glomera.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.comparison.StatisticTable.Topic;
import org.glomera.core.Kidneys;

/**
 * The content of {@code statistics.json}: the numbers that the pages show, for every measure.
 *
 * @param format version of the file's form, {@link #FORMAT}
 * @param experiment the experiment
 * @param verdict what the numbers support, in a few sentences
 * @param level the level at which a test counts as significant
 * @param families which tests were corrected together, a sentence each
 * @param tables the numbers
 */
public record ExperimentStatistics(int format, String experiment, String verdict, double level, List<String> families,
        List<StatisticTable> tables) {

    /** The form that this program writes. */
    public static final int FORMAT = 2;

    /** File name in the experiment's folder. */
    public static final String FILE = "statistics.json";

    private static final List<Kidneys> ONE_KIDNEY = List.of(Kidneys.RIGHT, Kidneys.LEFT);

    /** Copies the lists. */
    public ExperimentStatistics {
        Objects.requireNonNull(experiment);
        Objects.requireNonNull(verdict);
        families = List.copyOf(families);
        tables = List.copyOf(tables);
    }

    /**
     * Computes everything: each network described by every measure; automatic against manual activity; between networks
     * every measure that has an ideal. Right and left kidney are one family, both together another.
     *
     * @param level significance level that the verdict uses
     * @param monitor may be null; cancels between measures
     */
    public static ExperimentStatistics of(Comparison comparison, double level, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, "Computing the statistics", comparison.measures().size() + 1);
        Analysis analysis = new Analysis(comparison);
        List<StatisticTable> tables = new ArrayList<>();
        for (List<Kidneys> kidneys : families(comparison)) {
            tables.addAll(analysis.againstManual(kidneys));
        }
        progress.worked(1);
        for (Measure measure : comparison.measures()) {
            progress.checkCanceled();
            progress.subTask(measure.name());
            for (List<Kidneys> kidneys : families(comparison)) {
                tables.addAll(analysis.eachNetwork(measure, kidneys));
                if (measure.hasIdeal()) {
                    tables.addAll(analysis.betweenNetworks(measure, kidneys, ""));
                }
            }
            progress.worked(1);
        }
        List<String> families = List.of(
                "Automatic against manual activity concentration, a statistic: every network, right and left kidney"
                        + " together; both kidneys as one are a family of their own.",
                "Between networks, a statistic and measure: every pair of networks, right and left kidney together;"
                        + " both kidneys as one are a family of their own.");
        return new ExperimentStatistics(FORMAT, comparison.info().name(), Verdict.of(comparison, level).text(), level,
                families, tables);
    }

    private static List<List<Kidneys>> families(Comparison comparison) {
        return Stream.of(ONE_KIDNEY, List.of(Kidneys.BOTH))
                .map(family -> family.stream().filter(comparison.kidneys()::contains).toList())
                .filter(family -> !family.isEmpty()).toList();
    }

    /** The tables about a topic and a measure by one statistic: right, left, both. */
    public List<StatisticTable> about(Topic topic, String measure, String statistic) {
        return tables.stream().filter(table -> table.topic() == topic && table.measure().equals(measure)
                && table.statistic().equals(statistic)).toList();
    }
}
