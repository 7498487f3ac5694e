package org.glomera.registration.information;

import java.util.stream.IntStream;

import org.glomera.core.geometry.Affine3;

/**
 * How well the moving image fits the fixed one under a transform. The samples are counted in parts whose number does not
 * depend on the machine and added in their order, so the result does not depend on it either. Thread-safe.
 */
final class Similarity {

    private static final int PARTS = 8;
    /** Above this share of the bins a place has activity: about a hundredth of the highest. */
    private static final double ACTIVE = 0.2;

    private final FixedImage fixed;
    private final Samples moving;
    private final int bins;
    private final double smallestShare;
    private final int activeBin;
    private final double active;

    /**
     * Makes a measure.
     *
     * @param bins bins of the histogram along each image
     * @param smallestShare below this share of the samples with activity inside the fixed image, the images do not overlap
     *        enough to tell
     */
    Similarity(FixedImage fixed, Samples moving, int bins, double smallestShare) {
        this.fixed = fixed;
        this.moving = moving;
        this.bins = bins;
        this.smallestShare = smallestShare;
        activeBin = (int) Math.ceil(ACTIVE * bins);
        JointHistogram all = new JointHistogram(bins);
        for (float value : moving.bins()) {
            all.add(0, value);
        }
        active = all.total(activeBin);
    }

    /**
     * Normalised mutual information over the samples that fall into the fixed image; NaN where they are too few.
     *
     * @param movingToFixedMm from moving to fixed patient millimetres
     */
    double of(Affine3 movingToFixedMm) {
        JointHistogram histogram = histogram(movingToFixedMm);
        return histogram.total() > 0 && histogram.total(activeBin) >= smallestShare * active
                ? histogram.normalisedMutualInformation() : Double.NaN;
    }

    /** The share of the samples with activity that falls into the fixed image. */
    double overlap(Affine3 movingToFixedMm) {
        return histogram(movingToFixedMm).total(activeBin) / active;
    }

    /** The places of the moving image. */
    Samples samples() {
        return moving;
    }

    /** The same measure over other samples. */
    Similarity over(Samples others) {
        return new Similarity(fixed, others, bins, smallestShare);
    }

    private JointHistogram histogram(Affine3 movingToFixedMm) {
        Affine3 map = fixed.patientToVoxel().after(movingToFixedMm);
        int count = moving.count();
        JointHistogram[] parts = IntStream.range(0, PARTS).parallel().mapToObj(part -> count(map,
                (int) ((long) count * part / PARTS), (int) ((long) count * (part + 1) / PARTS)))
                .toArray(JointHistogram[]::new);
        for (int i = 1; i < PARTS; i++) {
            parts[0].add(parts[i]);
        }
        return parts[0];
    }

    private JointHistogram count(Affine3 map, int from, int to) {
        JointHistogram histogram = new JointHistogram(bins);
        double xx = map.column0().x();
        double yx = map.column0().y();
        double zx = map.column0().z();
        double xy = map.column1().x();
        double yy = map.column1().y();
        double zy = map.column1().z();
        double xz = map.column2().x();
        double yz = map.column2().y();
        double zz = map.column2().z();
        double x0 = map.offset().x();
        double y0 = map.offset().y();
        double z0 = map.offset().z();
        float[] px = moving.x();
        float[] py = moving.y();
        float[] pz = moving.z();
        float[] values = moving.bins();
        for (int i = from; i < to; i++) {
            double x = px[i];
            double y = py[i];
            double z = pz[i];
            double value = fixed.at(xx * x + xy * y + xz * z + x0, yx * x + yy * y + yz * z + y0,
                    zx * x + zy * y + zz * z + z0);
            if (value >= 0) {
                histogram.add(value, values[i]);
            }
        }
        return histogram;
    }
}
