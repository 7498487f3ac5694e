package org.glomera.dicom;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;

/**
 * Makes masks from contours. A voxel belongs to a structure when its centre lies within an odd number of the contours
 * of its plane (even-odd rule), so that a contour inside another is a hole, as CLOSEDPLANAR_XOR means it and as most
 * planning systems mean nested CLOSED_PLANAR contours (PS3.3 C.8.8.6.3). A keyhole contour, which runs to the hole and
 * back on one line, gives the same. Of contours that are there twice, one counts.
 * <p>
 * Contours need not lie on the slices of the grid. A contour stands for a slab as thick as the structure's planes are
 * apart ({@link PlaneStack}), at least as thick as a slice: the volume is area times distance, as planning systems
 * count it. A slice takes the contours of the nearest plane in whose slab its centre lies. Contours drawn on every
 * slice so fill that slice, contours drawn on coarser planes fill the slices between, of finer planes the nearest
 * counts, and a wider gap stays a gap.
 * <p>
 * Planes that are not parallel to the slices (axial contours on a coronal image, contours of a tilted gantry on an
 * upright grid) follow the same rule voxel by voxel. What reaches outside the image is cut off or refused
 * ({@link Outside}).
 */
public final class ContourRasteriser {

    private ContourRasteriser() {
    }

    /**
     * The label map of both kidneys on an image's grid.
     *
     * @param set the structures' source, named in messages
     * @param kidneys the structure of each side
     * @throws GlomeraException when a structure reaches outside the image, is drawn in planes that are not parallel,
     *         covers no voxel or overlaps the other; the message names the structure file
     */
    public static LabelMap rasterise(StructureSet set, Map<Side, Structure> kidneys, Grid grid)
            throws GlomeraException {
        Map<Integer, Structure> byLabel = new TreeMap<>();
        kidneys.forEach((side, structure) -> byLabel.put(side.label(), structure));
        return rasteriseLabels(set, byLabel, grid);
    }

    /**
     * The label map of structures on an image's grid.
     *
     * @param set the structures' source, named in messages
     * @param byLabel the structure of each label, 1 to 255
     * @throws GlomeraException as {@link #rasterise(StructureSet, Map, Grid)} does
     */
    public static LabelMap rasteriseLabels(StructureSet set, Map<Integer, Structure> byLabel, Grid grid)
            throws GlomeraException {
        byte[] labels = new byte[grid.voxelCount()];
        for (Map.Entry<Integer, Structure> entry : byLabel.entrySet()) {
            int label = entry.getKey();
            if (label < 1 || label > 255) {
                throw new IllegalArgumentException("A label is 1 to 255, not " + label + ".");
            }
            paint(set, entry.getValue(), label, new LabelMap(grid, labels));
        }
        return new LabelMap(grid, labels);
    }

    private static void paint(StructureSet set, Structure structure, int label, LabelMap target)
            throws GlomeraException {
        boolean[] mask = new StructurePlanes(set.file(), structure, target.grid()).mask(new ArrayList<>(),
                new NullProgressMonitor());
        int painted = 0;
        int overlap = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                overlap += target.labels()[i] == 0 ? 0 : 1;
                target.labels()[i] = (byte) label;
                painted++;
            }
        }
        if (painted == 0) {
            throw problem(set, structure, "encloses no voxel of the image. Check that the structure set belongs to "
                    + "this image");
        }
        if (overlap > 0) {
            throw problem(set, structure, "overlaps another structure in " + overlap + " voxels, so it is not clear "
                    + "what they belong to. Correct the delineation");
        }
    }

    private static GlomeraException problem(StructureSet set, Structure structure, String what) {
        return new GlomeraException(Kind.INPUT, "In " + set.file() + " the structure '" + structure.name() + "' " + what
                + ".");
    }
}
