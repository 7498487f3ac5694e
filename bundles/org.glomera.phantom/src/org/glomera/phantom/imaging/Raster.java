package org.glomera.phantom.imaging;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.phantom.anatomy.Box;
import org.glomera.phantom.anatomy.Region;

/** Visits the voxels of a grid in and around a region. */
final class Raster {

    private final Grid grid;
    private final Affine3 voxelToBody;
    private final Affine3 bodyToVoxel;

    /** What is done with a voxel. */
    @FunctionalInterface
    interface Visitor {
        /** Visits the voxel with an index, a position in body coordinates, and a distance from the region's surface. */
        void visit(int index, double x, double y, double z, double distance);
    }

    Raster(Grid grid, Affine3 bodyToPatientMm) {
        this.grid = grid;
        voxelToBody = bodyToPatientMm.inverse().after(grid.voxelToPatientMm());
        bodyToVoxel = voxelToBody.inverse();
    }

    /** Visits, in the order of their indices, all voxels whose centre lies in the region or within {@code reachMm} of it. */
    void visit(Region region, double reachMm, Visitor visitor) {
        visit(region, reachMm, new float[0], visitor);
    }

    /**
     * As {@link #visit(Region, double, Visitor)}, without the voxels that are closed.
     *
     * @param open 0 for a closed voxel; empty where all are open
     */
    void visit(Region region, double reachMm, float[] open, Visitor visitor) {
        Box box = region.box().grown(reachMm);
        int[] from = new int[3];
        int[] to = new int[3];
        bounds(box, from, to);
        Vector3 step = voxelToBody.column0();
        for (int z = from[2]; z <= to[2]; z++) {
            for (int y = from[1]; y <= to[1]; y++) {
                Vector3 first = voxelToBody.apply(from[0], y, z);
                int index = grid.index(from[0], y, z);
                for (int i = 0; i <= to[0] - from[0]; i++) {
                    if (open.length > 0 && open[index + i] == 0) {
                        continue;
                    }
                    double px = first.x() + i * step.x();
                    double py = first.y() + i * step.y();
                    double pz = first.z() + i * step.z();
                    double distance = region.distance(px, py, pz);
                    if (distance <= reachMm) {
                        visitor.visit(index + i, px, py, pz, distance);
                    }
                }
            }
        }
    }

    private void bounds(Box box, int[] from, int[] to) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int corner = 0; corner < 8; corner++) {
            Vector3 v = bodyToVoxel.apply((corner & 1) == 0 ? box.low().x() : box.high().x(),
                    (corner & 2) == 0 ? box.low().y() : box.high().y(),
                    (corner & 4) == 0 ? box.low().z() : box.high().z());
            double[] at = {v.x(), v.y(), v.z()};
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], at[axis]);
                high[axis] = Math.max(high[axis], at[axis]);
            }
        }
        int[] size = {grid.nx(), grid.ny(), grid.nz()};
        for (int axis = 0; axis < 3; axis++) {
            from[axis] = (int) Math.max(0, Math.ceil(low[axis]));
            to[axis] = (int) Math.min(size[axis] - 1, Math.floor(high[axis]));
        }
    }
}
