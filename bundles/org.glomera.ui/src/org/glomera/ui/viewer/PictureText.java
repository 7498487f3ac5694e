package org.glomera.ui.viewer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

/** Text over a picture that may be light or dark: with a dark rim. Only on the UI thread. */
public final class PictureText {

    private PictureText() {
    }

    /** Writes a text whose top left corner is at a place. */
    public static void draw(GC gc, String text, int x, int y, Color ink) {
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                gc.drawText(text, x + dx, y + dy, true);
            }
        }
        gc.setForeground(ink);
        gc.drawText(text, x, y, true);
    }
}
