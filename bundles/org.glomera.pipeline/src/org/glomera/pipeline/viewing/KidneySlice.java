package org.glomera.pipeline.viewing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.render.slice.Extent;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;

/**
 * The slice of a plane that shows both kidneys best, cut out of a case's images with its neighbours, so that little
 * memory holds what a view draws again and again.
 *
 * @param plane the plane
 * @param depthMm where the slice lies along the plane's normal, patient millimetres
 * @param around the box around both kidneys and some of what is beside them
 * @param slab the part of the patient that was cut out
 * @param volumes the CT, the SPECT or both, in this order, as far as they reach into the slab
 * @param manual the delineation that the slice was chosen by; empty where its grid ends outside the slab
 */
public record KidneySlice(Plane plane, double depthMm, Extent around, Extent slab, List<Volume> volumes,
        Optional<LabelMap> manual) {

    /** How much of what lies around the kidneys is shown. */
    private static final double MARGIN_MM = 40;

    /** Copies the list. */
    public KidneySlice {
        Objects.requireNonNull(plane);
        Objects.requireNonNull(around);
        Objects.requireNonNull(slab);
        volumes = List.copyOf(volumes);
        Objects.requireNonNull(manual);
    }

    /**
     * Cuts the slice out. The best slice is the one in which the kidney that is cut smaller has its largest area; where
     * one kidney has no voxel, the one with the largest area of the other.
     *
     * @param volumes the CT, the SPECT or both
     * @param manual a delineation
     * @return empty when the delineation holds no voxel
     */
    public static Optional<KidneySlice> of(Plane plane, List<Volume> volumes, LabelMap manual) {
        return around(manual).map(box -> {
            double depthMm = bestDepthMm(plane, manual);
            Extent slab = slab(plane, depthMm, manual.grid(), volumes);
            List<Volume> cut = new ArrayList<>();
            volumes.forEach(volume -> SlabCut.of(volume.grid(), slab).ifPresent(part -> cut.add(part.of(volume))));
            return new KidneySlice(plane, depthMm, box, slab, cut, SlabCut.of(manual.grid(), slab)
                    .map(part -> part.of(manual)));
        });
    }

    /** Another delineation of the case where the slice is; empty when it does not reach there. */
    public Optional<LabelMap> cut(LabelMap other) {
        return SlabCut.of(other.grid(), slab).map(part -> part.of(other));
    }

    /** The view of the kidneys that fits into a picture. */
    public PlaneView view(int widthPx, int heightPx) {
        return new PlaneView(plane, plane.atDepth(around.centreMm(), depthMm),
                around.fitMmPerPixel(plane, widthPx, heightPx), widthPx, heightPx);
    }

    /** The middle of the kidneys on the slice. */
    public Vector3 centreMm() {
        return plane.atDepth(around.centreMm(), depthMm);
    }

    private static Optional<Extent> around(LabelMap map) {
        Grid grid = map.grid();
        Extent[] box = {null};
        forEachKidneyVoxel(map, (point, label) -> {
            Extent one = new Extent(point, point);
            box[0] = box[0] == null ? one : box[0].and(one);
        });
        Vector3 margin = new Vector3(MARGIN_MM, MARGIN_MM, MARGIN_MM).plus(halfVoxel(grid));
        return Optional.ofNullable(box[0])
                .map(tight -> new Extent(tight.lowMm().minus(margin), tight.highMm().plus(margin)));
    }

    private static Vector3 halfVoxel(Grid grid) {
        return grid.spacingMm().times(0.5);
    }

    private static double bestDepthMm(Plane plane, LabelMap map) {
        double binMm = thicknessMm(plane, map.grid());
        Map<Long, double[]> bins = new TreeMap<>();
        double firstMm = plane.depthMm(map.grid().patientMm(0, 0, 0));
        forEachKidneyVoxel(map, (point, label) -> {
            double depth = plane.depthMm(point);
            double[] bin = bins.computeIfAbsent(Math.round((depth - firstMm) / binMm), key -> new double[3]);
            bin[label == Side.RIGHT.label() ? 0 : 1]++;
            bin[2] += depth;
        });
        double right = bins.values().stream().mapToDouble(bin -> bin[0]).sum();
        double left = bins.values().stream().mapToDouble(bin -> bin[1]).sum();
        Comparator<double[]> order = Comparator.comparingDouble(bin -> right == 0 || left == 0 ? bin[0] + bin[1]
                : Math.min(bin[0], bin[1]));
        return bins.values().stream().max(order.thenComparingDouble(bin -> bin[0] + bin[1]))
                .map(bin -> bin[2] / (bin[0] + bin[1])).orElseThrow();
    }

    /** The distance of two slices along a plane's normal, of the grid's axis that is nearest to it. */
    private static double thicknessMm(Plane plane, Grid grid) {
        double thickness = 0;
        for (Vector3 column : List.of(grid.voxelToPatientMm().column0(), grid.voxelToPatientMm().column1(),
                grid.voxelToPatientMm().column2())) {
            thickness = Math.max(thickness, Math.abs(plane.depthMm(column)));
        }
        return thickness;
    }

    /** Across the plane as thin as the slice, along it as far as anything reaches. */
    private static Extent slab(Plane plane, double depthMm, Grid grid, List<Volume> volumes) {
        Extent whole = Extent.of(grid);
        for (Volume volume : volumes) {
            whole = whole.and(Extent.of(volume.grid()));
        }
        return new Extent(plane.atDepth(whole.lowMm(), depthMm), plane.atDepth(whole.highMm(), depthMm));
    }

    /** Told of a voxel's place and label. */
    @FunctionalInterface
    private interface Voxels {
        void at(Vector3 pointMm, int label);
    }

    private static void forEachKidneyVoxel(LabelMap map, Voxels voxels) {
        Grid grid = map.grid();
        int index = 0;
        for (int k = 0; k < grid.nz(); k++) {
            for (int j = 0; j < grid.ny(); j++) {
                for (int i = 0; i < grid.nx(); i++) {
                    int label = map.labels()[index++];
                    if (label == Side.RIGHT.label() || label == Side.LEFT.label()) {
                        voxels.at(grid.patientMm(i, j, k), label);
                    }
                }
            }
        }
    }
}
