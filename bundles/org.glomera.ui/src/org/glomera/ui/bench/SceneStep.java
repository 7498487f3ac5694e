package org.glomera.ui.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.glomera.ui.StudyPerspective;
import org.glomera.ui.scene.ScenePerspective;
import org.glomera.ui.scene.SceneViewPart;
import org.glomera.ui.viewer.SliceInput;

/**
 * Turns six surfaces in the 3D view with the mouse: it is moved again as soon as the picture before was painted. Then it
 * is let go, and the time until the picture is there in full quality is taken.
 */
final class SceneStep {

    private static final Point WANTED = new Point(800, 600);
    private static final int PICTURES = 100;
    private static final int NOT_COUNTED = 20;
    private static final int STEP_PX = 6;
    private static final int MOST_SECONDS = 40;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SceneViewPart view;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Listener painted = this::painted;
    private Object last;
    private int count;
    private int x = WANTED.x / 2;
    private long start;
    private long end;

    private SceneStep(SceneViewPart view) {
        this.view = view;
    }

    static void turn(Window window, Path folder, List<Measured> results) throws Exception {
        window.call(() -> PlatformUI.getWorkbench().showPerspective(ScenePerspective.ID,
                Window.page().getWorkbenchWindow()));
        try {
            SceneViewPart view = open(window, new SliceInput(folder.resolve("slices"), "BIG", ""));
            Point size = window.call(() -> fit(view));
            window.waitFor("the picture", 60, view::isAtRest);
            try (PauseProbe probe = new PauseProbe(window.display())) {
                SceneStep step = new SceneStep(view);
                window.display().asyncExec(step::begin);
                if (!step.done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(step.count + " pictures in " + MOST_SECONDS + " s");
                }
                results.add(new Measured("3D view turned, six surfaces, " + size.x + " x " + size.y, PICTURES
                        * NANOS_PER_SECOND / (step.end - step.start), "a second"));
                results.add(new Measured("longest pause of the window, while the 3D view is turned",
                        probe.longestMs(), "ms"));
                long released = System.nanoTime();
                window.waitFor("the picture in full quality", 60, view::isAtRest);
                results.add(new Measured("3D view, from letting go to full quality",
                        (System.nanoTime() - released) / 1e6, "ms"));
            }
        } finally {
            window.call(() -> PlatformUI.getWorkbench().showPerspective(StudyPerspective.ID,
                    Window.page().getWorkbenchWindow()));
        }
    }

    /** Opens the view on a case and waits until its surfaces are seen. */
    static SceneViewPart open(Window window, SliceInput input) throws Exception {
        SceneViewPart view = window.call(() -> {
            if (Window.page().showView(SceneViewPart.ID) instanceof SceneViewPart shown) {
                shown.show(input);
                return shown;
            }
            throw new IllegalStateException("the 3D view could not be opened; the workbench's log says why");
        });
        window.waitFor("the surfaces", 120, view::isAtRest);
        return view;
    }

    /** Makes the window so large that the view has the wanted size; what it has then. */
    private static Point fit(SceneViewPart view) {
        Shell shell = view.getSite().getShell();
        for (int round = 0; round < 3; round++) {
            Point now = view.canvas().getSize();
            Point whole = shell.getSize();
            shell.setSize(whole.x + WANTED.x - now.x, whole.y + WANTED.y - now.y);
            shell.layout(true, true);
            while (shell.getDisplay().readAndDispatch()) {
                // until the new size is there
            }
        }
        return view.canvas().getSize();
    }

    private void begin() {
        view.canvas().addListener(SWT.Paint, painted);
        send(SWT.MouseDown);
        move();
    }

    private void send(int type) {
        Event event = new Event();
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.count = 1;
        event.x = x;
        event.y = WANTED.y / 2;
        view.canvas().notifyListeners(type, event);
    }

    private void move() {
        last = view.picture();
        x += STEP_PX;
        send(SWT.MouseMove);
    }

    private void painted(Event event) {
        if (view.picture() == last || done.getCount() == 0) {
            return;
        }
        last = view.picture();
        count++;
        if (count == NOT_COUNTED) {
            start = System.nanoTime();
        }
        if (count == NOT_COUNTED + PICTURES) {
            end = System.nanoTime();
            view.canvas().removeListener(SWT.Paint, painted);
            view.canvas().getDisplay().asyncExec(() -> {
                send(SWT.MouseUp);
                done.countDown();
            });
            return;
        }
        view.canvas().getDisplay().asyncExec(this::move);
    }
}
