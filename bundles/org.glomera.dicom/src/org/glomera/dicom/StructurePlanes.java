package org.glomera.dicom;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * The voxels of one structure, by the rules of {@link ContourRasteriser}. Contours in planes parallel to the image's
 * slices are filled line by line; those in planes at an angle to them are asked point by point. For one thread.
 */
final class StructurePlanes {

    /** How far the points of one contour may spread across slices, in slices, and still be parallel to them. */
    private static final double PARALLEL_SLICES = 0.2;
    /** Planes closer than this, in slices, are one plane: files round coordinates. */
    private static final double SAME_PLANE_SLICES = 0.02;
    /** The most corners times voxels that are asked for: seconds of work. */
    private static final double MOST_WORK = 2e10;

    private final Path file;
    private final Structure structure;
    private final Grid grid;
    private final Affine3 toVoxel;
    private final PlaneBasis basis;
    private final boolean parallel;
    private final PlaneStack stack;
    private final VoxelBox box;

    /**
     * Sorts the contours of a structure.
     *
     * @throws GlomeraException when they lie in planes that are not parallel to each other, or far outside the image
     */
    StructurePlanes(Path file, Structure structure, Grid grid) throws GlomeraException {
        this.file = file;
        this.structure = structure;
        this.grid = grid;
        this.toVoxel = grid.voxelToPatientMm().inverse();
        PlaneBasis slices = PlaneBasis.ofSlices(grid);
        this.parallel = structure.contours().stream()
                .allMatch(contour -> slices.spread(contour) <= PARALLEL_SLICES);
        this.basis = parallel ? slices : PlaneBasis.ofContours(structure.contours(), grid);
        this.stack = new PlaneStack(basis.slice(), SAME_PLANE_SLICES * basis.slice());
        for (Contour contour : structure.contours()) {
            add(contour);
        }
        this.box = structure.contours().isEmpty() ? VoxelBox.EMPTY : box();
    }

    private void add(Contour contour) throws GlomeraException {
        double spread = basis.spread(contour);
        if (spread > PARALLEL_SLICES * basis.slice()) {
            throw problem(String.format(Locale.ROOT, "has contours in planes that are not parallel: one runs across "
                    + "%.1f slices of the others. Draw it in parallel planes", spread / basis.slice()));
        }
        int count = contour.pointsMm().size();
        double[][] plane = new double[2][count];
        for (int i = 0; i < count; i++) {
            Vector3 point = basis.toPlane().apply(contour.pointsMm().get(i));
            plane[0][i] = point.x();
            plane[1][i] = point.y();
        }
        stack.add(basis.height(contour), plane);
    }

    /** The voxels that the contours can reach, those outside the image included. */
    private VoxelBox box() throws GlomeraException {
        Affine3 fromPlane = basis.toPlane().inverse();
        VoxelBox reached = VoxelBox.EMPTY;
        for (Contour contour : structure.contours()) {
            for (Vector3 pointMm : contour.pointsMm()) {
                Vector3 point = basis.toPlane().apply(pointMm);
                for (int end = -1; end <= 1; end += 2) {
                    Vector3 voxel = toVoxel.apply(fromPlane.apply(point.x(), point.y(),
                            point.z() + end * stack.slab() / 2));
                    if (VoxelBox.isFar(voxel, grid)) {
                        throw problem(String.format(Locale.ROOT, "lies outside the image, at (%.1f, %.1f, %.1f) mm. "
                                + "Check that the structure set belongs to this image", pointMm.x(), pointMm.y(),
                                pointMm.z()));
                    }
                    reached = reached.with(voxel);
                }
            }
        }
        if (!parallel && (double) reached.voxels() * stack.mostCorners() > MOST_WORK) {
            throw problem("has too many points for contours at an angle to the image's slices. Export it with fewer");
        }
        return reached;
    }

    /**
     * The voxels whose centre lies inside, x fastest.
     *
     * @param remarks gets what is not plainly as drawn
     * @param monitor is asked for cancelling at each slice
     * @throws GlomeraException when more of it lies outside the image than {@link Outside} lets pass
     */
    boolean[] mask(List<String> remarks, IProgressMonitor monitor) throws GlomeraException {
        boolean[] mask = new boolean[grid.voxelCount()];
        boolean[] slice = new boolean[box.nx() * box.ny()];
        long all = 0;
        long inside = 0;
        for (int z = box.z0(); z <= box.z1(); z++) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            Arrays.fill(slice, false);
            fill(z, slice);
            for (int i = 0; i < slice.length; i++) {
                if (slice[i]) {
                    all++;
                    int x = box.x0() + i % box.nx();
                    int y = box.y0() + i / box.nx();
                    if (grid.contains(x, y, z)) {
                        mask[grid.index(x, y, z)] = true;
                        inside++;
                    }
                }
            }
        }
        Outside.check(file, "structure '" + structure.name() + "'", all - inside, all, remarks);
        addRemarks(remarks);
        return mask;
    }

    private void fill(int z, boolean[] slice) {
        if (parallel) {
            EvenOdd.fill(stack.at(z), box.x0(), box.y0(), box.nx(), box.ny(), slice);
            return;
        }
        Affine3 toPlane = basis.toPlane().after(grid.voxelToPatientMm());
        for (int i = 0; i < slice.length; i++) {
            Vector3 point = toPlane.apply(box.x0() + i % box.nx(), box.y0() + i / box.nx(), z);
            slice[i] = EvenOdd.contains(stack.at(point.z()), point.x(), point.y());
        }
    }

    private void addRemarks(List<String> remarks) {
        String start = "The structure '" + structure.name() + "' in " + file.getFileName() + " ";
        if (stack.duplicates() > 0) {
            remarks.add(start + "has " + stack.duplicates() + " contour(s) twice; each was taken once.");
        }
        double[] gaps = stack.openGaps();
        if (gaps[0] > 0) {
            remarks.add(String.format(Locale.ROOT, "%shas %d gap(s) between its contours, the widest of %.1f mm; "
                    + "they stay empty.", start, (int) gaps[0], gaps[1] * basis.heightMm()));
        }
        if (!parallel) {
            remarks.add(start + "was drawn in planes at an angle to the image's slices.");
        }
    }

    private GlomeraException problem(String what) {
        return new GlomeraException(Kind.INPUT, "In " + file + " the structure '" + structure.name() + "' " + what
                + ".");
    }
}
