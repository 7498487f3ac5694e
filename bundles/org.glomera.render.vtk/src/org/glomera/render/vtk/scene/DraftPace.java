package org.glomera.render.vtk.scene;

import java.lang.System.Logger;

/**
 * How large pictures are drawn while something is dragged: smaller when they take too long, larger again when there is
 * time. Twenty pictures a second are aimed at; full pictures are never shrunk.
 */
final class DraftPace {

    private static final Logger LOG = System.getLogger(DraftPace.class.getName());

    private static final double AIM_MS = 50;
    private static final double MUCH_TIME_MS = 20;
    private static final double STEP = 1.25;
    private static final double SMALLEST = 0.33;
    private static final int SMALLEST_PX = 64;

    private double share = 1;
    private double smoothMs = MUCH_TIME_MS;

    /** The size to draw for a size that is wanted, in pixels. */
    int shrunk(int wantedPx) {
        return Math.min(wantedPx, Math.max(SMALLEST_PX, (int) Math.round(wantedPx * share)));
    }

    /** Takes note of how long a picture took. */
    void took(double ms) {
        // One slow picture, while geometry is made, does not count as much as several.
        smoothMs += (Math.min(ms, 2 * AIM_MS) - smoothMs) / 3;
        if (smoothMs > AIM_MS && share > SMALLEST) {
            change(Math.max(SMALLEST, share / STEP));
        } else if (smoothMs < MUCH_TIME_MS && share < 1) {
            change(Math.min(1, share * STEP));
        }
    }

    private void change(double newShare) {
        share = newShare;
        smoothMs = (AIM_MS + MUCH_TIME_MS) / 2;
        LOG.log(Logger.Level.DEBUG, "Pictures are drawn at {0} of their width while something is dragged", share);
    }
}
