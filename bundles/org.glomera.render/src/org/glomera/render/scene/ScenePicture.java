package org.glomera.render.scene;

/**
 * A picture of a scene. The array is not copied: the engine hands it over and leaves it alone from then on.
 *
 * @param width number of columns
 * @param height number of rows
 * @param argb the pixels as 0xFFRRGGBB, top row first
 */
public record ScenePicture(int width, int height, int[] argb) {

    /** Refuses sizes that do not fit the pixels. */
    public ScenePicture {
        Checks.picture(width, height, argb);
    }

    /** The colour of a pixel as 0xRRGGBB. */
    public int rgb(int x, int y) {
        return argb[y * width + x] & 0xffffff;
    }
}
