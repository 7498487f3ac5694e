package org.glomera.image.raw;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageContent;

/** Makes the content of a file from its stored voxels. */
public final class Contents {

    private Contents() {
    }

    /** As {@link #of(Grid, StoredVoxels, boolean, Quantity, List, IProgressMonitor)}, of unknown quantity. */
    public static ImageContent of(Grid grid, StoredVoxels voxels, boolean isLabelMap, List<String> remarks,
            IProgressMonitor monitor) throws GlomeraException {
        return of(grid, voxels, isLabelMap, Quantity.UNKNOWN, remarks, monitor);
    }

    /**
     * Reads a volume, or a label map where the file says that it holds labels. Labels above 255, negative ones and
     * fractions do not go into a label map: such a file gives a volume, and a remark says so.
     *
     * @param quantity what the values of a volume are
     */
    public static ImageContent of(Grid grid, StoredVoxels voxels, boolean isLabelMap, Quantity quantity,
            List<String> remarks, IProgressMonitor monitor) throws GlomeraException {
        if (isLabelMap && voxels.type() == VoxelType.UINT8 && voxels.slope() == 1 && voxels.intercept() == 0) {
            byte[] labels = Reading.of(voxels.file(), () -> voxels.labels(monitor));
            return new ImageContent(List.of(), List.of(new LabelMap(grid, labels)), remarks);
        }
        float[] values = Reading.of(voxels.file(), () -> voxels.floats(monitor));
        if (!isLabelMap) {
            return new ImageContent(List.of(new Volume(grid, quantity, values)), List.of(), remarks);
        }
        byte[] labels = new byte[values.length];
        for (int i = 0; i < labels.length; i++) {
            int label = Math.round(values[i]);
            if (!(Math.abs(values[i] - label) <= StoredVoxels.LABEL_ROUNDING) || label < 0 || label > 255) {
                List<String> more = new ArrayList<>(remarks);
                more.add("The file says that it holds labels, and has the value " + values[i] + ", which is beyond 0 to "
                        + "255 or no whole number; it was read as an image.");
                return new ImageContent(List.of(new Volume(grid, Quantity.UNKNOWN, values)), List.of(), more);
            }
            labels[i] = (byte) label;
        }
        return new ImageContent(List.of(), List.of(new LabelMap(grid, labels)), remarks);
    }
}
