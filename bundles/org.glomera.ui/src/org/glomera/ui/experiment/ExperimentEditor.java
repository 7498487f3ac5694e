package org.glomera.ui.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.glomera.chart.Axis;
import org.glomera.chart.BoxChart;
import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.BoxChart.Series;
import org.glomera.chart.KeyedValue;
import org.glomera.chart.Palette;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.evaluation.Summary;
import org.glomera.evaluation.TukeyBox;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;
import org.glomera.ui.Reports;
import org.glomera.ui.Texts;
import org.glomera.ui.editor.ChartPane;
import org.glomera.ui.editor.ItemEditor;
import org.glomera.ui.editor.ItemInput;

/** Shows an experiment: what the numbers support, what each network reached, every case, and the way to the report. */
public final class ExperimentEditor extends ItemEditor<ExperimentEditor.Content> {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.experiment";

    private static final int SUMMARY_PX = 220;
    private static final int CASES_PX = 260;

    /** What was read of an experiment. One of two kinds. */
    sealed interface Content {

        /** An experiment that could be read; the verdict is empty as long as there is none. */
        record Readable(ExperimentInfo info, List<CaseResult> results, String verdict) implements Content {
        }

        /** An experiment that could not be read, with the sentence that says why. */
        record Unreadable(String message) implements Content {
        }
    }

    private TableViewer networks;
    private TableViewer cases;
    private ChartPane boxes;

    @Override
    protected Content read(ItemInput input, IProgressMonitor monitor) {
        try {
            StudyFolder study = StudyFolder.open(input.root());
            ExperimentInfo info = study.readExperiment(input.getName());
            Path statistics = input.folder().resolve("statistics.json");
            String verdict = Files.isRegularFile(statistics)
                    ? StudyJson.readTree(statistics).path("verdict").asText() : "";
            return new Content.Readable(info, study.readCaseResults(input.getName()), verdict);
        } catch (GlomeraException e) {
            return new Content.Unreadable(e.getMessage());
        }
    }

    @Override
    protected void createContent(Composite body) {
        Hyperlink report = toolkit().createHyperlink(body, "Open the report in the browser", SWT.NONE);
        report.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                event -> Reports.open(getSite().getShell(), input().folder().resolve("report.html"))));
        Composite upper = toolkit().createComposite(body);
        GridLayout layout = new GridLayout(5, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        upper.setLayout(layout);
        upper.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        networks = createNetworks(section(upper, "Networks", place(3, SUMMARY_PX)));
        Composite right = section(upper, "Dice coefficient", place(2, SUMMARY_PX));
        right.setLayout(new FillLayout());
        boxes = new ChartPane(right);
        cases = createCases(section(body, "Kidneys of the test cases", place(1, CASES_PX)));
    }

    private static GridData place(int columns, int heightPx) {
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true, columns, 1);
        place.heightHint = heightPx;
        place.widthHint = heightPx;
        return place;
    }

    private static TableViewer createNetworks(Composite parent) {
        return new TableColumns<>(parent, NetworkSummary.class)
                .words("Network", 6, NetworkSummary::network)
                .numbers("Kidneys", 2, row -> String.valueOf(row.kidneys()), row -> (double) row.kidneys())
                .numbers("Dice, mean \u00b1 SD", 4, row -> spread(row.dice(), 3), row -> row.dice().mean())
                .numbers("Right, %", 4, row -> spread(row.rightPercent(), 1), row -> row.rightPercent().mean())
                .numbers("Left, %", 4, row -> spread(row.leftPercent(), 1), row -> row.leftPercent().mean())
                .viewer();
    }

    private static TableViewer createCases(Composite parent) {
        return new TableColumns<>(parent, CaseResult.class)
                .words("Network", 4, CaseResult::network)
                .words("Case", 3, CaseResult::caseId)
                .words("Kidney", 2, row -> row.kidneys().word())
                .numbers("Dice", 2, row -> Texts.number(row.dice(), 3), CaseResult::dice)
                .numbers("Manual, kBq/ml", 4, row -> Texts.number(row.manual() / 1000, 1),
                        CaseResult::manual)
                .numbers("Automatic, kBq/ml", 4, row -> Texts.number(row.automatic() / 1000, 1),
                        CaseResult::automatic)
                .numbers("Difference, %", 4, row -> Texts.number(row.differencePercent(), 1),
                        CaseResult::differencePercent)
                .numbers("Manual, ml", 3, row -> Texts.number(row.volumeMlManual(), 1), CaseResult::volumeMlManual)
                .numbers("Automatic, ml", 3, row -> Texts.number(row.volumeMlAutomatic(), 1),
                        CaseResult::volumeMlAutomatic)
                .viewer();
    }

    private static String spread(Summary summary, int digits) {
        return Texts.number(summary.mean(), digits) + " \u00b1 " + Texts.number(summary.standardDeviation(), digits);
    }

    @Override
    protected void show(Content content) {
        if (content instanceof Content.Readable readable) {
            ExperimentInfo info = readable.info();
            setHeading(info.title().isBlank() ? info.name() : info.title(), sentences(readable));
            networks.setInput(NetworkSummary.of(readable.results()));
            cases.setInput(readable.results());
            boxes.setChart(chart(readable.results()));
        } else if (content instanceof Content.Unreadable unreadable) {
            setHeading(input().getName(), unreadable.message());
            networks.setInput(List.of());
            cases.setInput(List.of());
        }
    }

    private static String sentences(Content.Readable content) {
        ExperimentInfo info = content.info();
        List<String> sentences = new ArrayList<>();
        sentences.add(Texts.count(info.runs().size(), "network", "networks") + " over "
                + Texts.count(info.cases().size(), "test case", "test cases") + ", evaluated "
                + Texts.time(info.created()) + ". Mean \u00b1 standard deviation; right and left are the difference of"
                + " the kidney's activity concentration, automatic less manual.");
        if (!content.verdict().isBlank()) {
            sentences.add(content.verdict());
        }
        sentences.addAll(info.remarks());
        return String.join("\n", sentences);
    }

    private static BoxChart chart(List<CaseResult> results) {
        List<Series> series = new ArrayList<>();
        for (String network : results.stream().map(CaseResult::network).distinct().toList()) {
            List<CaseResult> rows = results.stream().filter(each -> each.network().equals(network)).toList();
            Map<String, Box> boxesOfSides = new HashMap<>();
            for (Side side : Side.values()) {
                double[] values = NetworkSummary.values(NetworkSummary.onSide(rows, side), CaseResult::dice);
                if (values.length > 0) {
                    boxesOfSides.put(side.word(), box(values));
                }
            }
            series.add(new Series(network, Palette.of(series.size()), boxesOfSides));
        }
        return new BoxChart("", Axis.of("Dice coefficient"), List.of(Side.RIGHT.word(), Side.LEFT.word()), series,
                List.of(), "");
    }

    private static Box box(double[] values) {
        TukeyBox box = TukeyBox.of(values);
        return new Box(box.lowerWhisker(), box.lowerQuartile(), box.median(), box.upperQuartile(), box.upperWhisker(),
                Summary.of(values).mean(), KeyedValue.of(box.outliers()));
    }
}
