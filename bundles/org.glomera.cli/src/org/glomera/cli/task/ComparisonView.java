package org.glomera.cli.task;

import java.util.List;
import java.util.Optional;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

import picocli.CommandLine.Option;

/** What of a comparison is shown, as options of a task. A name that is not known is refused with those that are. */
final class ComparisonView {

    @Option(names = "--runs", paramLabel = "RUN", split = ",",
            description = "Only these runs of the experiment. Default: all.")
    private List<String> runs = List.of();

    @Option(names = "--baseline", paramLabel = "RUN",
            description = "Compare the other runs with this one. Default: every pair of runs.")
    private String baseline = "";

    @Option(names = "--measure", paramLabel = "ID", defaultValue = Measure.ACTIVITY_DIFFERENCE,
            description = "The measure of distributions and of tests between networks, a column of cases.csv."
                    + " Default: ${DEFAULT-VALUE}.")
    private String measure;

    @Option(names = "--columns", paramLabel = "ID", split = ",",
            description = "Further measures in the table of cases. Default: dice.")
    private List<String> columns;

    @Option(names = "--both", description = "Show both kidneys together beside right and left.")
    private boolean both;

    @Option(names = "--smoothing", paramLabel = "EPOCHS",
            description = "Window of the moving average over learning curves; 1 for none. Default: by their length.")
    private int smoothing;

    @Option(names = "--flag", paramLabel = "PERCENT", defaultValue = "10",
            description = "Flag cases whose activity differs by more. Default: ${DEFAULT-VALUE}.")
    private double flagPercent;

    @Option(names = "--all-settings", description = "List all settings of the runs, not only those that differ.")
    private boolean allSettings;

    /** The comparison with the chosen runs only. */
    Comparison shown(Comparison comparison) throws GlomeraException {
        List<String> known = comparison.runs().stream().map(ComparedRun::name).toList();
        for (String run : runs) {
            requireKnown("run", run, known);
        }
        return runs.isEmpty() ? comparison : comparison.only(runs);
    }

    /** The options for a comparison. */
    ViewOptions options(Comparison comparison) throws GlomeraException {
        List<String> measures = comparison.measures().stream().map(Measure::id).toList();
        if (!baseline.isEmpty()) {
            requireKnown("run", baseline, comparison.runs().stream().map(ComparedRun::name).toList());
        }
        ViewOptions options = ViewOptions.defaults();
        if (!measure.equals(options.measure())) {
            requireKnown("measure", measure, measures);
        }
        if (smoothing < 0 || !(flagPercent >= 0)) {
            throw new GlomeraException(Kind.CONFIGURATION, "--smoothing " + smoothing + " and --flag " + flagPercent
                    + " must not be below 0.");
        }
        for (String column : Optional.ofNullable(columns).orElse(List.of())) {
            requireKnown("measure", column, measures);
        }
        return options.withMeasure(measure).withBaseline(baseline).withSmoothingEpochs(smoothing)
                .withFlagPercent(flagPercent).withOnlyDifferences(!allSettings).withBothKidneys(both)
                .withCaseMeasures(columns == null ? options.caseMeasures() : columns);
    }

    /** The pages of these ids; all for none. */
    static List<Page> chosen(List<Page> pages, List<String> ids) throws GlomeraException {
        List<String> known = pages.stream().map(Page::id).toList();
        for (String id : ids) {
            requireKnown("page", id, known);
        }
        return pages.stream().filter(page -> ids.isEmpty() || ids.contains(page.id())).toList();
    }

    private static void requireKnown(String what, String name, List<String> known) throws GlomeraException {
        if (!known.contains(name)) {
            throw new GlomeraException(Kind.CONFIGURATION, "The comparison has no " + what + " '" + name
                    + "'. It has: " + String.join(", ", known) + ".");
        }
    }
}
