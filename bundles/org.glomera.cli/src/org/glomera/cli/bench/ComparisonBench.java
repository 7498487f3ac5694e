package org.glomera.cli.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.StatisticSuite;
import org.glomera.comparison.page.CasesPage;
import org.glomera.comparison.page.CurvesPage;
import org.glomera.comparison.page.DistributionsPage;
import org.glomera.comparison.page.OverviewPage;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.StatisticsPage;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

/** Times of reading an experiment and building its pages, over numbers that a random source with a fixed seed makes. */
public final class ComparisonBench {

    private static final String EXPERIMENT = "bench";
    private static final long SEED = 20261123;
    /** As many as the metrics that come with the program have columns. */
    private static final int FURTHER_COLUMNS = 28;
    private static final List<String> METRICS = List.of("hausdorff95_mm", "mean_surface_distance_mm", "surface_dice",
            "jaccard", "sensitivity", "precision", "centroid_distance_mm", "volume_ml", "volume_difference_ml",
            "volume_difference_percent", "components_outside", "components_inside", "activity_total_bq",
            "activity_total_difference_percent");

    private final StudyFolder study;
    private final IProgressMonitor monitor;

    /**
     * One time.
     *
     * @param what what took it
     * @param ms milliseconds
     */
    public record Time(String what, double ms) {
    }

    /** What is timed. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws GlomeraException;
    }

    /**
     * Writes an experiment into a folder that is not there.
     *
     * @param runs number of networks
     * @param epochs number of epochs of each
     * @param cases number of cases, with a row for each kidney and for both
     */
    public ComparisonBench(Path folder, int runs, int epochs, int cases, IProgressMonitor monitor)
            throws GlomeraException {
        this.monitor = monitor;
        this.study = StudyFolder.create(folder, "Bench");
        Random random = new Random(SEED);
        List<String> names = IntStream.range(0, runs).mapToObj(i -> "network" + (i + 1)).toList();
        List<String> ids = IntStream.range(0, cases).mapToObj(i -> "case" + (i + 1)).toList();
        List<CaseResult> rows = new ArrayList<>();
        for (String name : names) {
            writeRun(name, epochs, random);
            for (String id : ids) {
                for (Kidneys kidneys : Kidneys.values()) {
                    rows.add(row(name, id, kidneys, random));
                }
            }
        }
        study.writeCaseResults(EXPERIMENT, rows);
        study.writeExperiment(new ExperimentInfo(EXPERIMENT, "Bench", names, ids, List.of(), Map.of(), Instant.EPOCH,
                List.of(), ExperimentInfo.BQ_PER_ML));
    }

    private void writeRun(String name, int epochs, Random random) throws GlomeraException {
        List<CurvePoint> points = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double reached = 0.9 * (1 - Math.exp(-epoch / 50.0));
            points.add(new CurvePoint(epoch, reached + 0.05 * random.nextDouble(), reached * 0.9
                    + 0.1 * random.nextDouble()));
        }
        study.writeCurve(name, new Curve(points));
        study.writeRun(RunInfo.planned(name, "Network " + name.replace("network", "") + ": bench", "standard",
                ImageGrid.CT, SEED, epochs, Instant.EPOCH).withEpochs(epochs, epochs, "The last one.", Instant.EPOCH)
                .withState(RunState.FINISHED, "", Instant.EPOCH));
    }

    private static CaseResult row(String run, String id, Kidneys kidneys, Random random) {
        double manual = 20_000 + 100 * (id.hashCode() % 100) + 10 * kidneys.ordinal();
        double percent = 10 * random.nextGaussian();
        Map<String, Double> further = new LinkedHashMap<>();
        for (int i = 0; i < FURTHER_COLUMNS; i++) {
            further.put(METRICS.get(i / 2) + (i % 2 == 0 ? "_spect" : "_ct"), random.nextDouble());
        }
        return new CaseResult(run, id, kidneys, manual, manual * (1 + percent / 100), percent,
                0.8 + 0.15 * random.nextDouble(), 150, 140 + 20 * random.nextDouble(), further);
    }

    /** Reads the experiment and builds every page once, as opening it does; the sum stands last. */
    public List<Time> open(StatisticSuite statistics) throws GlomeraException {
        List<Time> times = new ArrayList<>();
        Comparison comparison = timed(times, "read", () -> Comparison.read(study, EXPERIMENT,
                statistics, monitor));
        ViewOptions options = ViewOptions.defaults();
        List<Page> pages = List.of(timed(times, "overview", () -> OverviewPage.of(comparison, options)),
                timed(times, "learning curves", () -> CurvesPage.of(comparison, options)),
                timed(times, "cases", () -> CasesPage.of(comparison, options)),
                timed(times, "distributions", () -> DistributionsPage.of(comparison, options)),
                timed(times, "statistics", () -> StatisticsPage.of(comparison, options)));
        times.add(new Time("all " + pages.size() + " pages and reading",
                times.stream().mapToDouble(Time::ms).sum()));
        return times;
    }

    private <T> T timed(List<Time> times, String what, Work<T> work) throws GlomeraException {
        long start = System.nanoTime();
        T result = work.run();
        times.add(new Time(what, (System.nanoTime() - start) / 1e6));
        return result;
    }
}
