package org.glomera.render.vtk.surface;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;
import org.glomera.render.surface.Fidelity;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.MeshFormat;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;
import org.glomera.render.vtk.natives.VtkSession;

/** Makes surfaces with VTK. Only the contour is made on VTK's thread; the rest is done by the thread that asks. */
public final class VtkSurfaceMaker implements SurfaceMaker {

    /**
     * How far smoothing may move a vertex, which begins on a voxel face, as a share of half a voxel's diagonal. What is
     * left of it is for the corners of voxels that stick out between vertices.
     */
    private static final double MOST_MOVED = 0.75;
    /** How far the corner of a voxel may be from the smoothed surface, as the same share. */
    private static final double FARTHEST_CORNER = 0.75;
    /** How far the whole surface may be moved along its normals to restore the volume, as the same share. */
    private static final double MOST_SWOLLEN = 0.1;
    /**
     * How far thinning out may move a vertex from the planes of its triangles, as the same share: the first one after
     * which the surface is within half a diagonal of the voxels; 0 thins nothing out.
     */
    private static final double[] THINNED = {0.35, 0.15, 0};
    /** A surface with fewer triangles costs nothing to draw and is not thinned out below this. */
    private static final int FEW_TRIANGLES = 8000;

    private static final double MM3_PER_ML = 1000;

    private final VtkSession session;

    /** A maker that uses the libraries of a session. */
    public VtkSurfaceMaker(VtkSession session) {
        this.session = Objects.requireNonNull(session);
    }

    @Override
    public Optional<KidneySurface> surface(LabelMap labels, Side side, SurfaceOptions options, IProgressMonitor monitor)
            throws GlomeraException {
        Objects.requireNonNull(options);
        try {
            Optional<MaskBox> box = MaskBox.of(labels, side.label(), monitor);
            return box.isEmpty() ? Optional.empty() : Optional.of(surface(box.get(), side, options, monitor));
        } catch (OutOfMemoryError e) {
            throw new GlomeraException(Kind.RESOURCES, "The memory of the program does not suffice for the surface of "
                    + "this delineation. Give it more with GLOMERA_HEAP.", e);
        }
    }

    private KidneySurface surface(MaskBox box, Side side, SurfaceOptions options, IProgressMonitor monitor)
            throws GlomeraException {
        Shape voxels = VoxelSurface.of(box, monitor);
        Contour contour = session.call(() -> Contour.of(box, options));
        MaskBox.checkCanceled(monitor);
        Shape full = shape(box, contour, options);
        int wanted = options.keptTriangles() < 1
                ? Math.max(FEW_TRIANGLES, (int) Math.round(options.keptTriangles() * full.triangleCount()))
                : full.triangleCount();
        for (double share : THINNED) {
            Shape drawn = Thinning.of(full, share == 0 ? full.triangleCount() : wanted, share * box.halfDiagonalMm(),
                    monitor);
            if (options.smoothingIterations() > 0) {
                Keeping.volume(drawn, box.volumeMl() * MM3_PER_ML, MOST_SWOLLEN * box.halfDiagonalMm());
            }
            Fidelity fidelity = FidelityCheck.of(drawn, voxels, box, full.triangleCount(), monitor);
            if (fidelity.largestMm() <= box.halfDiagonalMm() || drawn.triangleCount() == full.triangleCount()) {
                return new KidneySurface(side, drawn.toMesh(), fidelity);
            }
        }
        throw new IllegalStateException("the last one is not thinned out");
    }

    /** The contour in patient space, near the voxels, its triangles counter-clockwise seen from outside. */
    private static Shape shape(MaskBox box, Contour contour, SurfaceOptions options) {
        double[] original = contour.points();
        double[] points = original;
        int[] triangles = contour.triangles();
        if (options.smoothingIterations() > 0) {
            double[] cells = contour.cells();
            points = contour.smoothed();
            box.toPatientMm(cells);
            box.toPatientMm(original);
            box.toPatientMm(points);
            Keeping.within(points, original, MOST_MOVED * box.halfDiagonalMm());
            Keeping.nearCorners(points, original, triangles, cells, FARTHEST_CORNER * box.halfDiagonalMm());
        } else {
            box.toPatientMm(points);
        }
        if (box.grid().voxelToPatientMm().determinant() < 0) {
            for (int t = 0; t < triangles.length; t += 3) {
                int second = triangles[t + 1];
                triangles[t + 1] = triangles[t + 2];
                triangles[t + 2] = second;
            }
        }
        return new Shape(points, triangles);
    }

    @Override
    public float[] distancesMm(Mesh of, Mesh to, IProgressMonitor monitor) throws GlomeraException {
        try {
            return new SignedDistance(Shape.of(to)).of(of.pointsMm(), monitor);
        } catch (OutOfMemoryError e) {
            throw new GlomeraException(Kind.RESOURCES, "The memory of the program does not suffice for the distance of "
                    + "two surfaces. Give it more with GLOMERA_HEAP.", e);
        }
    }

    @Override
    public void write(Path file, Mesh mesh, Optional<Colouring> colouring, MeshFormat format) throws GlomeraException {
        MeshFiles.write(file, mesh, colouring, format);
    }
}
