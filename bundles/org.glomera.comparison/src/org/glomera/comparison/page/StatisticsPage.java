package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.comparison.Analysis;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Measure;
import org.glomera.comparison.StatisticTable;
import org.glomera.comparison.StatisticTable.Topic;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.core.Kidneys;

/** Every contributed statistic with its assumptions: against the manual delineation, and between networks. */
public final class StatisticsPage {

    private final Comparison comparison;
    private final ViewOptions options;
    private final List<Kidneys> kidneys;
    private final Analysis analysis;
    private final List<Block> blocks = new ArrayList<>();

    private StatisticsPage(Comparison comparison, ViewOptions options, IProgressMonitor monitor) {
        this.comparison = comparison;
        this.options = options;
        this.kidneys = options.kidneys(comparison);
        this.analysis = new Analysis(comparison, monitor);
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        return of(comparison, options, new NullProgressMonitor());
    }

    /** Makes the page; a cancelled monitor ends it with an {@code OperationCanceledException}. */
    public static Page of(Comparison comparison, ViewOptions options, IProgressMonitor monitor) {
        StatisticsPage page = new StatisticsPage(comparison, options, monitor);
        page.fill();
        return new Page("statistics", "Statistics", page.blocks);
    }

    private void fill() {
        if (comparison.results().isEmpty()) {
            warn("Nothing was measured yet, so there is nothing to test. Evaluate the experiment first.");
            return;
        }
        if (comparison.statistics().all().isEmpty()) {
            warn("No statistic is installed. Install the plug-in org.glomera.evaluation or another one that brings"
                    + " statistics.");
        }
        if (comparison.cases().size() == 1) {
            warn("There is only one case, so nothing can be tested.");
        }
        againstManual();
        comparison.measure(options.measure()).ifPresentOrElse(this::networks,
                () -> warn("No case has a value of '" + options.measure() + "', so networks are not compared by it."));
    }

    private void againstManual() {
        heading("Automatic against manual activity concentration");
        Optional<Measure> automatic = comparison.measure(Measure.AUTOMATIC);
        if (automatic.isEmpty()) {
            warn("No case has an activity concentration.");
            return;
        }
        text("Tested is whether a network measures systematically more or less than the manual delineation: the paired"
                + " differences of the activity concentration, automatic less manual, one a case.");
        tables(analysis.againstManual(kidneys), automatic.get());
    }

    private void networks(Measure measure) {
        heading("Each network: " + measure.heading());
        tables(analysis.eachNetwork(measure, kidneys), measure);
        if (comparison.runs().size() < 2) {
            text("There is one network, so there is nothing to compare it with.");
            return;
        }
        heading("Between networks: " + measure.heading());
        if (measure.id().equals(Measure.MANUAL) || measure.id().equals(Measure.VOLUME_MANUAL)) {
            text("This is measured from the manual delineation alone, so networks are not compared by it.");
            return;
        }
        text(measure.signed() ? "Tested is whether one network errs more than another: the paired differences of the"
                + " absolute values, one a case. A network that misses in both directions alike has no systematic"
                + " difference, but errs." : "Tested are the paired differences between networks, one a case.");
        text(baseline());
        tables(analysis.betweenNetworks(measure, kidneys, options.baseline()), measure);
    }

    private String baseline() {
        if (options.baseline().isEmpty()) {
            return "Every pair of networks is compared.";
        }
        return comparison.run(options.baseline()).map(ComparedRun::shortTitle)
                .map(title -> "Every other network is compared with " + title + ".")
                .orElse("The baseline '" + options.baseline() + "' is not among the networks shown, so every pair of"
                        + " them is compared.");
    }

    private void tables(List<StatisticTable> tables, Measure measure) {
        Map<String, List<StatisticTable>> byStatistic = new LinkedHashMap<>();
        tables.forEach(table -> byStatistic.computeIfAbsent(table.statistic(), id -> new ArrayList<>()).add(table));
        if (!tables.isEmpty() && tables.get(0).topic() != Topic.EACH_NETWORK) {
            new ShortTable(comparison, byStatistic, measure, options.level()).block().ifPresent(blocks::add);
        }
        byStatistic.values().forEach(family -> new StatisticBlock(comparison, family, measure, options.level())
                .addTo(blocks));
    }

    private void heading(String heading) {
        blocks.add(new Paragraph(Style.HEADING, heading));
    }

    private void text(String sentence) {
        blocks.add(new Paragraph(Style.TEXT, sentence));
    }

    private void warn(String sentence) {
        blocks.add(new Paragraph(Style.WARNING, sentence));
    }
}
