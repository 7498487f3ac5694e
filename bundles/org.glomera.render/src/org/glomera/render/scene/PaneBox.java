package org.glomera.render.scene;

/**
 * Which pixels of a picture a pane has.
 *
 * @param x the first column
 * @param y the first row from the top
 * @param width number of columns, at least 1
 * @param height number of rows, at least 1
 */
public record PaneBox(int x, int y, int width, int height) {

    /** Whether a pixel is the pane's. */
    public boolean contains(int px, int py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }

    /** Width divided by height, for {@link Camera#fit}. */
    public double aspect() {
        return width / (double) height;
    }
}
