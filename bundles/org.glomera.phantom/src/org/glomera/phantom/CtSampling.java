package org.glomera.phantom;

/**
 * How a CT image samples the body and how noisy it is.
 *
 * @param nx columns
 * @param ny rows
 * @param nz slices
 * @param spacingXMm distance of columns in millimetres
 * @param spacingYMm distance of rows in millimetres
 * @param spacingZMm distance of slices in millimetres
 * @param noiseHu standard deviation of the noise in Hounsfield units half way between the middle of the body and its
 *        surface; it is a quarter larger in the middle and a quarter smaller at the surface. 0 for none.
 * @param contrast whether the image shows a contrast agent in the nephrographic or corticomedullary phase
 */
public record CtSampling(int nx, int ny, int nz, double spacingXMm, double spacingYMm, double spacingZMm,
        double noiseHu, boolean contrast) {

    /** Refuses sizes that no image has. */
    public CtSampling {
        Samplings.requireGrid("A CT", nx, ny, nz, spacingXMm, spacingYMm, spacingZMm);
        if (!(noiseHu >= 0 && noiseHu <= 200)) {
            throw new IllegalArgumentException("CT noise lies between 0 and 200 HU; this is " + noiseHu + ".");
        }
    }
}
