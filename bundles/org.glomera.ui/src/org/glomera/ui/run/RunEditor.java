package org.glomera.ui.run;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.glomera.chart.Axis;
import org.glomera.chart.LineChart;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Stroke;
import org.glomera.chart.Mark;
import org.glomera.chart.Palette;
import org.glomera.chart.Point;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.study.CurvePoint;
import org.glomera.study.RunInfo;
import org.glomera.study.RunPreview;
import org.glomera.study.RunProgress;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Texts;
import org.glomera.ui.editor.FigurePane;
import org.glomera.ui.editor.ItemEditor;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;

/**
 * The live view of a run: its learning curve, what the network finds in a test case after its epochs, and how far the
 * training is. It follows the run's files, so it is the same for a training of this window, of another program and of
 * another machine.
 */
public final class RunEditor extends ItemEditor<RunContent> {

    /** The identifier of this editor in plugin.xml. */
    public static final String ID = "org.glomera.ui.editors.run";

    private static final System.Logger LOG = System.getLogger(RunEditor.class.getName());
    private static final int CURVE_PX = 200;
    /** From this width on, curve and picture stand beside each other. */
    private static final int WIDE_PX = 760;

    private FigurePane curve;
    private PreviewPanel preview;
    private StatePanel state;
    private ProgressFollower follower;
    private RunContent.Readable shown;
    private int epochShown;

    @Override
    protected RunContent read(ItemInput input, IProgressMonitor monitor) {
        try {
            StudyFolder study = StudyFolder.open(input.root());
            RunInfo info = study.readRun(input.getName());
            Optional<RunPreview> found = Optional.empty();
            String problem = "";
            try {
                found = RunPreview.read(study, info.name());
            } catch (GlomeraException e) {
                LOG.log(Level.INFO, "A preview could not be read.", e);
                problem = e.getMessage();
            }
            int rgb = ViewedCaseReader.colour(study, info.name(), found.map(RunPreview::caseId).orElse(""));
            return new RunContent.Readable(info, study.readCurve(info.name()), found, problem, rgb);
        } catch (GlomeraException e) {
            return new RunContent.Unreadable(e.getMessage());
        }
    }

    @Override
    protected void createContent(Composite body) {
        Composite both = toolkit().createComposite(body);
        both.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout(2, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 16;
        both.setLayout(layout);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.heightHint = CURVE_PX;
        Composite client = section(both, "Learning curve", place);
        client.setLayout(new FillLayout());
        curve = new FigurePane(client);
        Composite picture = section(both, "Preview on a test case", new GridData(SWT.FILL, SWT.FILL, true, true));
        preview = new PreviewPanel(picture, toolkit(), this::epochChosen, this::openImages);
        state = new StatePanel(section(body, "Training", new GridData(SWT.FILL, SWT.TOP, true, false)), toolkit(),
                this::openImages);
        follower = new ProgressFollower(body, input().root(), input().getName(), this::showProgress);
        whenResized(width -> {
            boolean stateChanged = state.fit(width);
            int columns = width < WIDE_PX ? 1 : 2;
            if (columns != layout.numColumns || stateChanged) {
                layout.numColumns = columns;
                reflow();
            }
        });
    }

    @Override
    protected void show(RunContent content) {
        if (content instanceof RunContent.Readable readable) {
            shown = readable;
            RunInfo info = readable.info();
            setHeading(info.title().isBlank() ? info.name() : info.title(), sentence(info));
            preview.show(input().root(), info.name(), readable);
            curve.setChart(chart(readable, epochShown));
            follower.follow(info.state() == RunState.TRAINING);
            showProgress(follower.latest());
        } else if (content instanceof RunContent.Unreadable unreadable) {
            shown = null;
            follower.follow(false);
            setHeading(input().getName(), unreadable.message());
        }
    }

    private void showProgress(Optional<RunProgress> progress) {
        if (shown != null && state.show(shown, progress, Instant.now())) {
            reflow();
        }
    }

    private void epochChosen(int epoch) {
        if (epoch != epochShown) {
            epochShown = epoch;
            if (shown != null) {
                curve.setChart(chart(shown, epoch));
            }
        }
    }

    private void openImages() {
        String caseId = shown == null ? "" : shown.preview().map(RunPreview::caseId).orElse("");
        if (!caseId.isEmpty()) {
            try {
                SliceEditor.open(getSite().getPage(), new SliceInput(input().root(), caseId, ""));
            } catch (PartInitException e) {
                LOG.log(Level.WARNING, "The images of a case could not be shown.", e);
            }
        }
    }

    private static String sentence(RunInfo info) {
        return switch (info.state()) {
            case PREPARED -> "Prepared; not trained yet.";
            case TRAINING -> "In training: " + epochs(info) + ".";
            case STOPPED -> "Stopped: " + epochs(info) + "; training goes on from there.";
            case FINISHED -> (info.keptEarly() ? "Stopped on purpose and kept: "
                    : info.endedEarly() ? "Finished by early stopping: " : "Finished: ") + epochs(info) + ".";
            case FAILED -> "Failed: " + epochs(info) + ".";
        };
    }

    private static String epochs(RunInfo info) {
        return info.epochsDone() + " of " + Texts.count(info.epochsPlanned(), "epoch", "epochs");
    }

    private static LineChart chart(RunContent.Readable readable, int epochShown) {
        List<CurvePoint> points = readable.curve().points();
        List<Mark> marks = new ArrayList<>();
        int reported = readable.info().reportedEpoch();
        if (reported > 0) {
            marks.add(new Mark(reported, reported == epochShown ? "reported, shown" : "reported"));
        }
        if (epochShown > 0 && epochShown != reported) {
            marks.add(new Mark(epochShown, "shown").withColour(Palette.GREEN));
        }
        List<Line> lines = new ArrayList<>(List.of(
                line("Test cases", Palette.BLUE, Stroke.SOLID, points, CurvePoint::testDice),
                line("Training cases", Palette.ORANGE, Stroke.DASHED, points, CurvePoint::trainingDice)));
        if (readable.curve().validated()) {
            lines.add(line("Validation cases", Palette.PURPLE, Stroke.SOLID, points, CurvePoint::validationDice));
        }
        return new LineChart("", new Axis("Epoch", 0, readable.info().epochsPlanned(), true),
                Axis.of("Mean Dice coefficient", 0, 1), lines, marks);
    }

    private static Line line(String name, int rgb, Stroke stroke, List<CurvePoint> points,
            ToDoubleFunction<CurvePoint> value) {
        List<Point> known = points.stream().filter(point -> !Double.isNaN(value.applyAsDouble(point)))
                .map(point -> new Point(point.epoch(), value.applyAsDouble(point))).toList();
        return new Line(name, rgb, stroke, known, List.of());
    }

    /** Where the curve is shown, for tests. */
    FigurePane curve() {
        return Objects.requireNonNull(curve);
    }

    /** Where the preview is shown, for tests. */
    PreviewPanel preview() {
        return Objects.requireNonNull(preview);
    }

    /** Where the state is shown, for tests. */
    StatePanel state() {
        return Objects.requireNonNull(state);
    }
}
