package org.glomera.phantom.imaging;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.phantom.anatomy.Layer;
import org.glomera.phantom.anatomy.Tissue;

/**
 * Paints layers of tissue on a grid. A voxel on a region's surface takes the share of the tissue that a slab of the
 * edge's width would have there, so that small structures keep their volume. Layers are painted from the last to the
 * first, so that nothing is worked out that another layer hides.
 */
final class Painter {

    private final Grid grid;
    private final Pose pose;
    private final double edgeMm;

    /** Which property of a tissue is painted. */
    @FunctionalInterface
    interface Property {
        /** The property at a point that lies {@code depthMm} below the surface. */
        double of(Tissue tissue, double x, double y, double z, double depthMm);
    }

    /**
     * Makes a painter.
     *
     * @param edgeMm width over which one tissue passes into the next; 0 for voxels of one tissue each
     */
    Painter(Grid grid, Pose pose, double edgeMm) {
        this.grid = grid;
        this.pose = pose;
        this.edgeMm = edgeMm;
    }

    /** The mean of a grid's three spacings in millimetres: the width of a voxel's edge. */
    static double meanSpacingMm(Grid grid) {
        Vector3 s = grid.spacingMm();
        return (s.x() + s.y() + s.z()) / 3;
    }

    /** Paints a property over a background, x fastest. */
    float[] paint(List<Layer> layers, Property property, float background, IProgressMonitor monitor) {
        float[] values = new float[grid.voxelCount()];
        float[] open = new float[grid.voxelCount()];
        Arrays.fill(open, 1);
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            paint(values, open, layers.get(i), property);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += open[i] * background;
        }
        return values;
    }

    /** Paints what shows of a layer through those above it; {@code open} is the share that shows, of each voxel. */
    private void paint(float[] values, float[] open, Layer layer, Property property) {
        Tissue tissue = layer.tissue();
        new Raster(grid, pose.bodyToPatientMm(layer.part())).visit(layer.region(), edgeMm / 2, open,
                (index, x, y, z, distance) -> {
                    double share = edgeMm == 0 ? 1 : Math.min(1, 0.5 - distance / edgeMm);
                    values[index] += (float) (open[index] * share * property.of(tissue, x, y, z, -distance));
                    open[index] *= (float) (1 - share);
                });
    }
}
