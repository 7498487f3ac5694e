package org.glomera.phantom;

/**
 * How a reconstructed SPECT image of lutetium-177 samples the body, and how blurred and noisy it is.
 * <p>
 * The model works in the image: the true activity concentration is blurred with a Gaussian of {@code fwhmMm}, each
 * voxel collects the expected counts {@code concentration x voxel volume x sensitivity x time}, a Poisson variate is
 * drawn, and a Gaussian of {@code filterFwhmMm} smooths the result, as a filter after reconstruction does; it gives
 * the noise its grain. The whole blur is {@code sqrt(fwhmMm^2 + filterFwhmMm^2)}. Attenuation and scatter are taken as
 * perfectly corrected; what they cost in counts is part of the sensitivity. Orders of magnitude follow M. Ljungberg et
 * al., MIRD pamphlet 26, J Nucl Med 2016;57:151: about 10 cps/MBq in air for each head of a camera with
 * medium-energy collimators at 208 keV, of which about a quarter leaves the abdomen (0.135/cm over 10 cm), so about
 * 5 cps/MBq for two heads, and a resolution of 10 to 15 mm in the reconstructed image.
 *
 * @param nx columns
 * @param ny rows
 * @param nz slices
 * @param spacingXMm distance of columns in millimetres
 * @param spacingYMm distance of rows in millimetres
 * @param spacingZMm distance of slices in millimetres
 * @param fwhmMm full width at half maximum of the camera's point spread; with 0, each voxel holds one tissue
 * @param filterFwhmMm full width at half maximum of the filter after reconstruction; 0 for none
 * @param sensitivityCpsPerMBq counts per second and megabecquerel that end in the voxel they came from
 * @param timeS time of acquisition in seconds; 0 stands for an image without noise
 */
public record SpectSampling(int nx, int ny, int nz, double spacingXMm, double spacingYMm, double spacingZMm,
        double fwhmMm, double filterFwhmMm, double sensitivityCpsPerMBq, double timeS) {

    /** Refuses sizes that no image has. */
    public SpectSampling {
        Samplings.requireGrid("A SPECT image", nx, ny, nz, spacingXMm, spacingYMm, spacingZMm);
        if (!(fwhmMm >= 0 && fwhmMm <= 60 && filterFwhmMm >= 0 && filterFwhmMm <= 60)) {
            throw new IllegalArgumentException("A full width at half maximum lies between 0 and 60 mm; these are "
                    + fwhmMm + " and " + filterFwhmMm + ".");
        }
        if (!(sensitivityCpsPerMBq > 0 && Double.isFinite(sensitivityCpsPerMBq) && timeS >= 0
                && Double.isFinite(timeS))) {
            throw new IllegalArgumentException("Sensitivity is positive and time is not negative; these are "
                    + sensitivityCpsPerMBq + " cps/MBq and " + timeS + " s.");
        }
    }

    /** Counts that one becquerel gives over the whole acquisition. */
    public double countsPerBq() {
        return sensitivityCpsPerMBq * 1e-6 * timeS;
    }
}
