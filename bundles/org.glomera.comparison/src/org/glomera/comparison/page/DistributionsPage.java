package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.page.Paragraph.Style;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.Summary;

/** How a measure is spread over the cases, and how far automatic and manual activity agree; a point is a case. */
public final class DistributionsPage {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int HALF_WIDTH = 440;
    private static final int HALF_HEIGHT = 330;
    private static final int SQUARE = 440;

    private static final String RULE = "Box: quartiles by " + Summary.QUARTILE_RULE + ", line: median, symbol: mean."
            + " Whiskers reach to the last value within 1.5 times the height of the box; values beyond are rings. Every"
            + " point and ring is a case.";

    private DistributionsPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        return of(comparison, options, new NullProgressMonitor());
    }

    /** Makes the page; a cancelled monitor ends it with an {@code OperationCanceledException}. */
    public static Page of(Comparison comparison, ViewOptions options, IProgressMonitor monitor) {
        List<Block> blocks = new ArrayList<>();
        if (comparison.results().isEmpty()) {
            blocks.add(new Paragraph(Style.WARNING, "Nothing was measured yet. Evaluate the experiment first."));
            return new Page("distributions", "Distributions", blocks);
        }
        List<Kidneys> kidneys = options.kidneys(comparison);
        Optional<Measure> measure = comparison.measure(options.measure());
        if (measure.isPresent()) {
            blocks.add(new FigureBlock("boxes", measure.get().heading(), RULE,
                    DistributionCharts.boxes(comparison, measure.get(), kidneys), WIDTH, HEIGHT));
            without(comparison, measure.get(), kidneys).ifPresent(blocks::add);
        } else {
            blocks.add(new Paragraph(Style.WARNING, "No case has a value of '" + options.measure() + "'. Choose another"
                    + " measure."));
        }
        comparison.measure(Measure.AUTOMATIC).ifPresent(automatic -> activity(comparison, automatic, kidneys, blocks,
                monitor));
        return new Page("distributions", "Distributions", blocks);
    }

    private static void activity(Comparison comparison, Measure automatic, List<Kidneys> kidneys,
            List<Block> blocks, IProgressMonitor monitor) {
        blocks.add(new Paragraph(Style.HEADING, "Automatic over manual activity concentration"));
        for (Kidneys which : kidneys) {
            blocks.add(new FigureBlock("scatter-" + which.word(), Words.title(which), "On the line automatic and manual"
                    + " are equal.", DistributionCharts.scatter(comparison, automatic, which), SQUARE, SQUARE));
        }
        blocks.add(new Paragraph(Style.HEADING,
                "Agreement of automatic and manual activity concentration (Bland-Altman)"));
        BlandAltmanFigures agreement = new BlandAltmanFigures(comparison, automatic, kidneys, monitor);
        for (ComparedRun run : comparison.runs()) {
            for (Kidneys which : kidneys) {
                String id = "agreement-" + run.name() + "-" + which.word();
                agreement.chart(run, which).ifPresent(chart -> blocks.add(new FigureBlock(id, run.shortTitle() + ", "
                        + which.phrase(), agreement.caption(run, which), chart, HALF_WIDTH, HALF_HEIGHT)));
            }
        }
    }

    /** Names the cases that are in no figure since a value is missing. */
    private static Optional<Block> without(Comparison comparison, Measure measure, List<Kidneys> kidneys) {
        List<String> missing = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            for (Kidneys which : kidneys) {
                double[] values = comparison.values(measure, run.name(), which);
                List<String> cases = new ArrayList<>();
                for (int i = 0; i < values.length; i++) {
                    if (Double.isNaN(values[i])) {
                        cases.add(comparison.cases().get(i));
                    }
                }
                if (!cases.isEmpty()) {
                    missing.add(run.shortTitle() + ", " + which.phrase() + ": " + Words.some(cases));
                }
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Paragraph(Style.WARNING, "Cases without a value,"
                + " which are not drawn: " + String.join("; ", missing) + "."));
    }
}
