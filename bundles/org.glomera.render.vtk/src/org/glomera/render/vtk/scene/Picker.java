package org.glomera.render.vtk.scene;

import java.util.Optional;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.Clip;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.LineItem;
import org.glomera.render.scene.PaneBox;
import org.glomera.render.scene.Pick;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.PointItem;
import org.glomera.render.scene.Ray;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.SurfaceItem;

/**
 * Finds what is nearest at a pixel, by the ray through the middle of the pixel and the scene itself. So a pick is exact
 * to rounding even after a draft picture, and cut-off parts are not picked.
 */
final class Picker {

    /** A cloud is met where it has taken so much of the light. */
    private static final double CLOUD_IS_SEEN = 0.3;
    private static final double NOWHERE = Double.POSITIVE_INFINITY;
    /** Pixels less opaque than this are holes of a picture in space. */
    private static final int SEEN_ALPHA = 64;

    private final Ray ray;
    private final double nearestMm;
    private final Optional<Clip> clip;
    private double bestMm = NOWHERE;
    private String bestId;
    private double bestValue;

    private Picker(Ray ray, boolean parallel, Optional<Clip> clip) {
        this.ray = ray;
        // With parallel rays, what lies behind the camera is seen too.
        this.nearestMm = parallel ? Double.NEGATIVE_INFINITY : 0;
        this.clip = clip;
    }

    /** The nearest item at a pixel of a picture of a view. */
    static Optional<Pick> pick(SceneView view, int x, int y) {
        Optional<Integer> pane = view.paneAt(x, y);
        if (pane.isEmpty()) {
            return Optional.empty();
        }
        PaneBox box = view.box(pane.get());
        Camera camera = view.camera();
        Ray ray = camera.ray(x - box.x() + 0.5, y - box.y() + 0.5, box.width(), box.height());
        Picker picker = new Picker(ray, camera.parallel(), view.clip());
        view.panes().get(pane.get()).items().forEach(picker::meet);
        return picker.bestId == null ? Optional.empty()
                : Optional.of(new Pick(pane.get(), picker.bestId, ray.at(picker.bestMm), picker.bestValue));
    }

    private void meet(SceneItem item) {
        if (item instanceof SurfaceItem surface && surface.opacity() > 0) {
            meet(surface);
        } else if (item instanceof PlaneItem plane && plane.opacity() > 0) {
            meet(plane);
        } else if (item instanceof CloudItem cloud && cloud.opacity() > 0) {
            meet(cloud);
        } else if (item instanceof PointItem point) {
            meetBall(point.id(), point.pointMm(), point.radiusMm());
        } else if (item instanceof LineItem line) {
            meet(line);
        }
    }

    private void take(String id, double mm, double value) {
        bestMm = mm;
        bestId = id;
        bestValue = value;
    }

    private boolean isNearer(double mm) {
        return mm > nearestMm && mm < bestMm;
    }

    private boolean isKept(double mm) {
        return clip.isEmpty() || clip.get().keeps(ray.at(mm));
    }

    /** The triangles one by one (Moeller and Trumbore 1997), in plain numbers since there are many. */
    private void meet(SurfaceItem surface) {
        float[] p = surface.mesh().pointsMm();
        int[] t = surface.mesh().triangles();
        Vector3 o = ray.originMm();
        Vector3 d = ray.direction();
        for (int i = 0; i < t.length; i += 3) {
            int a = 3 * t[i];
            int b = 3 * t[i + 1];
            int c = 3 * t[i + 2];
            double ux = p[b] - p[a];
            double uy = p[b + 1] - p[a + 1];
            double uz = p[b + 2] - p[a + 2];
            double vx = p[c] - p[a];
            double vy = p[c + 1] - p[a + 1];
            double vz = p[c + 2] - p[a + 2];
            double hx = d.y() * vz - d.z() * vy;
            double hy = d.z() * vx - d.x() * vz;
            double hz = d.x() * vy - d.y() * vx;
            double determinant = ux * hx + uy * hy + uz * hz;
            if (determinant == 0) {
                continue;
            }
            double sx = o.x() - p[a];
            double sy = o.y() - p[a + 1];
            double sz = o.z() - p[a + 2];
            double ofB = (sx * hx + sy * hy + sz * hz) / determinant;
            if (!(ofB >= 0 && ofB <= 1)) {
                continue;
            }
            double qx = sy * uz - sz * uy;
            double qy = sz * ux - sx * uz;
            double qz = sx * uy - sy * ux;
            double ofC = (d.x() * qx + d.y() * qy + d.z() * qz) / determinant;
            double mm = (vx * qx + vy * qy + vz * qz) / determinant;
            if (ofC >= 0 && ofB + ofC <= 1 && isNearer(mm) && isKept(mm)) {
                take(surface.id(), mm, value(surface, i, ofB, ofC));
            }
        }
    }

