package org.glomera.ui.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IEditorPart;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.SlicePicture;
import org.glomera.ui.viewer.PlanePane;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;

/**
 * Scrolls through a CT of 512 x 512 x 300 voxels with SPECT fused over it: the wheel is turned again as soon as the
 * slice before was painted.
 */
final class SliceStep {

    private static final int SLICES = 200;
    private static final int NOT_COUNTED = 40;
    /** After so many slices the wheel turns the other way. */
    private static final int TURN = 60;
    private static final int MOST_SECONDS = 40;

    private final PlanePane pane;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Listener painted = this::painted;
    private SlicePicture last;
    private int count;
    private long start;
    private long end;

    private SliceStep(PlanePane pane) {
        this.pane = pane;
    }

    static void scroll(Window window, Path folder, List<Measured> results) throws Exception {
        SliceEditor editor = window.call(() -> {
            IEditorPart opened = Window.page().openEditor(new SliceInput(folder.resolve("slices"), "BIG", ""),
                    SliceEditor.ID);
            return (SliceEditor) opened;
        });
        window.waitFor("the images", 60, () -> editor.pane().pane(Plane.AXIAL).picture() != null);
        Thread.sleep(TimeUnit.SECONDS.toMillis(1));
        try (PauseProbe probe = new PauseProbe(window.display())) {
            SliceStep step = new SliceStep(editor.pane().pane(Plane.AXIAL));
            window.display().asyncExec(step::begin);
            if (!step.done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(step.count + " slices in " + MOST_SECONDS + " s");
            }
            results.add(new Measured("slices of 512 x 512 x 300 scrolled, SPECT fused", step.perSecond(), "a second"));
            results.add(new Measured("longest pause of the window, while slices are scrolled", probe.longestMs(),
                    "ms"));
        }
        window.call(() -> Window.page().closeEditor(editor, false));
    }

    private double perSecond() {
        return SLICES * 1e9 / (end - start);
    }

    private void begin() {
        pane.addListener(SWT.Paint, painted);
        turn();
    }

    private void turn() {
        last = pane.picture();
        Event wheel = new Event();
        wheel.count = count / TURN % 2 == 0 ? 1 : -1;
        pane.notifyListeners(SWT.MouseVerticalWheel, wheel);
    }

    private void painted(Event event) {
        if (pane.picture() == last || done.getCount() == 0) {
            return;
        }
        count++;
        if (count == NOT_COUNTED) {
            start = System.nanoTime();
        }
        if (count == NOT_COUNTED + SLICES) {
            end = System.nanoTime();
            pane.removeListener(SWT.Paint, painted);
            done.countDown();
            return;
        }
        last = pane.picture();
        pane.getDisplay().asyncExec(this::turn);
    }
}
