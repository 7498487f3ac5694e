package org.glomera.render.surface;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.Mesh;

/**
 * Makes surfaces of delineations, measures between surfaces and writes them to files. Needs no display. Any thread may
 * call, several at once; a call takes up to some tenths of a second a kidney, so never call it on the UI thread.
 */
public interface SurfaceMaker {

    /**
     * The closed surface of one kidney in patient millimetres, whatever the direction and spacing of the grid: its
     * triangles are counter-clockwise seen from outside for left-handed grids too, and it is closed where the mask
     * touches the border of the grid.
     *
     * @return empty when the mask holds no voxel of that kidney
     * @throws GlomeraException when the surface cannot be made: a native library fails, or memory does not suffice
     * @throws OperationCanceledException when cancelled
     */
    Optional<KidneySurface> surface(LabelMap labels, Side side, SurfaceOptions options, IProgressMonitor monitor)
            throws GlomeraException;

    /**
     * How far each vertex of a surface lies from another surface, in millimetres.
     *
     * @param of the surface whose vertices are measured
     * @param to the closed reference surface
     * @return the shortest distance to any point of the reference's triangles, one value a vertex of {@code of};
     *         positive outside the reference, negative inside
     * @throws GlomeraException when a native library fails or memory does not suffice
     * @throws OperationCanceledException when cancelled
     */
    float[] distancesMm(Mesh of, Mesh to, IProgressMonitor monitor) throws GlomeraException;

    /**
     * Writes a surface beside its place and moves it there. The file says that it holds millimetres in DICOM LPS.
     *
     * @param file where to; its folder is made where needed
     * @param colouring numbers that are written with the vertices, where the format holds them, under the title and the
     *        unit in lower case: {@code distance_mm} for the title "Distance" and the unit "mm"
     * @throws GlomeraException when the file cannot be written
     */
    void write(Path file, Mesh mesh, Optional<Colouring> colouring, MeshFormat format) throws GlomeraException;
}
