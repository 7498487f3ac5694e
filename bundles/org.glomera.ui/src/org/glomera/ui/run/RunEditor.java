package org.glomera.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.glomera.chart.Axis;
import org.glomera.chart.LineChart;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.Mark;
import org.glomera.chart.Palette;
import org.glomera.chart.Point;
import org.glomera.core.GlomeraException;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Texts;
import org.glomera.ui.editor.FigurePane;
import org.glomera.ui.editor.ItemEditor;
import org.glomera.ui.editor.ItemInput;

/** Shows a run: its state in a sentence and its learning curve, which grows while the network is trained. */
public final class RunEditor extends ItemEditor<RunEditor.Content> {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.run";

    private static final int CURVE_PX = 280;

    /** What was read of a run. One of two kinds. */
    sealed interface Content {

        /** A run that could be read. */
        record Readable(RunInfo info, Curve curve) implements Content {
        }

        /** A run that could not be read, with the sentence that says why. */
        record Unreadable(String message) implements Content {
        }
    }

    private FigurePane curve;

    @Override
    protected Content read(ItemInput input, IProgressMonitor monitor) {
        try {
            StudyFolder study = StudyFolder.open(input.root());
            return new Content.Readable(study.readRun(input.getName()), study.readCurve(input.getName()));
        } catch (GlomeraException e) {
            return new Content.Unreadable(e.getMessage());
        }
    }

    @Override
    protected void createContent(Composite body) {
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.heightHint = CURVE_PX;
        Composite client = section(body, "Learning curve", place);
        client.setLayout(new FillLayout());
        curve = new FigurePane(client);
    }

    @Override
    protected void show(Content content) {
        if (content instanceof Content.Readable readable) {
            RunInfo info = readable.info();
            setHeading(info.title().isBlank() ? info.name() : info.title(), sentences(info));
            curve.setChart(chart(readable));
        } else if (content instanceof Content.Unreadable unreadable) {
            setHeading(input().getName(), unreadable.message());
        }
    }

    private static String sentences(RunInfo info) {
        String state = switch (info.state()) {
            case PREPARED -> "Prepared; not trained yet.";
            case TRAINING -> "In training: " + epochs(info) + ".";
            case STOPPED -> "Stopped: " + epochs(info) + "; training goes on from there. " + info.remark();
            case FINISHED -> info.keptEarly() ? "Stopped on purpose and kept: " + epochs(info) + "; it can be evaluated"
                    + " as it is, or resumed." : "Finished: " + epochs(info) + ".";
            case FAILED -> "Failed: " + epochs(info) + ". " + info.remark();
        };
        String reported = info.reportedEpoch() > 0
                ? "\nReported is epoch " + info.reportedEpoch() + ": " + info.reportedEpochReason() : "";
        return state + " " + Texts.count(info.trainingImages(), "training image", "training images") + ", "
                + Texts.count(info.testImages(), "test image", "test images") + ", "
                + Texts.count(info.excluded().size(), "case", "cases") + " left out." + reported;
    }

    private static String epochs(RunInfo info) {
        return info.epochsDone() + " of " + Texts.count(info.epochsPlanned(), "epoch", "epochs");
    }

    private static LineChart chart(Content.Readable readable) {
        List<CurvePoint> points = readable.curve().points();
        List<Mark> marks = new ArrayList<>();
        if (readable.info().reportedEpoch() > 0) {
            marks.add(new Mark(readable.info().reportedEpoch(), "reported"));
        }
        return new LineChart("", new Axis("Epoch", 0, readable.info().epochsPlanned(), true),
                Axis.of("Mean Dice coefficient", 0, 1),
                List.of(line("Test cases", Palette.BLUE, Stroke.SOLID, points, CurvePoint::testDice),
                        line("Training cases", Palette.ORANGE, Stroke.DASHED, points, CurvePoint::trainingDice)),
                marks);
    }

    private static Line line(String name, int rgb, Stroke stroke, List<CurvePoint> points,
            ToDoubleFunction<CurvePoint> value) {
        List<Point> known = points.stream().filter(point -> !Double.isNaN(value.applyAsDouble(point)))
                .map(point -> new Point(point.epoch(), value.applyAsDouble(point))).toList();
        return new Line(name, rgb, stroke, known, List.of());
    }

    /** Where the curve is shown, for tests. */
    FigurePane curve() {
        return curve;
    }
}
