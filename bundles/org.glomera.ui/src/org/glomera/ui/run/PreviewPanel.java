package org.glomera.ui.run;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunPreview;
import org.glomera.study.RunPreview.Epoch;
import org.glomera.study.RunState;
import org.glomera.ui.Texts;
import org.glomera.ui.preferences.ScreenColours;
import org.glomera.ui.preferences.Setting;
import org.glomera.ui.preferences.Settings;

/**
 * The picture of a run's preview with a slider over the epochs that were kept. As long as the newest epoch is chosen, a
 * newer one takes its place when it comes. Pictures are drawn in a job. UI thread only.
 */
final class PreviewPanel {

    private static final System.Logger LOG = System.getLogger(PreviewPanel.class.getName());
    private static final int PICTURE_PX = 150;
    private static final int PLAY_MS = 600;
    private static final long AFTER_RESIZE_MS = 100;

    private final PreviewCanvas canvas;
    private final Scale slider;
    private final Button play;
    private final Label text;
    private final IntConsumer epochChosen;
    private final Display display;
    private final PreviewDrawing drawing = new PreviewDrawing();
    private final Settings.Listener looks = this::settingChanged;
    private final Job job;
    private Path root;
    private String run = "";
    private RunContent.Readable content;
    private int chosen = -1;
    private boolean playing;
    private volatile PreviewDrawing.Wish wished;
    private PreviewDrawing.Wish shown;

