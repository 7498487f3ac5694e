package org.glomera.ui.viewer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;

/**
 * What mouse and keys do in a pane while the SPECT is moved: a drag shifts it in the plane, a drag with Shift or on the
 * ring turns it about the cross-hair, arrow keys shift it by a millimetre, with Shift by a tenth.
 */
final class MoveGestures {

    private static final int NEAR_PX = 7;
    private static final double STEP_MM = 1;
    private static final double FINE_STEP_MM = 0.1;
    private static final double RING_SHARE = 0.36;
    private static final double SMALLEST_RING_PX = 30;

    private final ViewerModel model;
    private final SpectMove move;
    private boolean turns;
    private boolean began;

    MoveGestures(ViewerModel model, SpectMove move) {
        this.model = model;
        this.move = move;
    }

    /** Radius of the ring by which the SPECT is turned. */
    static double ringPx(PlaneView view) {
        return Math.max(SMALLEST_RING_PX, RING_SHARE * Math.min(view.widthPx(), view.heightPx()));
    }

    /** Whether a place is on the ring. */
    boolean isAtRing(PlaneView view, double xPx, double yPx) {
        double fromCross = Math.hypot(xPx - view.xPx(model.crossMm()), yPx - view.yPx(model.crossMm()));
        return move.on() && Math.abs(fromCross - ringPx(view)) <= NEAR_PX;
    }

    /** Begins a drag. */
    void begin(PlaneView view, Event event) {
        turns = (event.stateMask & SWT.SHIFT) != 0 || isAtRing(view, event.x, event.y);
        began = false;
    }

    /** Goes on with a drag from a place of the picture to another. */
    void drag(PlaneView view, int fromX, int fromY, int toX, int toY) {
        if (!began) {
            began = true;
            move.begin();
        }
        if (turns) {
            double crossX = view.xPx(model.crossMm());
            double crossY = view.yPx(model.crossMm());
            double degrees = Math.toDegrees(Math.atan2(toY - crossY, toX - crossX)
                    - Math.atan2(fromY - crossY, fromX - crossX));
            move.turn(model.crossMm(), axis(view.plane()), Math.IEEEremainder(degrees, 360));
        } else {
            move.shift(view.patientMm(toX, toY).minus(view.patientMm(fromX, fromY)));
        }
    }

    /** The direction about which a turn from right to down, clockwise on the screen, is positive. */
    private static Vector3 axis(Plane plane) {
        return plane.right().cross(plane.down());
    }

    /**
     * Does what a key does.
     *
     * @return whether it does anything here
     */
    boolean key(Plane plane, Event event) {
        Vector3 direction = switch (event.keyCode) {
            case SWT.ARROW_LEFT -> plane.right().times(-1);
            case SWT.ARROW_RIGHT -> plane.right();
            case SWT.ARROW_UP -> plane.down().times(-1);
            case SWT.ARROW_DOWN -> plane.down();
            default -> null;
        };
        if (!move.on() || direction == null) {
            return false;
        }
        move.begin();
        move.shift(direction.times((event.stateMask & SWT.SHIFT) != 0 ? FINE_STEP_MM : STEP_MM));
        return true;
    }
}
