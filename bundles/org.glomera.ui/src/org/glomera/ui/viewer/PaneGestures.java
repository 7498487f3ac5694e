package org.glomera.ui.viewer;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.PlaneView;

/**
 * What mouse and keys do in a pane: a click moves the cross-hair, a drag moves the picture (with Shift, or begun at the
 * cross-hair's centre: the cross-hair; begun at the curtain's line: the curtain; while measuring: draws a length; while the
 * SPECT is moved: as {@link MoveGestures} says), a drag with the right button changes the window of the CT (with Shift or where SPECT is shown alone: the upper limit of the SPECT), the wheel goes through
 * slices (with Ctrl: magnifies).
 */
final class PaneGestures {

    private static final int PAGE = 10;
    private static final double WHEEL_ZOOM = 1.15;
    private static final int CLICK_PX = 3;
    private static final int NEAR_PX = 7;
    /** Hounsfield units a pixel of a drag changes the window by. */
    private static final double HU_PER_PX = 2;
    private static final double SHARE_PER_PX = 1 / 300.0;

    /** What a drag does. */
    private enum Drag {
        NONE, PICTURE, CROSS, CURTAIN, WINDOW, LENGTH, SPECT
    }

    private final PlanePane pane;
    private final ViewerModel model;
    private final SpectMove move;
    private final MoveGestures moving;
    private final Consumer<Vector3> pointed;
    private Drag drag = Drag.NONE;
    private boolean isClick;
    private int startX;
    private int startY;
    private int lastX;
    private int lastY;

