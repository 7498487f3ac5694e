package org.glomera.render.surface;

import java.util.Locale;

/**
 * How well a drawn surface stands for the voxels of its mask. The voxels' surface is that of the boxes around the
 * voxels' centres, so it encloses the mask's volume to the last digit.
 *
 * @param largestMm the largest distance between the drawn surface and the voxels' surface, millimetres: the larger one
 *        of both directions
 * @param meanMm the mean distance of both directions, millimetres
 * @param maskMl volume of the mask: voxels times voxel volume, millilitres
 * @param meshMl volume that the drawn surface encloses, millilitres
 * @param trianglesBefore triangles before thinning out
 * @param trianglesAfter triangles that are drawn
 */
public record Fidelity(double largestMm, double meanMm, double maskMl, double meshMl, int trianglesBefore,
        int trianglesAfter) {

    /** Refuses distances that are negative and a mask without a volume. */
    public Fidelity {
        if (!(meanMm >= 0 && meanMm <= largestMm && maskMl > 0) || !Double.isFinite(largestMm)
                || !Double.isFinite(meshMl)) {
            throw new IllegalArgumentException("distances " + meanMm + " and " + largestMm + " mm, volumes " + maskMl
                    + " and " + meshMl + " ml");
        }
    }

    /** The enclosed volume less the mask's, in percent of the mask's. */
    public double volumeDifferencePercent() {
        return 100 * (meshMl - maskMl) / maskMl;
    }

    /** All of it as sentences for a user. */
    public String inWords() {
        return String.format(Locale.ROOT, "The drawn surface lies %.2f mm from the voxels' surface on average and %.2f "
                + "mm at most. It encloses %.1f ml, the voxels %.1f ml (%+.1f %%). It has %,d of %,d triangles.", meanMm,
                largestMm, meshMl, maskMl, volumeDifferencePercent(), trianglesAfter, trianglesBefore);
    }
}
