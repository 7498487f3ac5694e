package org.glomera.render.vtk.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.scene.Mesh;
import org.glomera.render.surface.Fidelity;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.SurfaceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surfaces of masks whose measures are known. */
class VtkSurfaceMakerTest {

    /** Far from the origin, as patients are. */
    private static final Vector3 MIDDLE = new Vector3(-80, 35, 1250);
    /** Half the diagonal of a voxel of 1.5 x 2 x 3 mm: sqrt(2.25 + 4 + 9) / 2. */
    private static final double HALF_DIAGONAL_MM = 1.953;

    /**
     * From the corner (0.75, 1, 1.5) of a voxel to the contour that cuts it off, a triangle with the corners
     * (0.75, 0, 0), (0, 1, 0) and (0, 0, 1.5). The nearest point is on the edge between the last two: 0.75 mm along x,
     * and in the plane of y and z the distance of (1, 1.5) from the line y + z / 1.5 = 1, (2 - 1) / sqrt(1 + 1 / 2.25).
     */
    private static final double CORNER_MM = Math.sqrt(0.5625 + 1 / (1 + 1 / 2.25));

    /** A ball of radius 24 mm in a grid that it fits into: 60 x 60 x 60 mm. */
    private static LabelMap ball(boolean leftHanded) {
        Grid grid = Bodies.oblique(40, 30, 20, MIDDLE, leftHanded);
        return Bodies.mask(grid, Side.RIGHT, Bodies.ball(MIDDLE, 24));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBall_hasItsVolumeAreaAndCentre(boolean leftHanded) throws Exception {
        KidneySurface surface = Bodies.surface(ball(leftHanded), Side.RIGHT, SurfaceOptions.defaults());
        // 4/3 pi 24^3 = 57906 mm^3. The mask counts whole voxels of 9 mm^3: some 800 of them lie on the surface, each
        // in or out as by a coin, so the count is uncertain by about sqrt(800) * 9 / 2 = 130 mm^3, 0.2 %
        assertEquals(57906, Bodies.volumeMm3(surface.mesh()), 0.01 * 57906);
        // 4 pi 24^2 = 7238 mm^2. Steps that smoothing leaves make the area larger, never smaller
        assertEquals(7238, Bodies.areaMm2(surface.mesh()), 0.04 * 7238);
        // a tenth of the smallest voxel edge; by symmetry the steps cancel
        assertEquals(0, Bodies.centreMm(surface.mesh()).minus(MIDDLE).length(), 0.15);
        assertEquals(0, Bodies.openEdges(surface.mesh()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void smoothing_staysWithinHalfADiagonal_andKeepsTheVolume(boolean leftHanded) throws Exception {
        LabelMap mask = ball(leftHanded);
        Fidelity fidelity = Bodies.surface(mask, Side.RIGHT, SurfaceOptions.defaults()).fidelity();
        assertEquals(mask.volumeMl(Side.RIGHT), fidelity.maskMl(), 1e-9);
        assertTrue(Math.abs(fidelity.volumeDifferencePercent()) < 0.1, fidelity::inWords);
        assertTrue(fidelity.largestMm() < HALF_DIAGONAL_MM, fidelity::inWords);
        // a smooth surface between steps of 1.5 to 3 mm lies a quarter of a step from them, not less
        assertTrue(fidelity.meanMm() > 0.1 && fidelity.meanMm() < 0.7, fidelity::inWords);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void smoothing_bringsTheSurfaceNearerToTheBody(boolean leftHanded) throws Exception {
        double stepped = meanDistance(Bodies.surface(ball(leftHanded), Side.RIGHT, SurfaceOptions.none()).mesh());
        double smooth = meanDistance(Bodies.surface(ball(leftHanded), Side.RIGHT, SurfaceOptions.defaults()).mesh());
        // the true ball is known: vertices on the steps are up to half a step from it, smoothed ones less
        assertTrue(smooth < 0.6 * stepped, smooth + " mm smoothed, " + stepped + " mm with steps");
    }

    private static double meanDistance(Mesh mesh) {
        double sum = 0;
        for (int i = 0; i < mesh.pointCount(); i++) {
            sum += Math.abs(mesh.point(i).minus(MIDDLE).length() - 24);
        }
        return sum / mesh.pointCount();
    }

    @Test
    void aBox_hasItsFacesWhereTheVoxelsHaveTheirs() throws Exception {
        Grid grid = Grid.axial(14, 12, 10, new Vector3(1.5, 2, 3), new Vector3(10, 20, 30));
        LabelMap mask = Bodies.mask(grid, Side.LEFT, p -> p.x() > 13.7 && p.x() < 26 && p.y() > 23 && p.y() < 37
                && p.z() > 35 && p.z() < 55);
        KidneySurface surface = Bodies.surface(mask, Side.LEFT, SurfaceOptions.none());
        // centres x 14.5 (voxel 3) to 25 (voxel 10): faces at 13.75 and 25.75; y 24 (2) to 36 (8): 23 and 37;
        // z 36 (2) to 54 (8): 34.5 and 55.5
        assertEquals(0, surface.mesh().extent().lowMm().minus(new Vector3(13.75, 23, 34.5)).length(), 1e-4);
        assertEquals(0, surface.mesh().extent().highMm().minus(new Vector3(25.75, 37, 55.5)).length(), 1e-4);
        // the voxels: 12 x 14 x 21 = 3528 mm^3. The contour cuts edges and corners: along an edge of the box half of
        // a quarter voxel is missing, 1/8 of 9 mm^3 a voxel, (8 + 7 + 7 - 3) * 4 voxels at edges less 8 corners; a
        // corner lacks 1/8 * 5/6 of a voxel
        double atEdges = 4 * (7 + 6 + 6) * 9 / 8.0;
        double atCorners = 8 * (5 / 6.0) * 9 / 8.0;
        assertEquals(3528 - atEdges - atCorners, Bodies.volumeMm3(surface.mesh()), 0.05);
        assertEquals(3.528, surface.fidelity().maskMl(), 1e-9);
        // farthest from the contour are the box's corners
        assertEquals(CORNER_MM, surface.fidelity().largestMm(), 1e-4);
    }

    @Test
    void rightAndLeft_stayTheirOwn() throws Exception {
        Grid grid = Bodies.oblique(60, 30, 20, MIDDLE, true);
        Vector3 right = MIDDLE.minus(new Vector3(22, 0, 0));
        Vector3 left = MIDDLE.plus(new Vector3(22, 0, 0));
        byte[] labels = Bodies.mask(grid, Side.RIGHT, Bodies.ball(right, 10)).labels();
        byte[] others = Bodies.mask(grid, Side.LEFT, Bodies.ball(left, 10)).labels();
        for (int i = 0; i < labels.length; i++) {
            labels[i] += others[i];
        }
        LabelMap both = new LabelMap(grid, labels);
        KidneySurface one = Bodies.surface(both, Side.RIGHT, SurfaceOptions.defaults());
        KidneySurface other = Bodies.surface(both, Side.LEFT, SurfaceOptions.defaults());
        assertEquals(Side.RIGHT, one.side());
        assertEquals(0, Bodies.centreMm(one.mesh()).minus(right).length(), 0.3);
        assertEquals(0, Bodies.centreMm(other.mesh()).minus(left).length(), 0.3);
        assertEquals(1, Bodies.parts(one.mesh()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMaskAtTheBorder_isClosed_andFacesOutward(boolean leftHanded) throws Exception {
        Grid grid = Bodies.oblique(12, 10, 8, MIDDLE, leftHanded);
        LabelMap full = Bodies.mask(grid, Side.RIGHT, point -> true);
        for (SurfaceOptions options : List.of(SurfaceOptions.none(), SurfaceOptions.defaults())) {
            Mesh mesh = Bodies.surface(full, Side.RIGHT, options).mesh();
            assertEquals(0, Bodies.openEdges(mesh));
            // 12 x 10 x 8 voxels of 9 mm^3 are 8640 mm^3; edges that are cut cost some percent
            assertEquals(8640, Bodies.volumeMm3(mesh), 0.08 * 8640);
        }
    }

    @Test
    void aMaskOfOneSlice_hasASurface() throws Exception {
        Grid grid = Bodies.oblique(20, 20, 1, MIDDLE, false);
        LabelMap mask = Bodies.mask(grid, Side.RIGHT, Bodies.ball(MIDDLE, 12));
        KidneySurface surface = Bodies.surface(mask, Side.RIGHT, SurfaceOptions.defaults());
        assertEquals(0, Bodies.openEdges(surface.mesh()));
        // a disc of radius 12 mm, 3 mm thick: pi 144 * 3 = 1357 mm^3
        assertEquals(1357, Bodies.volumeMm3(surface.mesh()), 0.15 * 1357);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSingleVoxel_isAnOctahedron(boolean leftHanded) throws Exception {
        Grid grid = Bodies.oblique(3, 3, 3, MIDDLE, leftHanded);
        byte[] labels = new byte[27];
        labels[grid.index(1, 1, 1)] = 1;
        KidneySurface surface = Bodies.surface(new LabelMap(grid, labels), Side.RIGHT, SurfaceOptions.none());
        assertEquals(6, surface.mesh().pointCount());
        assertEquals(8, surface.mesh().triangleCount());
        // corners at half the edges from the middle: 4/3 * 0.75 * 1 * 1.5 = 1.5 mm^3, a sixth of the voxel's 9
        assertEquals(1.5, Bodies.volumeMm3(surface.mesh()), 1e-3);
        assertEquals(0.009, surface.fidelity().maskMl(), 1e-12);
        assertEquals(CORNER_MM, surface.fidelity().largestMm(), 1e-4);
        assertEquals(0, Bodies.centreMm(surface.mesh()).minus(MIDDLE).length(), 1e-4);
    }

    @Test
    void everyPart_isKept() throws Exception {
        Grid grid = Bodies.oblique(60, 40, 20, MIDDLE, false);
        Vector3 far = MIDDLE.plus(new Vector3(0, 0, 22));
        LabelMap mask = Bodies.mask(grid, Side.RIGHT,
                point -> point.minus(MIDDLE).length() <= 15 || point.minus(far).length() < 1.8);
        SurfaceOptions hard = new SurfaceOptions(20, 0.1, 0.01);
        Mesh mesh = Bodies.surface(mask, Side.RIGHT, hard).mesh();
        assertEquals(2, Bodies.parts(mesh));
        assertEquals(0, Bodies.openEdges(mesh));
    }

    @Test
    void thinningOut_leavesAClosedSurfaceThatIsNear() throws Exception {
        Grid grid = Bodies.oblique(90, 70, 50, MIDDLE, true);
        LabelMap mask = Bodies.mask(grid, Side.RIGHT, Bodies.ball(MIDDLE, 55));
        KidneySurface all = Bodies.surface(mask, Side.RIGHT, new SurfaceOptions(20, 0.1, 1));
        KidneySurface few = Bodies.surface(mask, Side.RIGHT, new SurfaceOptions(20, 0.1, 0.4));
        assertEquals(all.mesh().triangleCount(), few.fidelity().trianglesBefore());
        assertTrue(few.mesh().triangleCount() < 0.6 * all.mesh().triangleCount(), few.fidelity()::inWords);
        assertEquals(few.mesh().triangleCount(), few.fidelity().trianglesAfter());
        assertEquals(0, Bodies.openEdges(few.mesh()));
        assertTrue(few.fidelity().largestMm() < HALF_DIAGONAL_MM, few.fidelity()::inWords);
        // Euler: a closed surface without holes has two vertices more than half its triangles
        assertEquals(2, few.mesh().pointCount() - few.mesh().triangleCount() / 2);
    }

    @Test
    void anEmptyMask_hasNone() throws Exception {
        LabelMap right = ball(false);
        assertFalse(Bodies.maker().surface(right, Side.LEFT, SurfaceOptions.defaults(), new NullProgressMonitor())
                .isPresent());
        assertEquals(0, right.count(Kidneys.LEFT));
    }

    @Test
    void noise_isRefused() {
        Grid grid = Grid.axial(160, 160, 160, new Vector3(1, 1, 1), new Vector3(0, 0, 0));
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            // a chessboard in space: every voxel inside has six faces, 12 million in all
            labels[i] = (byte) ((i + i / 160 + i / 25600) % 2);
        }
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> Bodies.surface(new LabelMap(grid, labels), Side.RIGHT, SurfaceOptions.defaults()));
        assertTrue(refused.getMessage().contains("scattered like noise"), refused.getMessage());
    }

    @Test
    void aCancelledMonitor_endsTheWork() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class,
                () -> Bodies.maker().surface(ball(false), Side.RIGHT, SurfaceOptions.defaults(), monitor));
    }
}
