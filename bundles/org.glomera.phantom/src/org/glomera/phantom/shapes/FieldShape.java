package org.glomera.phantom.shapes;

import java.util.Objects;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.phantom.anatomy.Box;
import org.glomera.phantom.anatomy.Draw;
import org.glomera.phantom.anatomy.Frame;
import org.glomera.phantom.anatomy.KidneyShape;
import org.glomera.phantom.anatomy.Region;

/** A shape as signed distances on a cubic lattice along the patient's axes. */
final class FieldShape implements KidneyShape {

    private static final double LARGEST_TURN = Math.toRadians(7);
    private static final double LARGEST_GROWTH = 0.06;

    private final String name;
    private final int nx;
    private final int ny;
    private final int nz;
    private final double stepMm;
    private final float[] distanceMm;
    private final Vector3 centroid;

    /**
     * Makes a shape.
     *
     * @param distanceMm signed distances, x fastest; the points on the border lie outside of the shape
     * @param centroid the shape's centroid in millimetres from the first point
     */
    FieldShape(String name, int nx, int ny, int nz, double stepMm, float[] distanceMm, Vector3 centroid) {
        this.name = Objects.requireNonNull(name);
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.stepMm = stepMm;
        this.distanceMm = distanceMm;
        this.centroid = centroid;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Region at(Side side, Vector3 place, Draw draw) {
        Frame frame = Frame.at(place).turned(draw.between(-LARGEST_TURN, LARGEST_TURN),
                draw.between(-LARGEST_TURN, LARGEST_TURN), draw.between(-LARGEST_TURN, LARGEST_TURN));
        return new Placed(frame, 1 + draw.between(-LARGEST_GROWTH, LARGEST_GROWTH));
    }

    /** The distance at a position in millimetres from the first point; beyond the lattice, the way there is added. */
    private double distance(double x, double y, double z) {
        double cx = Math.max(0, Math.min((nx - 1) * stepMm, x));
        double cy = Math.max(0, Math.min((ny - 1) * stepMm, y));
        double cz = Math.max(0, Math.min((nz - 1) * stepMm, z));
        double away = Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy) + (z - cz) * (z - cz));
        return away + interpolated(cx / stepMm, cy / stepMm, cz / stepMm);
    }

    private double interpolated(double x, double y, double z) {
        int ix = (int) Math.min(nx - 2, x);
        int iy = (int) Math.min(ny - 2, y);
        int iz = (int) Math.min(nz - 2, z);
        double low = plane(ix, iy, iz, x - ix, y - iy);
        return low + (plane(ix, iy, iz + 1, x - ix, y - iy) - low) * (z - iz);
    }

    private double plane(int ix, int iy, int iz, double fx, double fy) {
        int i = (iz * ny + iy) * nx + ix;
        double a = distanceMm[i] + (distanceMm[i + 1] - distanceMm[i]) * fx;
        double b = distanceMm[i + nx] + (distanceMm[i + nx + 1] - distanceMm[i + nx]) * fx;
        return a + (b - a) * fy;
    }

    private final class Placed implements Region {

        private final Frame frame;
        private final double growth;

        Placed(Frame frame, double growth) {
            this.frame = frame;
            this.growth = growth;
        }

        @Override
        public Box box() {
            double u = Math.max(centroid.x(), (nx - 1) * stepMm - centroid.x()) * growth;
            double v = Math.max(centroid.y(), (ny - 1) * stepMm - centroid.y()) * growth;
            double w = Math.max(centroid.z(), (nz - 1) * stepMm - centroid.z()) * growth;
            return frame.boxOf(u, v, w);
        }

        @Override
        public double distance(double x, double y, double z) {
            Vector3 d = new Vector3(x, y, z).minus(frame.origin());
            return growth * FieldShape.this.distance(d.dot(frame.u()) / growth + centroid.x(),
                    d.dot(frame.v()) / growth + centroid.y(), d.dot(frame.w()) / growth + centroid.z());
        }
    }
}
