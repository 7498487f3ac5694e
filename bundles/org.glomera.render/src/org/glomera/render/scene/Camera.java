package org.glomera.render.scene;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Extent;

/**
 * From where a scene is looked at. A pane shows, at the distance of the focal point, a piece of space
 * {@link #heightMm()} high; its width follows from the pane's shape. Lengths and directions on the screen go right and
 * down, as a mouse does.
 *
 * @param positionMm where the camera stands, patient millimetres
 * @param focalMm the point in the middle of the picture, not at the camera
 * @param up the patient direction that points up in the picture; kept with length 1 and at right angles to the
 *        direction of view
 * @param viewAngleDeg the angle between the upper and the lower edge of the picture in degrees, above 0 and below 180
 * @param parallel whether distant things are as large as near ones; then the picture is as high as a perspective one
 *        is at the focal point
 */
public record Camera(Vector3 positionMm, Vector3 focalMm, Vector3 up, double viewAngleDeg, boolean parallel) {

    /** The angle of view that a new camera has, in degrees. */
    public static final double USUAL_VIEW_ANGLE_DEG = 30;
    /** How much larger than the box the picture is that {@link #fit} gives. */
    private static final double MARGIN = 1.05;
    private static final double SMALLEST_DISTANCE_MM = 1;
    private static final double LARGEST_DISTANCE_MM = 1e6;
    /** Sine of the smallest angle between the direction of view and a usable {@code up}. */
    private static final double SMALLEST_SINE = 1e-6;

    /** Refuses a camera at its focal point, an impossible angle and an up along the direction of view. */
    public Camera {
        Vector3 view = focalMm.minus(positionMm);
        if (!(view.length() > 0) || !(viewAngleDeg > 0 && viewAngleDeg < 180)) {
            throw new IllegalArgumentException("A camera stands away from its focal point and has an angle of view"
                    + " between 0 and 180 degrees.");
        }
        Vector3 forward = unit(view);
        Vector3 square = up.minus(forward.times(up.dot(forward)));
        if (!(square.length() > SMALLEST_SINE * up.length())) {
            throw new IllegalArgumentException("Up points along the direction of view.");
        }
        up = unit(square);
    }

    /** A camera on one side of a box, so far away that a square picture shows the whole box. */
    public static Camera of(StandardView side, Extent extent) {
        Vector3 centre = extent.centreMm();
        return new Camera(centre.plus(side.from()), centre, side.up(), USUAL_VIEW_ANGLE_DEG, false).fit(extent, 1);
    }

    /** The direction of view; length 1. */
    public Vector3 forward() {
        return unit(focalMm.minus(positionMm));
    }

    /** The patient direction that points to the right in the picture; length 1. */
    public Vector3 right() {
        return unit(forward().cross(up));
    }

    /** How far the focal point is from the camera, in millimetres. */
    public double distanceMm() {
        return focalMm.minus(positionMm).length();
    }

    /** How high the piece of space is that a pane shows at the focal point, in millimetres. */
    public double heightMm() {
        return 2 * distanceMm() * tangent();
    }

    /** The same camera with parallel or with perspective rays. */
    public Camera withParallel(boolean now) {
        return new Camera(positionMm, focalMm, up, viewAngleDeg, now);
    }

    /** The camera on another side of what it looks at, as far away as now. */
    public Camera from(StandardView side) {
        return new Camera(focalMm.plus(side.from().times(distanceMm())), focalMm, side.up(), viewAngleDeg, parallel);
    }

    /**
     * The camera after what it looks at was turned by hand around the focal point: first around the picture's vertical,
     * then around its horizontal.
     *
     * @param dxDeg how far the near side goes to the right, in degrees; negative to the left
     * @param dyDeg how far the near side goes down, in degrees; negative up
     */
    public Camera orbit(double dxDeg, double dyDeg) {
        // The scene stands still: the camera goes the other way.
        Vector3 back = forward().times(-1);
        Vector3 turned = rotate(back, up, -Math.toRadians(dxDeg));
        Vector3 axis = unit(turned.times(-1).cross(up));
        Vector3 newBack = rotate(turned, axis, -Math.toRadians(dyDeg));
        Vector3 newUp = rotate(up, axis, -Math.toRadians(dyDeg));
        return new Camera(focalMm.plus(newBack.times(distanceMm())), focalMm, newUp, viewAngleDeg, parallel);
    }

    /** The camera after the picture was turned around its middle, clockwise by an angle in degrees. */
    public Camera roll(double clockwiseDeg) {
        // A picture that turns clockwise is one of a camera whose up turns counter-clockwise as it sees it.
        Vector3 newUp = rotate(up, forward(), -Math.toRadians(clockwiseDeg));
        return new Camera(positionMm, focalMm, newUp, viewAngleDeg, parallel);
    }

