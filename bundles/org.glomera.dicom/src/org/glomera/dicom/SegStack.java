package org.glomera.dicom;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * The regular grid of a SEG's frames. Frames of several segments share slices, and slices without a frame lie between:
 * the distance of slices is the smallest distance of two frames that differ, and every frame lies a whole number of it
 * from the first. The line of the slices' first voxels may lean (a tilted gantry); the grid is oblique then.
 *
 * @param grid from the first to the last frame along the normal
 * @param slices the slice of each frame
 */
record SegStack(Grid grid, int[] slices) {

    /** Frames closer than this along the normal lie in one slice: files round positions. */
    private static final double SAME_MM = 0.01;
    /** How far a frame may lie from its place in the grid, as a share of the distance of slices. */
    private static final double PLACE_TOLERANCE = 0.1;
    /** How far a frame's first voxel may lie beside the line of the others, in voxels of its plane. */
    private static final double LINE_TOLERANCE = 0.1;
    private static final int MOST_SLICES = 1 << 16;

    /**
     * Makes the grid.
     *
     * @param declaredMm the distance that the file declares; used when all frames lie in one slice
     * @throws GlomeraException when the frames make no regular grid
     */
    static SegStack of(Header header, SlicePlane plane, List<Vector3> positionsMm, OptionalDouble declaredMm)
            throws GlomeraException {
        Vector3 normal = plane.normal();
        double[] along = positionsMm.stream().mapToDouble(position -> position.dot(normal)).toArray();
        int[] order = IntStream.range(0, along.length).boxed()
                .sorted((a, b) -> Double.compare(along[a], along[b])).mapToInt(Integer::intValue).toArray();
        double first = along[order[0]];
        double last = along[order[order.length - 1]];
        if (last - first <= SAME_MM) {
            return single(header, plane, positionsMm, declaredMm);
        }
        double spacing = spacing(header, along, order);
        int[] slices = new int[along.length];
        for (int i = 0; i < slices.length; i++) {
            double place = (along[i] - first) / spacing;
            slices[i] = (int) Math.round(place);
            if (Math.abs(place - slices[i]) > PLACE_TOLERANCE) {
                throw header.problem(String.format(Locale.ROOT, "a frame lies at %.2f mm along the slices, but with "
                        + "slices every %.3f mm from %.2f mm there is none; frames at uneven distances make no grid",
                        along[i], spacing, first));
            }
        }
        Vector3 origin = positionsMm.get(order[0]);
        int steps = slices[order[order.length - 1]];
        Vector3 step = positionsMm.get(order[order.length - 1]).minus(origin).times(1.0 / steps);
        requireLine(header, plane, positionsMm, slices, origin, step);
        return new SegStack(grid(header, plane, steps + 1, step, origin), slices);
    }

    private static SegStack single(Header header, SlicePlane plane, List<Vector3> positionsMm,
            OptionalDouble declaredMm) throws GlomeraException {
        double spacing = declaredMm.stream().filter(value -> value > 0 && Double.isFinite(value)).findFirst()
                .orElseThrow(() -> header.problem("it has a single slice and says no slice thickness"));
        int[] slices = new int[positionsMm.size()];
        Vector3 step = plane.normal().times(spacing);
        requireLine(header, plane, positionsMm, slices, positionsMm.get(0), step);
        return new SegStack(grid(header, plane, 1, step, positionsMm.get(0)), slices);
    }

    /**
     * The distance of slices: the smallest gap, made exact by the farthest frame that lies a whole number of it away.
     */
    private static double spacing(Header header, double[] along, int[] order) throws GlomeraException {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < order.length; i++) {
            double gap = along[order[i]] - along[order[i - 1]];
            if (gap > SAME_MM) {
                smallest = Math.min(smallest, gap);
            }
        }
        double length = along[order[order.length - 1]] - along[order[0]];
        if (length / smallest > MOST_SLICES) {
            throw header.problem(String.format(Locale.ROOT, "its frames reach over %.0f mm, though some lie only %.3f "
                    + "mm apart", length, smallest));
        }
        double spacing = smallest;
        double before = along[order[0]];
        int steps = 0;
        for (int index : order) {
            int more = (int) Math.round((along[index] - before) / spacing);
            steps += more;
            before = along[index];
            if (steps > 0) {
                spacing = (along[index] - along[order[0]]) / steps;
            }
        }
        return spacing;
    }

    private static void requireLine(Header header, SlicePlane plane, List<Vector3> positionsMm, int[] slices,
            Vector3 origin, Vector3 step) throws GlomeraException {
        for (int i = 0; i < slices.length; i++) {
            Vector3 off = positionsMm.get(i).minus(origin).minus(step.times(slices[i]));
            double x = off.dot(plane.alongRow()) / plane.columnSpacingMm();
            double y = off.dot(plane.alongColumn()) / plane.rowSpacingMm();
            if (Math.max(Math.abs(x), Math.abs(y)) > LINE_TOLERANCE) {
                throw header.problem(String.format(Locale.ROOT, "frame %d is shifted within its plane by %.2f and %.2f "
                        + "voxels against the others, so the frames make no grid", i + 1, x, y));
            }
        }
    }

    private static Grid grid(Header header, SlicePlane plane, int slices, Vector3 step, Vector3 origin)
            throws GlomeraException {
        try {
            return new Grid(plane.columns(), plane.rows(), slices, new Affine3(
                    plane.alongRow().times(plane.columnSpacingMm()), plane.alongColumn().times(plane.rowSpacingMm()),
                    step, origin));
        } catch (IllegalArgumentException e) {
            throw header.problem("its frames make no grid: " + e.getMessage());
        }
    }
}
