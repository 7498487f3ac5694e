package org.glomera.render.layers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.progress.SideBySide;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.scene.Mesh;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;

/**
 * Makes surfaces and keeps them, so that what was shown once is shown again at once. A surface is known by its label
 * map (the very array, not its content), its side and its options. Those that were not asked for longest are given up
 * when all of them together have too many triangles, and those whose label map is no longer used by anybody else. Safe
 * for use by several threads; a surface that two of them want is made once.
 */
public final class Surfaces {

    /** About 80 MB of coordinates, corners and distances. */
    private static final long MOST_TRIANGLES = 4_000_000;

    private final SurfaceMaker maker;
    private final Keeper<MaskKey, Optional<KidneySurface>> surfaces;
    private final Keeper<MeshKey, float[]> distances;

    /** One kidney of a delineation. */
    public record Wanted(LabelMap labels, Side side) {

        /** Refuses missing parts. */
        public Wanted {
            Objects.requireNonNull(labels);
            Objects.requireNonNull(side);
        }
    }

    /** Makes an empty store. */
    public Surfaces(SurfaceMaker maker) {
        this(maker, MOST_TRIANGLES);
    }

    Surfaces(SurfaceMaker maker, long mostTriangles) {
        this.maker = Objects.requireNonNull(maker);
        this.surfaces = new Keeper<>(mostTriangles,
                surface -> surface.map(each -> (long) each.mesh().triangleCount()).orElse(1L));
        this.distances = new Keeper<>(mostTriangles, values -> 2L * values.length);
    }

    /** What makes the surfaces; for measuring and writing. */
    public SurfaceMaker maker() {
        return maker;
    }

    /**
     * The surface of one kidney; see {@link SurfaceMaker#surface}.
     *
     * @return empty when the mask holds no voxel of that kidney
     * @throws OperationCanceledException when cancelled
     */
    public Optional<KidneySurface> of(LabelMap labels, Side side, SurfaceOptions options, IProgressMonitor monitor)
            throws GlomeraException {
        return surfaces.get(new MaskKey(labels.labels(), side, options), monitor,
                () -> maker.surface(labels, side, options, monitor));
    }

    /**
     * The surfaces of several kidneys, made side by side on the processors of this machine.
     *
     * @return one for each that was wanted, in that order
     * @throws OperationCanceledException when cancelled
     */
    public List<Optional<KidneySurface>> all(List<Wanted> wanted, SurfaceOptions options, IProgressMonitor monitor)
            throws GlomeraException {
        return SideBySide.all(wanted, monitor, (each, own) -> of(each.labels(), each.side(), options, own));
    }

    /**
     * How far each vertex of a surface lies from another one in millimetres; see {@link SurfaceMaker#distancesMm}.
     *
     * @return one value a vertex, positive outside the reference; not to be written to
     * @throws OperationCanceledException when cancelled
     */
    public float[] distancesMm(Mesh of, Mesh to, IProgressMonitor monitor) throws GlomeraException {
        return distances.get(new MeshKey(of, to), monitor, () -> maker.distancesMm(of, to, monitor));
    }

    /** Gives up everything, for instance when another case is opened. */
    public void clear() {
        surfaces.clear();
        distances.clear();
    }

    /** Two surfaces, known by their arrays; the meshes themselves are kept, which the surfaces' bound allows for. */
    private record MeshKey(Mesh of, Mesh to) implements Keeper.Key {
        @Override
        public boolean isStale() {
            return false;
        }
    }
}
