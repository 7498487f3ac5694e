package org.glomera.ui.viewer;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SlicePicture;

/**
 * Shows one plane of a case and lets the user move in it. The pixels are drawn on another thread; the cross-hair, the
 * letters and the scale bar are laid over them as they are now. {@link PaneGestures} listens to mouse and keys.
 */
public final class PlanePane extends Canvas {

    private final ViewerModel model;
    private final Plane plane;
    private final SliceDrawing drawing;
    private final PaneOverlay overlay;
    private Image image;
    private SlicePicture picture;

    /**
     * Makes a pane that follows a model.
     *
     * @param move moves the SPECT
     * @param executor draws the pictures
     * @param pointed told of the patient position under the cursor in millimetres, and of null when it leaves
     */
    PlanePane(Composite parent, ViewerModel model, SpectMove move, Plane plane, Executor executor,
            Consumer<Vector3> pointed) {
        super(parent, SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED);
        this.model = model;
        this.plane = plane;
        drawing = new SliceDrawing(executor, getDisplay(), this::show);
        overlay = new PaneOverlay(this, model, move, plane);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, event -> startDrawing());
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Dispose, event -> release());
        new PaneGestures(this, model, move, pointed);
        model.addListener(this::startDrawing);
    }

    /** The plane that is shown. */
    public Plane plane() {
        return plane;
    }

    /** What part of the plane the pane shows now, in the pixels of mouse events. */
    public PlaneView view() {
        Point size = getSize();
        return model.view(plane, Math.max(1, size.x), Math.max(1, size.y));
    }

    /** The picture that is shown, in the pixels of the screen; null before the first. For tests and for saving. */
    public SlicePicture picture() {
        return picture;
    }

    private void startDrawing() {
        if (isDisposed() || getSize().x < 1 || getSize().y < 1) {
            return;
        }
        Point size = getSize();
        double scale = pixelsPerPoint();
        PlaneView view = model.view(plane, (int) Math.round(size.x * scale), (int) Math.round(size.y * scale));
        drawing.draw(model.scene(view, (int) Math.round(scale)), view);
        redraw();
    }

    /** Screen pixels a point of SWT's coordinates has: 2 on a screen of twice the usual density. */
    private double pixelsPerPoint() {
        return Math.max(1, getMonitor().getZoom() / 100.0);
    }

    private void show(SlicePicture newPicture, ImageData data) {
        if (isDisposed()) {
            return;
        }
        if (image != null) {
            image.dispose();
        }
        image = new Image(getDisplay(), data);
        picture = newPicture;
        redraw();
    }

    private void paint(Event event) {
        Point size = getSize();
        paint(event.gc, size.x, size.y);
    }

    /** Paints the picture with what is laid over it; also for saving. */
    void paint(GC gc, int width, int height) {
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
        gc.fillRectangle(0, 0, width, height);
        if (image != null) {
            gc.setInterpolation(SWT.NONE);
            gc.drawImage(image, 0, 0, picture.view().widthPx(), picture.view().heightPx(), 0, 0, width, height);
        }
        if (!model.images().isEmpty()) {
            overlay.paint(gc, view());
        }
    }

    private void release() {
        drawing.cancel();
        if (image != null) {
            image.dispose();
            image = null;
        }
        picture = null;
    }
}
