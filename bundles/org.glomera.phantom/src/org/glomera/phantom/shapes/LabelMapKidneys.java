package org.glomera.phantom.shapes;

import java.util.List;
import java.util.Set;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.components.Component;
import org.glomera.image.components.ConnectedComponents;
import org.glomera.image.components.Components;
import org.glomera.image.components.Connectivity;
import org.glomera.image.resample.Resampler;
import org.glomera.phantom.imaging.GaussianBlur;

/**
 * Takes the two kidneys out of a label map: labels 1 kidney, 2 tumour and 3 cyst together are the kidneys' region. The
 * map is brought onto a lattice of 2 mm along the patient's axes, by what its file says about its orientation; steps
 * between thick slices are smoothed; the two largest pieces are the kidneys, the one at smaller x (to the patient's
 * right) is the right one.
 */
public final class LabelMapKidneys {

    private static final double STEP_MM = 2;
    private static final double MARGIN_MM = 14;
    private static final double SMALLEST_ML = 30;
    private static final double LARGEST_ML = 450;
    private static final double LEAST_APART_MM = 50;
    private static final int HIGHEST_LABEL = 3;
    /** Standard deviation of the smoothing, as a share of the thickest spacing of the label map. */
    private static final double SMOOTHING = 0.4;
    private static final double LEAST_SMOOTHING_MM = 1.5;

    private LabelMapKidneys() {
    }

    /**
     * The kidneys of a label map.
     *
     * @param name what the shapes are called
     * @throws UnusableLabelMapException when there are not two kidneys, or one is not a kidney's size
     */
    public static ShapePair extract(LabelMap map, String name) throws UnusableLabelMapException {
        LabelMap cropped = cropped(map);
        Grid grid = lattice(cropped.grid());
        Components components = ConnectedComponents.label(grid, mask(cropped, grid), Connectivity.FACES);
        List<Component> pieces = components.list();
        if (pieces.size() < 2 || pieces.get(1).volumeMl() < SMALLEST_ML) {
            throw new UnusableLabelMapException("it holds fewer than two kidneys of at least " + (int) SMALLEST_ML
                    + " ml");
        }
        if (pieces.get(0).volumeMl() > LARGEST_ML) {
            throw new UnusableLabelMapException("a kidney with its tumour takes up "
                    + Math.round(pieces.get(0).volumeMl()) + " ml, more than " + (int) LARGEST_ML + " ml");
        }
        double apart = pieces.get(1).centroidMm().x() - pieces.get(0).centroidMm().x();
        if (Math.abs(apart) < LEAST_APART_MM) {
            throw new UnusableLabelMapException("its two largest pieces lie on one side of the body");
        }
        Component right = pieces.get(apart > 0 ? 0 : 1);
        Component left = pieces.get(apart > 0 ? 1 : 0);
        return new ShapePair(shape(components, right, name), shape(components, left, name), right.volumeMl(),
                left.volumeMl());
    }

    /** The region on a lattice, smoothed. */
    private static byte[] mask(LabelMap map, Grid lattice) {
        float[] share = Resampler.fraction(map, Set.of(1), lattice);
        Vector3 spacing = map.grid().spacingMm();
        double thickest = Math.max(spacing.x(), Math.max(spacing.y(), spacing.z()));
        double sigma = Math.max(LEAST_SMOOTHING_MM, SMOOTHING * thickest);
        GaussianBlur.blur(share, lattice, sigma * GaussianBlur.FWHM_PER_SIGMA);
        byte[] mask = new byte[share.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (share[i] >= 0.5f ? 1 : 0);
        }
        return mask;
    }

