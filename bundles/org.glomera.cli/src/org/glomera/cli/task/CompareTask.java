package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Pages;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.CompareRequest;
import org.glomera.pipeline.CompareResult;
import org.glomera.pipeline.exporting.ComparisonExport;
import org.glomera.pipeline.exporting.FigureFormat;
import org.glomera.pipeline.exporting.PageText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The comparison editor's pages in the terminal and in files. */
@Command(name = "compare", header = "Compare the networks of an experiment that was evaluated.",
        description = {"", "Prints the pages of the comparison editor, with the same numbers to the last digit, and"
                + " writes them where asked. The experiment gets statistics.json.", ""})
public final class CompareTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.ComparedExperiment experiment;

    @Mixin
    private ComparisonView view;

    @Option(names = "--page", paramLabel = "PAGE", split = ",",
            description = "Print only these pages: overview, curves, cases, distributions, statistics, published.")
    private List<String> pages = List.of();

    @Option(names = "--csv", paramLabel = "FOLDER",
            description = "Write every table as a CSV file, in whole precision.")
    private Path csv;

    @Option(names = "--figures", paramLabel = "FOLDER", description = "Write every figure as SVG and PNG.")
    private Path figures;

    @Option(names = "--html", paramLabel = "FILE", description = "Write all pages as one HTML file.")
    private Path html;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Write all pages as PDF on A4.")
    private Path pdf;

    /** Makes the task. */
    public CompareTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        experiment.find();
        CompareResult result = context.run(context.services().compare(),
                new CompareRequest(experiment.study().root(), experiment.name()));
        List<String> written = context.cancellable(this::show);
        context.terminal().result("Statistics: " + result.statisticsFile());
        written.forEach(context.terminal()::result);
        return 0;
    }

    private List<String> show(IProgressMonitor monitor) throws GlomeraException {
        Comparison comparison = view.shown(Comparison.read(experiment.study(), experiment.name(), monitor));
        ViewOptions options = view.options(comparison);
        List<Page> all = Pages.all(comparison, options);
        for (Page page : ComparisonView.chosen(all, pages)) {
            PageText.lines(page, context.terminal().columns()).forEach(context.terminal()::result);
        }
        List<String> written = new ArrayList<>();
        if (csv != null) {
            int count = ComparisonExport.csv(comparison, options, csv.toAbsolutePath(), monitor).size();
            written.add("Tables: " + count + " files in " + csv);
        }
        if (figures != null) {
            int count = ComparisonExport.figures(comparison, options, EnumSet.allOf(FigureFormat.class),
                    figures.toAbsolutePath(), monitor).size();
            written.add("Figures: " + count + " files in " + figures);
        }
        if (html != null) {
            ComparisonExport.html(comparison, options, html.toAbsolutePath(), monitor);
            written.add("HTML: " + html);
        }
        if (pdf != null) {
            ComparisonExport.pdf(comparison, options, pdf.toAbsolutePath(), monitor);
            written.add("PDF: " + pdf);
        }
        return written;
    }
}
