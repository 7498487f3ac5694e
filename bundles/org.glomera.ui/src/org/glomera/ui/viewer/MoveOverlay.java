package org.glomera.ui.viewer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.glomera.render.slice.PlaneView;

/** Lays the ring over a plane by which the SPECT is turned about the cross-hair. */
final class MoveOverlay {

    private static final int TICKS = 4;
    private static final int KNOB_PX = 10;

    private MoveOverlay() {
    }

    /** Paints the ring. */
    static void paint(GC gc, PlaneView view, ViewerModel model, Color ink, Color shade) {
        double x = view.xPx(model.crossMm());
        double y = view.yPx(model.crossMm());
        double radius = MoveGestures.ringPx(view);
        gc.setAntialias(SWT.ON);
        gc.setAlpha(150);
        circle(gc, x, y, radius, 3, shade);
        circle(gc, x, y, radius, 1, ink);
        gc.setAlpha(255);
        for (int i = 0; i < TICKS; i++) {
            double angle = Math.PI / 4 + i * Math.PI / 2;
            int knobX = (int) Math.round(x + radius * Math.cos(angle));
            int knobY = (int) Math.round(y + radius * Math.sin(angle));
            gc.setBackground(shade);
            gc.fillOval(knobX - KNOB_PX / 2 - 1, knobY - KNOB_PX / 2 - 1, KNOB_PX + 2, KNOB_PX + 2);
            gc.setBackground(ink);
            gc.fillOval(knobX - KNOB_PX / 2, knobY - KNOB_PX / 2, KNOB_PX, KNOB_PX);
        }
        gc.setAntialias(SWT.OFF);
    }

    private static void circle(GC gc, double x, double y, double radius, int width, Color colour) {
        gc.setForeground(colour);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(width);
        gc.drawOval((int) Math.round(x - radius), (int) Math.round(y - radius), (int) Math.round(2 * radius),
                (int) Math.round(2 * radius));
        gc.setLineWidth(1);
    }
}