    /**
     * The camera after what it looks at was shifted in the picture.
     *
     * @param dx how far to the right, in heights of the pane: 1 is as far as the pane is high
     * @param dy how far down, in heights of the pane
     */
    public Camera pan(double dx, double dy) {
        Vector3 shift = right().times(-dx * heightMm()).plus(up.times(dy * heightMm()));
        return new Camera(positionMm.plus(shift), focalMm.plus(shift), up, viewAngleDeg, parallel);
    }

    /** The camera nearer to its focal point ({@code factor} above 1) or farther away; the picture is so much larger. */
    public Camera zoom(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("A zoom factor is above 0; this is " + factor + ".");
        }
        return atDistance(Math.max(SMALLEST_DISTANCE_MM, Math.min(LARGEST_DISTANCE_MM, distanceMm() / factor)));
    }

    /**
     * The camera from the same side, with a box in the middle of the picture and as large as a pane allows.
     *
     * @param aspect width of the pane divided by its height
     */
    public Camera fit(Extent extent, double aspect) {
        if (!(aspect > 0)) {
            throw new IllegalArgumentException("The shape of a pane is above 0; this is " + aspect + ".");
        }
        Vector3 centre = extent.centreMm();
        double needed = SMALLEST_DISTANCE_MM;
        for (int corner = 0; corner < 8; corner++) {
            Vector3 from = new Vector3((corner & 1) == 0 ? extent.lowMm().x() : extent.highMm().x(),
                    (corner & 2) == 0 ? extent.lowMm().y() : extent.highMm().y(),
                    (corner & 4) == 0 ? extent.lowMm().z() : extent.highMm().z()).minus(centre);
            double half = Math.max(Math.abs(from.dot(up)), Math.abs(from.dot(right())) / aspect) * MARGIN;
            // A corner nearer to the camera is seen larger, so the camera stands farther away by as much.
            needed = Math.max(needed, half / tangent() - (parallel ? 0 : from.dot(forward())));
        }
        Camera moved = new Camera(centre.minus(forward().times(distanceMm())), centre, up, viewAngleDeg, parallel);
        return moved.atDistance(Math.min(LARGEST_DISTANCE_MM, needed));
    }

    /**
     * Where a pane shows a point.
     *
     * @param mm the point in patient millimetres
     * @return x to the right and y down from the pane's upper left corner in pixels (the middle of the first pixel is
     *         0.5, 0.5), and z the distance in front of the camera in millimetres; where z is not above 0, the point is
     *         not in front of a perspective camera and x and y mean nothing
     */
    public Vector3 project(Vector3 mm, int widthPx, int heightPx) {
        Vector3 from = mm.minus(positionMm);
        double depth = from.dot(forward());
        double atDepth = parallel ? heightMm() : 2 * Math.max(depth, Double.MIN_NORMAL) * tangent();
        double pxPerMm = Math.min(heightPx / atDepth, Float.MAX_VALUE);
        return new Vector3(widthPx / 2.0 + from.dot(right()) * pxPerMm, heightPx / 2.0 - from.dot(up) * pxPerMm, depth);
    }

    /**
     * The ray through a place of a pane: the points that {@link #project} shows there.
     *
     * @param x to the right from the pane's upper left corner in pixels; the middle of the first pixel is 0.5
     * @param y down from there
     */
    public Ray ray(double x, double y, int widthPx, int heightPx) {
        double mmPerPx = heightMm() / heightPx;
        Vector3 aside = right().times((x - widthPx / 2.0) * mmPerPx).minus(up.times((y - heightPx / 2.0) * mmPerPx));
        return parallel ? new Ray(positionMm.plus(aside), forward())
                : new Ray(positionMm, unit(focalMm.plus(aside).minus(positionMm)));
    }

    private Camera atDistance(double mm) {
        return new Camera(focalMm.minus(forward().times(mm)), focalMm, up, viewAngleDeg, parallel);
    }

    private double tangent() {
        return Math.tan(Math.toRadians(viewAngleDeg) / 2);
    }

    private static Vector3 unit(Vector3 vector) {
        return vector.times(1 / vector.length());
    }

    /** Turns a vector around an axis of length 1 by the right-hand rule (formula of Rodrigues). */
    private static Vector3 rotate(Vector3 vector, Vector3 axis, double angle) {
        return vector.times(Math.cos(angle)).plus(axis.cross(vector).times(Math.sin(angle)))
                .plus(axis.times(axis.dot(vector) * (1 - Math.cos(angle))));
    }
}