    PaneGestures(PlanePane pane, ViewerModel model, SpectMove move, Consumer<Vector3> pointed) {
        this.pane = pane;
        this.model = model;
        this.move = move;
        this.moving = new MoveGestures(model, move);
        this.pointed = pointed;
        pane.addListener(SWT.MouseDown, this::begin);
        pane.addListener(SWT.MouseMove, this::move);
        pane.addListener(SWT.MouseUp, this::end);
        pane.addListener(SWT.MouseExit, event -> pointed.accept(null));
        pane.addListener(SWT.MouseVerticalWheel, this::wheel);
        pane.addListener(SWT.KeyDown, this::key);
        pane.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private void begin(Event event) {
        pane.setFocus();
        startX = event.x;
        startY = event.y;
        lastX = event.x;
        lastY = event.y;
        isClick = event.button == 1 && event.count < 2;
        drag = switch (event.button) {
            case 1 -> leftDrag(event);
            case 2 -> Drag.PICTURE;
            case 3 -> Drag.WINDOW;
            default -> Drag.NONE;
        };
    }

    private Drag leftDrag(Event event) {
        if (model.measuring()) {
            return event.count < 2 ? Drag.LENGTH : Drag.NONE;
        }
        if (isAtCurtain(event)) {
            return Drag.CURTAIN;
        }
        PlaneView view = pane.view();
        Vector3 cross = model.crossMm();
        boolean atCross = Math.abs(view.xPx(cross) - event.x) <= NEAR_PX
                && Math.abs(view.yPx(cross) - event.y) <= NEAR_PX;
        if (move.on() && !atCross && event.count < 2) {
            moving.begin(view, event);
            return Drag.SPECT;
        }
        return atCross || (event.stateMask & SWT.SHIFT) != 0 ? Drag.CROSS : Drag.PICTURE;
    }

    private boolean isAtCurtain(Event event) {
        PlaneView view = pane.view();
        return model.show() == Show.CURTAIN
                && Math.abs(event.x - model.curtain(view).firstUpperPx(view.widthPx())) <= NEAR_PX;
    }

    private void move(Event event) {
        PlaneView view = pane.view();
        if (model.images().isEmpty()) {
            return;
        }
        pointed.accept(view.patientMm(event.x + 0.5, event.y + 0.5));
        if (drag == Drag.NONE) {
            pane.setCursor(model.measuring() ? pane.getDisplay().getSystemCursor(SWT.CURSOR_CROSS)
                    : moving.isAtRing(view, event.x, event.y) ? pane.getDisplay().getSystemCursor(SWT.CURSOR_HAND)
                    : isAtCurtain(event) ? pane.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
            return;
        }
        boolean begins = isClick;
        isClick &= Math.abs(event.x - startX) <= CLICK_PX && Math.abs(event.y - startY) <= CLICK_PX;
        if (!isClick) {
            if (begins && drag == Drag.LENGTH) {
                model.beginDistance(pane.plane(), view.patientMm(startX + 0.5, startY + 0.5));
            }
            drag(event, view);
            lastX = event.x;
            lastY = event.y;
        }
    }

    private void drag(Event event, PlaneView view) {
        int dx = event.x - lastX;
        int dy = event.y - lastY;
        switch (drag) {
            case PICTURE -> model.panMm(view.patientMm(lastX, lastY).minus(view.patientMm(event.x, event.y)));
            case CROSS -> model.setCrossMm(view.patientMm(event.x + 0.5, event.y + 0.5));
            case CURTAIN -> model.setCurtain(view, event.x);
            case SPECT -> moving.drag(view, lastX, lastY, event.x, event.y);
            case LENGTH -> model.stretchDistance(view.patientMm(event.x + 0.5, event.y + 0.5));
            case WINDOW -> {
                if (model.show() == Show.SPECT || (event.stateMask & SWT.SHIFT) != 0) {
                    model.setSpectShare(model.spectShare() + (dx - dy) * SHARE_PER_PX);
                } else {
                    model.setCtWindow(ViewerModel.moved(model.ctWindow(), dx * HU_PER_PX, dy * HU_PER_PX));
                }
            }
            case NONE -> throw new IllegalStateException("no drag");
        }
    }

    private void end(Event event) {
        if (isClick && drag != Drag.CURTAIN && !model.images().isEmpty()) {
            model.setCrossMm(pane.view().patientMm(event.x + 0.5, event.y + 0.5));
        }
        drag = Drag.NONE;
        isClick = false;
    }

    private void wheel(Event event) {
        int direction = Integer.signum(event.count);
        if ((event.stateMask & SWT.MOD1) != 0) {
            model.zoom(pane.view(), direction > 0 ? WHEEL_ZOOM : 1 / WHEEL_ZOOM, event.x, event.y);
        } else {
            model.step(pane.plane(), direction);
        }
        event.doit = false;
    }

    private void key(Event event) {
        if (moving.key(pane.plane(), event)) {
            event.doit = false;
            return;
        }
        int[] middle = {pane.getSize().x / 2, pane.getSize().y / 2};
        switch (event.keyCode) {
            case SWT.ARROW_UP -> model.step(pane.plane(), 1);
            case SWT.ARROW_DOWN -> model.step(pane.plane(), -1);
            case SWT.PAGE_UP -> model.step(pane.plane(), PAGE);
            case SWT.PAGE_DOWN -> model.step(pane.plane(), -PAGE);
            case SWT.HOME -> model.lookAtTheKidneys();
            case '+', SWT.KEYPAD_ADD, '=' -> model.zoom(pane.view(), WHEEL_ZOOM, middle[0], middle[1]);
            case '-', SWT.KEYPAD_SUBTRACT -> model.zoom(pane.view(), 1 / WHEEL_ZOOM, middle[0], middle[1]);
            case 'f' -> model.setShow(Show.FUSED);
            case 'c' -> model.setShow(Show.CT);
            case 's' -> model.setShow(Show.SPECT);
            case 'u' -> model.setShow(Show.CURTAIN);
            case 'k' -> model.setShow(Show.FLICKER);
            case 'm' -> model.setMeasuring(!model.measuring());
            case 'v' -> move.setOn(!move.on());
            case SWT.ESC -> {
                model.setMeasuring(false);
                move.setOn(false);
            }
            case SWT.DEL, SWT.BS -> model.removeDistance();
            case 'x' -> model.setCrossShown(!model.crossShown());
            case 'r' -> model.reset();
            default -> {
                return;
            }
        }
        event.doit = false;
    }
}