    /** The part of a label map that bears labels, as label 1, with the same place in the patient. */
    private static LabelMap cropped(LabelMap map) throws UnusableLabelMapException {
        Grid grid = map.grid();
        int[] from = {grid.nx(), grid.ny(), grid.nz()};
        int[] to = {-1, -1, -1};
        int index = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++, index++) {
                    int label = map.labels()[index] & 0xff;
                    if (label > HIGHEST_LABEL) {
                        throw new UnusableLabelMapException("it holds the label " + label
                                + "; 1 (kidney), 2 (tumour) and 3 (cyst) are expected");
                    }
                    if (label != 0) {
                        include(from, to, x, y, z);
                    }
                }
            }
        }
        if (to[0] < 0) {
            throw new UnusableLabelMapException("it holds no kidney");
        }
        return crop(map, from, to);
    }

    private static void include(int[] from, int[] to, int x, int y, int z) {
        from[0] = Math.min(from[0], x);
        from[1] = Math.min(from[1], y);
        from[2] = Math.min(from[2], z);
        to[0] = Math.max(to[0], x);
        to[1] = Math.max(to[1], y);
        to[2] = Math.max(to[2], z);
    }

    private static LabelMap crop(LabelMap map, int[] from, int[] to) {
        Affine3 m = map.grid().voxelToPatientMm();
        Grid small = new Grid(to[0] - from[0] + 1, to[1] - from[1] + 1, to[2] - from[2] + 1,
                new Affine3(m.column0(), m.column1(), m.column2(), m.apply(from[0], from[1], from[2])));
        byte[] labels = new byte[small.voxelCount()];
        int index = 0;
        for (int z = 0; z < small.nz(); z++) {
            for (int y = 0; y < small.ny(); y++) {
                for (int x = 0; x < small.nx(); x++) {
                    labels[index++] = (byte) (map.at(from[0] + x, from[1] + y, from[2] + z) == 0 ? 0 : 1);
                }
            }
        }
        return new LabelMap(small, labels);
    }

    /** A lattice along the patient's axes around a grid. */
    private static Grid lattice(Grid grid) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int corner = 0; corner < 8; corner++) {
            Vector3 p = grid.patientMm((corner & 1) == 0 ? -0.5 : grid.nx() - 0.5,
                    (corner & 2) == 0 ? -0.5 : grid.ny() - 0.5, (corner & 4) == 0 ? -0.5 : grid.nz() - 0.5);
            double[] at = {p.x(), p.y(), p.z()};
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], at[axis] - MARGIN_MM);
                high[axis] = Math.max(high[axis], at[axis] + MARGIN_MM);
            }
        }
        int[] n = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            n[axis] = (int) Math.ceil((high[axis] - low[axis]) / STEP_MM) + 1;
        }
        return Grid.axial(n[0], n[1], n[2], new Vector3(STEP_MM, STEP_MM, STEP_MM),
                new Vector3(low[0], low[1], low[2]));
    }

    /** The shape of one component, cut out with a margin. */
    private static FieldShape shape(Components components, Component component, String name) {
        Grid grid = components.grid();
        int[] from = {grid.nx(), grid.ny(), grid.nz()};
        int[] to = {-1, -1, -1};
        for (int z = 0, index = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++, index++) {
                    if (components.labels()[index] == component.label()) {
                        include(from, to, x, y, z);
                    }
                }
            }
        }
        int margin = (int) (MARGIN_MM / STEP_MM) - 1;
        int nx = to[0] - from[0] + 2 * margin + 1;
        int ny = to[1] - from[1] + 2 * margin + 1;
        int nz = to[2] - from[2] + 2 * margin + 1;
        boolean[] inside = new boolean[nx * ny * nz];
        for (int z = from[2]; z <= to[2]; z++) {
            for (int y = from[1]; y <= to[1]; y++) {
                for (int x = from[0]; x <= to[0]; x++) {
                    int index = ((z - from[2] + margin) * ny + y - from[1] + margin) * nx + x - from[0] + margin;
                    inside[index] = components.labels()[grid.index(x, y, z)] == component.label();
                }
            }
        }
        float[] distance = new DistanceField(nx, ny, nz).signed(inside);
        for (int i = 0; i < distance.length; i++) {
            distance[i] *= (float) STEP_MM;
        }
        Vector3 first = grid.patientMm(from[0] - margin, from[1] - margin, from[2] - margin);
        return new FieldShape(name, nx, ny, nz, STEP_MM, distance, component.centroidMm().minus(first));
    }
}
