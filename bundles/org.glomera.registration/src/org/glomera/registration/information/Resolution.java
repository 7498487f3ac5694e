package org.glomera.registration.information;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.registration.RegistrationTask;

/**
 * One level of the pyramid.
 *
 * @param fixedMm distance of the CT's voxels
 * @param fixedSigmaMm how the CT is blurred
 * @param movingMm distance of the SPECT's places
 * @param bins bins of the histogram along each image; few where there are few places
 */
record Resolution(double fixedMm, double fixedSigmaMm, double movingMm, int bins) {

    static final Resolution COARSE = new Resolution(15, 6, 15, 24);
    static final Resolution MIDDLE = new Resolution(4.5, 2, 9, 48);
    /** The level of the result, and of every score. */
    static final Resolution FINE = new Resolution(4.5, 2, 4.5, 64);

    private static final int FEWEST_SAMPLES = 200;
    /** Below this share of the SPECT's places with activity inside the CT, nothing can be said. */
    private static final double SMALLEST_OVERLAP = 0.25;

    /**
     * The similarity of a task's images at this level.
     *
     * @param movingBox where places of the SPECT count, in its own patient space; empty for everywhere
     * @throws GlomeraException when the SPECT holds no activity or too few places remain
     */
    Similarity similarity(RegistrationTask task, Optional<PatientBox> movingBox, IProgressMonitor monitor)
            throws GlomeraException {
        FixedImage fixed = new FixedImage(CtPreparation.bins(task.fixed(), fixedMm, fixedSigmaMm, bins, monitor));
        Samples all = SpectPreparation.samples(task.moving(), movingMm, bins, monitor);
        Samples samples = movingBox.map(box -> all.only(i -> box.contains(all.x()[i], all.y()[i], all.z()[i]))).orElse(all);
        if (samples.count() < FEWEST_SAMPLES) {
            throw new GlomeraException(Kind.INPUT, "The images cannot be registered: the SPECT image, or the box around the "
                    + "kidneys, is too small. Choose a larger image or another method.");
        }
        return new Similarity(fixed, samples, bins, SMALLEST_OVERLAP);
    }

    /** The middle of the places' activity, by bins. */
    static Vector3 middle(Samples samples) {
        double x = 0;
        double y = 0;
        double z = 0;
        double sum = 0;
        for (int i = 0; i < samples.count(); i++) {
            double weight = samples.bins()[i];
            x += weight * samples.x()[i];
            y += weight * samples.y()[i];
            z += weight * samples.z()[i];
            sum += weight;
        }
        return sum > 0 ? new Vector3(x / sum, y / sum, z / sum)
                : new Vector3(samples.x()[0], samples.y()[0], samples.z()[0]);
    }
}
