package org.glomera.ui.scene;

import java.util.function.Consumer;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.scene.SceneView;
import org.glomera.ui.preferences.Settings;

/**
 * Shows the scene as the engine draws it, in the pixels of the screen, with titles, legend, scales and measurements laid
 * over it as sharp as the screen is. {@link SceneGestures} listens to mouse and keys.
 */
final class SceneCanvas extends Canvas {

    /** After so many milliseconds of rest a draft is drawn in full. */
    private static final int REST_MS = 180;
    private static final int SMALLEST_PX = 16;

    private final SceneModel model;
    private final SceneOverlay overlay;
    private final LocalResourceManager resources;
    private final Runnable rested = this::rest;
    private SceneRenderer renderer;
    private SceneDrawing drawing;
    private SceneDrawing.Drawn drawn;
    private Image image;
    private boolean isDragged;
    private boolean isMoving;

    /** Makes a canvas that follows a model; nothing is drawn until it has a renderer. */
    SceneCanvas(Composite parent, SceneModel model) {
        super(parent, SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED);
        this.model = model;
        resources = new LocalResourceManager(JFaceResources.getResources(), this);
        overlay = new SceneOverlay(resources);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, event -> resized());
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        Settings.Listener colours = setting -> {
            if (Settings.isColour(setting)) {
                getDisplay().asyncExec(this::drawAgain);
            }
        };
        Settings.ofWorkbench().addListener(colours);
        addListener(SWT.Dispose, event -> {
            Settings.ofWorkbench().removeListener(colours);
            release();
        });
        model.addListener(this::startDrawing);
    }

    /** Draws with a renderer from now on; the canvas closes it. */
    void setRenderer(SceneRenderer newRenderer, SceneItems items, Consumer<Throwable> failed) {
        closeRenderer();
        renderer = newRenderer;
        drawing = new SceneDrawing(newRenderer, items, getDisplay(), this::show, failed);
        startDrawing();
    }

    /** Gives the renderer back. */
    void closeRenderer() {
        if (renderer != null) {
            drawing.cancel();
            renderer.close();
            renderer = null;
            drawing = null;
        }
    }

    /** What draws; null before there is one. */
    SceneRenderer renderer() {
        return renderer;
    }

    /** What is seen now; null before the first picture. */
    SceneDrawing.Drawn drawn() {
        return drawn;
    }

    /** Whether what is seen is what the model says, in full quality. */
    boolean isUpToDate() {
        return drawing != null && drawing.isDone() && drawn != null && drawn.state().equals(model.state().scene())
                && !drawn.view().draft() && drawn.view().width() == widthPx();
    }

    /** Screen pixels a point of SWT's coordinates has: 2 on a screen of twice the usual density. */
    double pixelsPerPoint() {
        return Math.max(1, getMonitor().getZoom() / 100.0);
    }

    /** The part of the canvas that the picture fills; the strip right of it belongs to the colour scale. */
    int pictureWidth() {
        return Math.max(1, getSize().x - SceneOverlay.stripPx(model.state()));
    }

    private int widthPx() {
        return Math.min(SceneView.LARGEST_PX, (int) Math.round(pictureWidth() * pixelsPerPoint()));
    }

    private int heightPx() {
        return Math.min(SceneView.LARGEST_PX, (int) Math.round(getSize().y * pixelsPerPoint()));
    }

    /** Says that a drag begins or ends: meanwhile pictures may be coarser. */
    void setDragged(boolean dragged) {
        isDragged = dragged;
        if (!dragged) {
            rest();
        }
    }

    /** Says that the camera moves by steps, as with the wheel: pictures may be coarser until it rests. */
    void moving() {
        isMoving = true;
        getDisplay().timerExec(REST_MS, rested);
    }

    private void rest() {
        isMoving = false;
        startDrawing();
    }

    private void resized() {
        int panes = PanePlan.of(model.content(), model.settings()).size();
        setAspect(panes);
        startDrawing();
    }

    private void setAspect(int panes) {
        Point size = getSize();
        if (size.x > 0 && size.y > 0) {
            int columns = PanePlan.columns(panes, pictureWidth(), size.y);
            int rows = (panes + columns - 1) / columns;
            model.setAspect(pictureWidth() / (double) columns / (size.y / (double) rows));
        }
    }

    private void drawAgain() {
        if (!isDisposed() && drawing != null) {
            drawing.forget();
            startDrawing();
        }
    }

    private void startDrawing() {
        if (isDisposed() || drawing == null || pictureWidth() < SMALLEST_PX || getSize().y < SMALLEST_PX) {
            return;
        }
        setAspect(PanePlan.of(model.content(), model.settings()).size());
        drawing.draw(model.state().scene(), widthPx(), heightPx(), isDragged || isMoving);
        redraw();
    }

    private void show(SceneDrawing.Drawn newDrawn, ImageData data) {
        if (isDisposed()) {
            return;
        }
        if (image != null) {
            image.dispose();
        }
        image = new Image(getDisplay(), data);
        drawn = newDrawn;
        model.setLayerProblems(newDrawn.problems());
        redraw();
    }

    private void paint(Event event) {
        Point size = getSize();
        paint(event.gc, size.x, size.y);
        if (isFocusControl()) {
            event.gc.setForeground(resources.create(ColorDescriptor.createFrom(new RGB(88, 166, 255))));
            event.gc.setLineWidth(1);
            event.gc.drawRectangle(0, 0, size.x - 1, size.y - 1);
        }
    }

    /** Paints the picture with what is laid over it; also for saving. */
    void paint(GC gc, int width, int height) {
        gc.setBackground(resources.create(ColorDescriptor.createFrom(SceneOverlay.ground(model.state()))));
        gc.fillRectangle(0, 0, width, height);
        if (image != null && drawn != null) {
            gc.setInterpolation(SWT.HIGH);
            int pictureWidth = Math.max(1, width - SceneOverlay.stripPx(drawn.state()));
            gc.drawImage(image, 0, 0, drawn.view().width(), drawn.view().height(), 0, 0, pictureWidth, height);
            overlay.paint(gc, drawn, model.state(), pictureWidth, height);
        }
    }

    private void release() {
        getDisplay().timerExec(-1, rested);
        closeRenderer();
        if (image != null) {
            image.dispose();
            image = null;
        }
        drawn = null;
    }
}