    /**
     * Makes the widgets.
     *
     * @param epochChosen told of the epoch that is chosen; 0 when there is none
     * @param open opens the slice viewer
     */
    PreviewPanel(Composite parent, FormToolkit toolkit, IntConsumer epochChosen, Runnable open) {
        this.epochChosen = epochChosen;
        display = parent.getDisplay();
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        parent.setLayout(layout);
        canvas = new PreviewCanvas(parent);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1);
        place.heightHint = PICTURE_PX;
        place.widthHint = PICTURE_PX;
        canvas.setLayoutData(place);
        canvas.setToolTipText("Click to look at this case in the slice viewer");
        canvas.setCursor(display.getSystemCursor(SWT.CURSOR_HAND));
        canvas.addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && hasEpochs()) {
                open.run();
            }
        });
        canvas.addListener(SWT.Resize, event -> wish(AFTER_RESIZE_MS));
        play = toolkit.createButton(parent, "Play", SWT.PUSH);
        play.setToolTipText("Show the epochs one after the other");
        play.addListener(SWT.Selection, event -> setPlaying(!playing));
        slider = new Scale(parent, SWT.HORIZONTAL);
        slider.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        slider.setIncrement(1);
        slider.setPageIncrement(1);
        slider.setToolTipText("Epoch that is shown; at the right end the newest one, also of those to come");
        slider.addListener(SWT.Selection, event -> {
            setPlaying(false);
            choose(slider.getSelection());
        });
        toolkit.adapt(slider, true, true);
        text = toolkit.createLabel(parent, "", SWT.NONE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        job = Job.createSystem("Drawing a preview", (ICoreRunnable) this::draw);
        job.setPriority(Job.SHORT);
        Settings.ofWorkbench().addListener(looks);
        canvas.addListener(SWT.Dispose, event -> {
            Settings.ofWorkbench().removeListener(looks);
            wished = null;
            job.cancel();
        });
    }

    private void settingChanged(Setting setting) {
        if (Settings.isColour(setting) && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (!canvas.isDisposed()) {
                    wish(0);
                }
            });
        }
    }

    private List<Epoch> epochs() {
        return content == null ? List.of() : content.preview().map(RunPreview::epochs).orElse(List.of());
    }

    private boolean hasEpochs() {
        return !epochs().isEmpty();
    }

    /** Shows the preview of a run as it is now. */
    void show(Path newRoot, String newRun, RunContent.Readable newContent) {
        Optional<Epoch> before = chosen();
        boolean newest = before.isEmpty() || chosen == epochs().size() - 1;
        root = newRoot;
        run = newRun;
        content = newContent;
        List<Epoch> epochs = epochs();
        slider.setMaximum(Math.max(1, epochs.size() - 1));
        slider.setEnabled(epochs.size() > 1);
        play.setEnabled(epochs.size() > 1);
        int index = newest ? epochs.size() - 1 : indexOf(before.get().epoch(), epochs);
        if (epochs.size() < 2) {
            setPlaying(false);
        }
        choose(index);
        if (epochs.isEmpty()) {
            wished = null;
            shown = null;
            canvas.showMessage(whyNone());
        }
    }

    /** The last epoch that is not later than another; the first where all are. */
    private static int indexOf(int epoch, List<Epoch> epochs) {
        int index = 0;
        for (int i = 0; i < epochs.size(); i++) {
            index = epochs.get(i).epoch() <= epoch ? i : index;
        }
        return index;
    }

    private String whyNone() {
        if (!content.previewProblem().isEmpty()) {
            return content.previewProblem();
        }
        String remark = content.preview().map(RunPreview::remark).orElse("");
        if (!remark.isEmpty()) {
            return remark;
        }
        RunState state = content.info().state();
        return state == RunState.FINISHED || state == RunState.FAILED || content.info().epochsDone() > 0
                && content.preview().isEmpty() ? "This training kept no preview."
                        : "The first picture comes with the first finished epoch.";
    }

    /** Chooses an epoch by its place in the list, as the slider does. */
    void choose(int index) {
        chosen = Math.min(index, epochs().size() - 1);
        slider.setSelection(Math.max(0, chosen));
        text.setText(chosen().map(this::sentence).orElse(""));
        text.setToolTipText(text.getText());
        epochChosen.accept(chosen().map(Epoch::epoch).orElse(0));
        wish(0);
    }

    private Optional<Epoch> chosen() {
        List<Epoch> epochs = epochs();
        return chosen >= 0 && chosen < epochs.size() ? Optional.of(epochs.get(chosen)) : Optional.empty();
    }

    private String sentence(Epoch epoch) {
        return String.format(Locale.ROOT, "Epoch %d of %d, case %s: Dice %s right, %s left", epoch.epoch(),
                content.info().epochsPlanned(), content.preview().map(RunPreview::caseId).orElse(""),
                Texts.number(epoch.diceRight(), 3), Texts.number(epoch.diceLeft(), 3));
    }

    /** Shows the epochs one after the other, from the first when the last is shown. */
    void setPlaying(boolean newPlaying) {
        if (playing == newPlaying) {
            return;
        }
        playing = newPlaying;
        play.setText(playing ? "Pause" : "Play");
        if (playing) {
            if (chosen == epochs().size() - 1) {
                choose(0);
            }
            display.timerExec(PLAY_MS, this::next);
        }
    }

    private void next() {
        if (canvas.isDisposed() || !playing) {
            return;
        }
        if (chosen < epochs().size() - 1) {
            choose(chosen + 1);
            display.timerExec(PLAY_MS, this::next);
        } else {
            setPlaying(false);
        }
    }

    private void wish(long delayMs) {
        List<PreviewDrawing.Size> sizes = canvas.sizes();
        if (chosen().isEmpty() || sizes.isEmpty()) {
            return;
        }
        PreviewDrawing.Wish wish = new PreviewDrawing.Wish(root, run, content.preview().orElseThrow(),
                chosen().get(), sizes, look());
        if (!wish.equals(wished)) {
            wished = wish;
            job.schedule(delayMs);
        }
    }

    private PreviewDrawing.Look look() {
        Settings settings = Settings.ofWorkbench();
        ScreenColours colours = settings.colours();
        return new PreviewDrawing.Look(colours.of(isHybrid() ? ViewedCaseReader.MANUAL_SPECT
                : ViewedCaseReader.MANUAL_CT), colours.of(content.rgb()), settings.ctPreset().window(),
                settings.spectColours(), settings.spectOpacity());
    }

    private boolean isHybrid() {
        return content.preview().map(RunPreview::grid).orElse(ImageGrid.CT) == ImageGrid.SPECT;
    }

    private void draw(IProgressMonitor monitor) {
        PreviewDrawing.Wish wish = wished;
        if (wish == null || monitor.isCanceled()) {
            return;
        }
        try {
            PreviewDrawing.Drawn drawn = drawing.draw(wish, monitor);
            later(wish, () -> {
                shown = wish;
                canvas.show(drawn.pictures(), meanings(wish), String.join(" ", drawn.problems()));
            });
        } catch (OperationCanceledException e) {
            throw e;
        } catch (GlomeraException e) {
            LOG.log(Level.INFO, "A preview could not be shown.", e);
            later(wish, () -> canvas.showMessage(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A preview could not be shown.", e);
            later(wish, () -> canvas.showMessage("The preview could not be shown because of a defect of the program;"
                    + " the log holds the details."));
        }
    }

    private void later(PreviewDrawing.Wish wish, Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!canvas.isDisposed() && wish.equals(wished)) {
                    task.run();
                }
            });
        }
    }

    private static List<PreviewCanvas.Meaning> meanings(PreviewDrawing.Wish wish) {
        String image = wish.preview().grid() == ImageGrid.SPECT ? "SPECT" : "CT";
        return List.of(new PreviewCanvas.Meaning(wish.look().manualRgb(), "Manual on " + image),
                new PreviewCanvas.Meaning(wish.look().networkRgb(), "Network after epoch " + wish.epoch().epoch()));
    }

    /** The epoch whose picture is shown; 0 when there is none. For tests. */
    int shownEpoch() {
        return shown == null || canvas.pictures().isEmpty() ? 0 : shown.epoch().epoch();
    }

    /** The pictures, for tests. */
    PreviewCanvas canvas() {
        return canvas;
    }

    /** What is said of the chosen epoch, for tests. */
    String sentence() {
        return text.getText();
    }
}
