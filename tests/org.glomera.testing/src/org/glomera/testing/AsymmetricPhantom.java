package org.glomera.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/**
 * A body with a different ball at its right, its front and its head, so that no flip, no exchange of axes and no shift
 * leaves it as it was. Drawn on any grid by the patient position of each voxel's centre; a reader or a writer is right
 * when every ball is found where it was, in patient millimetres.
 */
public final class AsymmetricPhantom {

    /** Voxels outside every ball. */
    public static final float BODY = 10;

    /**
     * A ball of the body.
     *
     * @param name where it lies, in words
     * @param fromMiddleMm its centre in DICOM LPS millimetres, from the middle of the body
     * @param radiusMm its radius
     * @param value the value of its voxels
     */
    public record Mark(String name, Vector3 fromMiddleMm, double radiusMm, float value) {
    }

    /** At the patient's right, at the front and at the head; sizes and values differ. */
    public static final List<Mark> MARKS = List.of(new Mark("right", new Vector3(-28, 3, -4), 11, 100),
            new Mark("front", new Vector3(5, -25, 2), 9, 200), new Mark("head", new Vector3(-2, 6, 30), 8, 300));

    /** As kidneys: the right mark, and a larger ball at the left. */
    private static final Mark LEFT = new Mark("left", new Vector3(27, 4, 8), 13, 0);

    private AsymmetricPhantom() {
    }

    /** Index x to the left, y to the back, z to the head; 3 x 4 x 5 mm. */
    public static Grid axial() {
        return around(32, 26, 20, new Vector3(3, 0, 0), new Vector3(0, 4, 0), new Vector3(0, 0, 5));
    }

    /** Index x to the left, y to the feet, z to the back; 3 x 4 x 5 mm. */
    public static Grid coronal() {
        return around(32, 24, 20, new Vector3(3, 0, 0), new Vector3(0, 0, -4), new Vector3(0, 5, 0));
    }

    /**
     * Index x to the front, y to the feet, z to the right, all turned by 20 degrees about the patient's long axis and 10
     * degrees about the axis from right to left; 3 x 4 x 5 mm, left-handed.
     */
    public static Grid obliqueSagittal() {
        return around(28, 26, 22, turned(new Vector3(0, -3, 0)), turned(new Vector3(0, 0, -4)),
                turned(new Vector3(-5, 0, 0)));
    }

    /** The three orientations. */
    public static List<Grid> grids() {
        return List.of(axial(), coronal(), obliqueSagittal());
    }

    private static Vector3 turned(Vector3 v) {
        double a = Math.toRadians(20);
        double b = Math.toRadians(10);
        Vector3 about = new Vector3(Math.cos(a) * v.x() - Math.sin(a) * v.y(), Math.sin(a) * v.x() + Math.cos(a) * v.y(),
                v.z());
        return new Vector3(about.x(), Math.cos(b) * about.y() - Math.sin(b) * about.z(),
                Math.sin(b) * about.y() + Math.cos(b) * about.z());
    }

    /** A grid whose middle is the body's, at odd patient coordinates. */
    public static Grid around(int nx, int ny, int nz, Vector3 x, Vector3 y, Vector3 z) {
        Vector3 first = middleMm().minus(x.times((nx - 1) / 2.0)).minus(y.times((ny - 1) / 2.0))
                .minus(z.times((nz - 1) / 2.0));
        return new Grid(nx, ny, nz, new Affine3(x, y, z, first));
    }

    /** The middle of the body in DICOM LPS millimetres. */
    public static Vector3 middleMm() {
        return new Vector3(12.5, -130.25, 410.75);
    }

    /** The body on a grid. */
    public static Volume volume(Grid grid, Quantity quantity) {
        float[] values = new float[grid.voxelCount()];
        Vector3 middle = middleMm();
        for (int i = 0; i < values.length; i++) {
            values[i] = BODY;
            for (Mark mark : MARKS) {
                if (isIn(mark, position(grid, i).minus(middle))) {
                    values[i] = mark.value();
                }
            }
        }
        return new Volume(grid, quantity, values);
    }

    /** The right mark as the right kidney and a larger ball at the left as the left one, on a grid. */
    public static LabelMap kidneys(Grid grid) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            Vector3 at = position(grid, i).minus(middleMm());
            labels[i] = (byte) (isIn(MARKS.get(0), at) ? Side.RIGHT.label() : isIn(LEFT, at) ? Side.LEFT.label() : 0);
        }
        return new LabelMap(grid, labels);
    }

    private static boolean isIn(Mark mark, Vector3 fromMiddle) {
        return fromMiddle.minus(mark.fromMiddleMm()).length() <= mark.radiusMm();
    }

    private static Vector3 position(Grid grid, int i) {
        return grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / grid.nx() / grid.ny());
    }

    /**
     * What is not where it was: a sentence for each mark that is missing, was moved by more than a tolerance, or has
     * another number of voxels. Empty when the image is right.
     *
     * @param shift how far the whole image was moved on purpose, in LPS millimetres
     */
    public static List<String> moved(Volume drawn, Volume found, Vector3 shift, double toleranceMm) {
        List<String> moved = new ArrayList<>();
        for (Mark mark : MARKS) {
            Found before = found(drawn.grid(), drawn.values(), mark.value());
            Found after = found(found.grid(), found.values(), mark.value());
            compare(mark.name(), before, after, shift, toleranceMm).ifPresent(moved::add);
        }
        return moved;
    }

    /** As {@link #moved(Volume, Volume, Vector3, double)}, for kidneys and without a shift. */
    public static List<String> moved(LabelMap drawn, LabelMap found, double toleranceMm) {
        List<String> moved = new ArrayList<>();
        for (Side side : Side.values()) {
            Found before = found(drawn.grid(), floats(drawn), side.label());
            Found after = found(found.grid(), floats(found), side.label());
            compare(side.word(), before, after, new Vector3(0, 0, 0), toleranceMm).ifPresent(moved::add);
        }
        return moved;
    }

    /** Voxels of a value. */
    private record Found(int voxels, Vector3 centroidMm) {
    }

    private static Optional<String> compare(String name, Found before, Found after, Vector3 shift,
            double toleranceMm) {
        if (after.voxels() != before.voxels()) {
            return Optional.of("The mark '" + name + "' had " + before.voxels() + " voxels and has "
                    + after.voxels() + ".");
        }
        double distance = after.centroidMm().minus(before.centroidMm()).minus(shift).length();
        return distance <= toleranceMm ? Optional.empty()
                : Optional.of("The mark '" + name + "' moved by " + distance + " mm, from "
                        + before.centroidMm() + " to " + after.centroidMm() + ".");
    }

    private static Found found(Grid grid, float[] values, float value) {
        Vector3 sum = new Vector3(0, 0, 0);
        int voxels = 0;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i] - value) < 0.5) {
                sum = sum.plus(position(grid, i));
                voxels++;
            }
        }
        return new Found(voxels, sum.times(1.0 / Math.max(1, voxels)));
    }

    private static float[] floats(LabelMap map) {
        float[] values = new float[map.labels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = map.labels()[i];
        }
        return values;
    }
}