    private static double value(SurfaceItem surface, int triangle, double ofB, double ofC) {
        if (surface.colouring().isEmpty()) {
            return Double.NaN;
        }
        float[] values = surface.colouring().get().values();
        int[] t = surface.mesh().triangles();
        return (1 - ofB - ofC) * values[t[triangle]] + ofB * values[t[triangle + 1]] + ofC * values[t[triangle + 2]];
    }

    private void meet(PlaneItem plane) {
        Vector3 normal = plane.rightMm().cross(plane.downMm());
        double along = normal.dot(ray.direction());
        double mm = normal.dot(plane.originMm().minus(ray.originMm())) / along;
        if (along == 0 || !isNearer(mm)) {
            return;
        }
        Vector3 from = ray.at(mm).minus(plane.originMm());
        double square = normal.dot(normal);
        double column = from.cross(plane.downMm()).dot(normal) / square * plane.widthPx();
        double row = plane.rightMm().cross(from).dot(normal) / square * plane.heightPx();
        if (column >= 0 && column < plane.widthPx() && row >= 0 && row < plane.heightPx()
                && plane.argb()[(int) row * plane.widthPx() + (int) column] >>> 24 >= SEEN_ALPHA) {
            take(plane.id(), mm, Double.NaN);
        }
    }

    private void meetBall(String id, Vector3 centre, double radius) {
        Vector3 from = ray.originMm().minus(centre);
        double half = from.dot(ray.direction());
        double root = half * half - from.dot(from) + radius * radius;
        double mm = -half - Math.sqrt(Math.max(0, root));
        if (root >= 0 && isNearer(mm)) {
            take(id, mm, Double.NaN);
        }
    }

    /** A rod counts as the ball of its radius at its point that is nearest to the ray. */
    private void meet(LineItem line) {
        Vector3 along = line.toMm().minus(line.fromMm());
        Vector3 from = ray.originMm().minus(line.fromMm());
        double length2 = along.dot(along);
        double slant = along.dot(ray.direction());
        double divisor = length2 - slant * slant;
        double share = divisor > 0 ? (along.dot(from) - slant * ray.direction().dot(from)) / divisor : 0;
        Vector3 nearest = line.fromMm().plus(along.times(Math.max(0, Math.min(1, share))));
        meetBall(line.id(), nearest, line.radiusMm());
    }

    private void meet(CloudItem cloud) {
        Grid grid = cloud.volume().grid();
        Affine3 toVoxels = grid.voxelToPatientMm().inverse();
        Vector3 start = toVoxels.apply(ray.originMm());
        Vector3 step = toVoxels.applyToDirection(ray.direction());
        double[] ends = {nearestMm, bestMm};
        within(ends, start.x(), step.x(), grid.nx());
        within(ends, start.y(), step.y(), grid.ny());
        within(ends, start.z(), step.z(), grid.nz());
        Vector3 spacing = grid.spacingMm();
        double strideMm = Math.min(spacing.x(), Math.min(spacing.y(), spacing.z())) / 2;
        double light = 1;
        for (double mm = ends[0]; mm < ends[1]; mm += strideMm) {
            float value = nearestVoxel(cloud, start.plus(step.times(mm)));
            if (value > cloud.low() && isKept(mm)) {
                double share = Math.min(1, (value - cloud.low()) / (cloud.high() - cloud.low()));
                light *= Math.pow(1 - share * cloud.opacity(), strideMm / ShownCloud.DENSITY_LENGTH_MM);
                if (1 - light >= CLOUD_IS_SEEN) {
                    take(cloud.id(), mm, value);
                    return;
                }
            }
        }
    }

    /** Shortens the way to where an index lies within the grid. */
    private static void within(double[] ends, double start, double step, int size) {
        double one = (-0.5 - start) / step;
        double other = (size - 0.5 - start) / step;
        if (step == 0) {
            boolean inside = start >= -0.5 && start <= size - 0.5;
            ends[1] = inside ? ends[1] : ends[0];
        } else {
            ends[0] = Math.max(ends[0], Math.min(one, other));
            ends[1] = Math.min(ends[1], Math.max(one, other));
        }
    }

    private static float nearestVoxel(CloudItem cloud, Vector3 index) {
        Grid grid = cloud.volume().grid();
        int x = (int) Math.round(index.x());
        int y = (int) Math.round(index.y());
        int z = (int) Math.round(index.z());
        return grid.contains(x, y, z) ? cloud.volume().at(x, y, z) : Float.NaN;
    }
}
