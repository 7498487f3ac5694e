package org.glomera.ui.scene;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.glomera.render.scene.PaneBox;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.StandardView;

/**
 * What mouse and keys do in the 3D view: a drag turns the scene, with Shift or the middle button it moves it, with the
 * right button it magnifies; the wheel magnifies; a click points at something; keys look from a side, turn and move.
 */
final class SceneGestures {

    private static final int CLICK_PX = 3;
    private static final double WHEEL_ZOOM = 1.12;
    /** How far a drag over the height of a pane turns the scene. */
    private static final double DEGREES_A_HEIGHT = 200;
    private static final double KEY_DEG = 10;
    private static final double KEY_PAN = 0.05;
    /** A drag over the height of a pane magnifies by e to this power. */
    private static final double ZOOM_A_HEIGHT = 3;

    private enum Drag {
        NONE, ROTATE, PAN, ZOOM
    }

    private final SceneCanvas canvas;
    private final SceneModel model;
    private Drag drag = Drag.NONE;
    private boolean isClick;
    private boolean isDragging;
    private int startX;
    private int startY;
    private int lastX;
    private int lastY;

    SceneGestures(SceneCanvas canvas, SceneModel model) {
        this.canvas = canvas;
        this.model = model;
        canvas.addListener(SWT.MouseDown, this::begin);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::end);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseDoubleClick, event -> {
            if (!model.isMeasuring()) {
                model.fit();
            }
        });
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private void begin(Event event) {
        canvas.setFocus();
        startX = event.x;
        startY = event.y;
        lastX = event.x;
        lastY = event.y;
        isClick = event.button == 1 && event.count < 2;
        drag = switch (event.button) {
            case 1 -> (event.stateMask & SWT.SHIFT) != 0 ? Drag.PAN : Drag.ROTATE;
            case 2 -> Drag.PAN;
            case 3 -> Drag.ZOOM;
            default -> Drag.NONE;
        };
    }

    private void move(Event event) {
        if (drag == Drag.NONE || canvas.drawn() == null) {
            return;
        }
        isClick &= Math.abs(event.x - startX) <= CLICK_PX && Math.abs(event.y - startY) <= CLICK_PX;
        if (isClick) {
            return;
        }
        if (!isDragging) {
            isDragging = true;
            canvas.setDragged(true);
        }
        double height = paneHeight();
        double dx = (event.x - lastX) / height;
        double dy = (event.y - lastY) / height;
        model.setCamera(switch (drag) {
            case ROTATE -> model.camera().orbit(dx * DEGREES_A_HEIGHT, dy * DEGREES_A_HEIGHT);
            case PAN -> model.camera().pan(dx, dy);
            case ZOOM -> model.camera().zoom(Math.exp(-dy * ZOOM_A_HEIGHT));
            case NONE -> throw new IllegalStateException("no drag");
        });
        lastX = event.x;
        lastY = event.y;
    }

    /** The height of a pane in the coordinates of mouse events. */
    private double paneHeight() {
        SceneView view = canvas.drawn().view();
        return Math.max(1, canvas.getSize().y / (double) view.rows());
    }

    private void end(Event event) {
        boolean clicked = isClick && drag != Drag.NONE;
        drag = Drag.NONE;
        isClick = false;
        if (isDragging) {
            isDragging = false;
            canvas.setDragged(false);
        }
        if (clicked) {
            pick(event.x, event.y);
        }
    }

    /** Points at a place of the canvas. The answer comes back later, on the UI thread. */
    private void pick(int x, int y) {
        if (canvas.renderer() == null || canvas.drawn() == null) {
            return;
        }
        Point size = new Point(canvas.pictureWidth(), canvas.getSize().y);
        SceneView view = canvas.drawn().view();
        SceneContent asked = model.content();
        canvas.renderer().pick(x * view.width() / Math.max(1, size.x), y * view.height() / Math.max(1, size.y))
                .thenAcceptAsync(found -> canvas.getDisplay().asyncExec(() -> {
                    if (!canvas.isDisposed() && asked == model.content()) {
                        model.setPick(found.orElse(null));
                    }
                }));
    }

    private void wheel(Event event) {
        canvas.moving();
        model.setCamera(model.camera().zoom(event.count > 0 ? WHEEL_ZOOM : 1 / WHEEL_ZOOM));
        event.doit = false;
    }

    private void key(Event event) {
        boolean pans = (event.stateMask & SWT.SHIFT) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> turn(-1, 0, pans);
            case SWT.ARROW_RIGHT -> turn(1, 0, pans);
            case SWT.ARROW_UP -> turn(0, -1, pans);
            case SWT.ARROW_DOWN -> turn(0, 1, pans);
            case '+', SWT.KEYPAD_ADD, '=' -> zoom(WHEEL_ZOOM);
            case '-', SWT.KEYPAD_SUBTRACT -> zoom(1 / WHEEL_ZOOM);
            case SWT.HOME -> model.fit();
            case SWT.ESC -> model.escape();
            default -> {
                if (!letter(event)) {
                    return;
                }
            }
        }
        event.doit = false;
    }

    /** Keys that look from a side or switch something; those with Ctrl or Alt belong to commands. */
    private boolean letter(Event event) {
        if ((event.stateMask & (SWT.MOD1 | SWT.ALT)) != 0) {
            return false;
        }
        SceneSettings settings = model.settings();
        switch (event.keyCode) {
            case 'm' -> model.setMeasuring(!model.isMeasuring());
            case 'a' -> model.lookFrom(StandardView.FRONT);
            case 'p' -> model.lookFrom(StandardView.BACK);
            case 'r' -> model.lookFrom(StandardView.RIGHT);
            case 'l' -> model.lookFrom(StandardView.LEFT);
            case 'h' -> model.lookFrom(StandardView.HEAD);
            case 'f' -> model.lookFrom(StandardView.FEET);
            case 'd' -> model.setSettings(settings.withDistances(settings.distances()
                    .withShown(!settings.distances().shown())));
            case 'c' -> model.setSettings(settings.withCloud(settings.cloud().withShown(!settings.cloud().shown())));
            case 's' -> model.setSettings(settings.withSlice(settings.slice().withShown(!settings.slice().shown())));
            case 'x' -> model.setSettings(settings.withClip(settings.clip().withShown(!settings.clip().shown())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void turn(int right, int down, boolean pans) {
        canvas.moving();
        model.setCamera(pans ? model.camera().pan(right * KEY_PAN, down * KEY_PAN)
                : model.camera().orbit(right * KEY_DEG, down * KEY_DEG));
    }

    private void zoom(double factor) {
        canvas.moving();
        model.setCamera(model.camera().zoom(factor));
    }
}
