package org.glomera.registration;

import java.util.Random;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/**
 * A body drawn in patient space: an oval trunk with a spine, lungs, a liver and two kidneys, as a CT and as a SPECT. Every
 * voxel takes the value at its centre, softened over a width, so that any grid, oblique ones too, shows the same body.
 */
public final class Drawn {

    /** The width over which one organ passes into the next in the SPECT, in millimetres. */
    private static final double SOFT_MM = 8;

    private Drawn() {
    }

    private record Organ(Vector3 centre, Vector3 radii, double hu, double activity) {
        double inside(Vector3 p, double softMm) {
            double a = (p.x() - centre.x()) / radii.x();
            double b = (p.y() - centre.y()) / radii.y();
            double c = (p.z() - centre.z()) / radii.z();
            double radius = Math.cbrt(radii.x() * radii.y() * radii.z());
            double depth = (1 - Math.sqrt(a * a + b * b + c * c)) * radius;
            return Math.max(0, Math.min(1, 0.5 + depth / softMm));
        }
    }

    private static final Organ[] ORGANS = {
        new Organ(new Vector3(0, 0, 0), new Vector3(160, 105, 400), -100, 800),
        new Organ(new Vector3(0, 0, 0), new Vector3(145, 90, 400), 50, 2000),
        new Organ(new Vector3(0, 0, -10), new Vector3(120, 70, 110), -90, 900),
        new Organ(new Vector3(-75, 0, 150), new Vector3(55, 65, 70), -800, 1000),
        new Organ(new Vector3(75, 0, 155), new Vector3(50, 62, 70), -800, 1000),
        new Organ(new Vector3(-70, -10, 55), new Vector3(65, 60, 45), 60, 12_000),
        new Organ(new Vector3(85, 15, 60), new Vector3(28, 30, 40), 55, 40_000),
        new Organ(new Vector3(0, 55, 0), new Vector3(20, 22, 400), 240, 4000),
        new Organ(new Vector3(-62, 40, -25), new Vector3(26, 24, 52), 35, 60_000),
        new Organ(new Vector3(60, 42, -5), new Vector3(27, 25, 55), 35, 55_000)};

    /** The CT on a grid, with noise. */
    public static Volume ct(Grid grid, long seed) {
        return drawn(grid, RigidTransform.identity(new Vector3(0, 0, 0)), true, seed);
    }

    /** The SPECT on a grid, of the body after it was moved by the inverse of {@code movingToFixed}. */
    public static Volume spect(Grid grid, RigidTransform movingToFixed, long seed) {
        return drawn(grid, movingToFixed, false, seed);
    }

    /** The kidneys of the SPECT. */
    public static LabelMap kidneys(Grid grid, RigidTransform movingToFixed) {
        Affine3 toBody = movingToFixed.toAffine();
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            Vector3 place = toBody.apply(centre(grid, i));
            labels[i] = (byte) (ORGANS[8].inside(place, 1) > 0.5 ? 1 : ORGANS[9].inside(place, 1) > 0.5 ? 2 : 0);
        }
        return new LabelMap(grid, labels);
    }

    private static Vector3 centre(Grid grid, int i) {
        return grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny()));
    }

    private static Volume drawn(Grid grid, RigidTransform toFixed, boolean ct, long seed) {
        Affine3 toBody = toFixed.toAffine();
        Random random = new Random(seed);
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            Vector3 place = toBody.apply(centre(grid, i));
            double value = ct ? -1000 : 0;
            for (Organ organ : ORGANS) {
                double share = organ.inside(place, ct ? 4 : SOFT_MM);
                value += share * ((ct ? organ.hu() : organ.activity()) - value);
            }
            values[i] = (float) (ct ? value + 20 * random.nextGaussian()
                    : value * (1 + 0.1 * random.nextGaussian()));
        }
        return new Volume(grid, ct ? Quantity.HOUNSFIELD : Quantity.ACTIVITY_CONCENTRATION, values);
    }

    /** The mean distance between where two transforms bring the kidneys' voxels, in millimetres. */
    public static double errorMm(RigidTransform found, RigidTransform truth, LabelMap kidneys) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < kidneys.labels().length; i++) {
            if (kidneys.labels()[i] != 0) {
                Vector3 place = centre(kidneys.grid(), i);
                sum += found.apply(place).minus(truth.apply(place)).length();
                count++;
            }
        }
        return sum / count;
    }
}
