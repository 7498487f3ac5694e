package org.glomera.render.vtk.surface;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * The surface of the voxels of a mask: the faces between a voxel inside and one outside, two triangles each, one after
 * the other; the first two corners of both are the ends of the face's diagonal. It encloses the volume of the voxels to
 * the last digit.
 */
final class VoxelSurface {

    /** Some five times a kidney in the finest CT; more is noise, whose surface would fill the memory. */
    static final int MOST_FACES = 1_500_000;

    private static final int[][] ACROSS = {{1, 2}, {2, 0}, {0, 1}};

    private final MaskBox box;
    private final double[] points;
    private final int[] triangles;
    private int pointCount;
    private int triangleCount;
    /** Numbers of the vertices on the two layers of corners that the current layer of voxels touches; 0 is none yet. */
    private int[] below;
    private int[] above;
    private int currentZ;

    private VoxelSurface(MaskBox box, int faces) {
        this.box = box;
        this.points = new double[3 * 4 * faces];
        this.triangles = new int[6 * faces];
        this.below = new int[(box.nx() + 1) * (box.ny() + 1)];
        this.above = new int[below.length];
    }

    /** The surface in patient millimetres; outward triangles are counter-clockwise for a right-handed grid. */
    static Shape of(MaskBox box, IProgressMonitor monitor) throws GlomeraException {
        int faces = faces(box, monitor);
        if (faces > MOST_FACES) {
            throw new GlomeraException(Kind.RESOURCES, String.format("The surface of this delineation has %,d voxel "
                    + "faces; up to %,d are drawn. It is scattered like noise: check the delineation.", faces,
                    MOST_FACES));
        }
        VoxelSurface surface = new VoxelSurface(box, faces);
        for (int z = 1; z < box.nz(); z++) {
            MaskBox.checkCanceled(monitor);
            surface.addLayer(z);
        }
        double[] points = Arrays.copyOf(surface.points, 3 * surface.pointCount);
        box.toPatientMm(points);
        return new Shape(points, surface.triangles);
    }

    /** Number of faces between inside and outside. */
    static int faces(MaskBox box, IProgressMonitor monitor) {
        byte[] inside = box.inside();
        int row = box.nx();
        int layer = box.nx() * box.ny();
        int faces = 0;
        for (int z = 1; z < box.nz(); z++) {
            MaskBox.checkCanceled(monitor);
            for (int i = z * layer; i < (z + 1) * layer; i++) {
                faces += (inside[i] ^ inside[i - 1]) + (inside[i] ^ inside[i - row]) + (inside[i] ^ inside[i - layer]);
            }
        }
        return faces;
    }

    /** Adds the faces below, in front of and on the right of the voxels of one layer; the first ones are outside. */
    private void addLayer(int z) {
        currentZ = z;
        int[] free = below;
        below = above;
        above = free;
        Arrays.fill(above, 0);
        byte[] inside = box.inside();
        int[] steps = {1, box.nx(), box.nx() * box.ny()};
        for (int y = 1; y < box.ny(); y++) {
            int i = (z * box.ny() + y) * box.nx() + 1;
            for (int x = 1; x < box.nx(); x++, i++) {
                for (int axis = 0; axis < 3; axis++) {
                    int difference = inside[i] - inside[i - steps[axis]];
                    if (difference != 0) {
                        addFace(x, y, z, axis, difference > 0);
                    }
                }
            }
        }
    }

    /** Adds the face of a voxel at its lower end along an axis; the voxel itself is inside, or the one before it. */
    private void addFace(int x, int y, int z, int axis, boolean inside) {
        int[] corner = {x, y, z};
        int u = ACROSS[axis][0];
        int v = ACROSS[axis][1];
        int a = vertex(corner);
        corner[u]++;
        int b = vertex(corner);
        corner[v]++;
        int c = vertex(corner);
        corner[u]--;
        int d = vertex(corner);
        if (inside) {
            addTriangle(a, c, b);
            addTriangle(c, a, d);
        } else {
            addTriangle(c, a, b);
            addTriangle(a, c, d);
        }
    }

    private void addTriangle(int a, int b, int c) {
        triangles[triangleCount++] = a;
        triangles[triangleCount++] = b;
        triangles[triangleCount++] = c;
    }

    /** The vertex at the lower corner of a voxel; z is that of the current layer or the next one. */
    private int vertex(int[] corner) {
        int[] layer = corner[2] == currentZ ? below : above;
        int place = corner[1] * (box.nx() + 1) + corner[0];
        if (layer[place] == 0) {
            points[3 * pointCount] = corner[0] - 0.5;
            points[3 * pointCount + 1] = corner[1] - 0.5;
            points[3 * pointCount + 2] = corner[2] - 0.5;
            layer[place] = ++pointCount;
        }
        return layer[place] - 1;
    }
}
