package org.glomera.render.vtk.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.Mesh;
import org.glomera.render.scene.ScenePicture;
import org.glomera.render.slice.ColourMap;
import org.junit.jupiter.api.Test;

/** What is computed for VTK: normals, coarser meshes, the voxels of clouds, enlarged pictures. */
class CoarserTest {

    private static final Mesh KIDNEY = Meshes.ellipsoid(new Vector3(-60, 20, 5), 30, 22, 55, 100);

    @Test
    void normals_pointOutsideAndHaveLengthOne() {
        // Of the ellipsoid x^2/a^2 + y^2/b^2 + z^2/c^2 = 1 the normal is along (x/a^2, y/b^2, z/c^2).
        float[] normals = Normals.of(KIDNEY);
        for (int i = 0; i < KIDNEY.pointCount(); i++) {
            Vector3 from = KIDNEY.point(i).minus(new Vector3(-60, 20, 5));
            Vector3 exact = new Vector3(from.x() / 900, from.y() / 484, from.z() / 3025);
            Vector3 normal = new Vector3(normals[3 * i], normals[3 * i + 1], normals[3 * i + 2]);
            assertEquals(1, normal.length(), 1e-5);
            // The rings are 1.8 degrees apart; a triangle's normal is off by no more than that.
            assertTrue(exact.dot(normal) / exact.length() > Math.cos(Math.toRadians(1.8)), "vertex " + i);
        }
    }

    @Test
    void aTriangleWithoutArea_hasANormalAllTheSame() {
        float[] normals = Normals.of(new Mesh(new float[9], new int[] {0, 1, 2}));
        assertArrayEquals(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1}, normals);
    }

    @Test
    void aCoarseMesh_hasAboutTheTrianglesThatWereAskedForAndStaysNear() {
        assertEquals(40_000, KIDNEY.triangleCount());
        CoarseMesh coarse = CoarseMesh.of(KIDNEY, 4000);
        int count = coarse.mesh().triangleCount();
        assertTrue(count > 2000 && count < 8000, count + " triangles");
        // The area is 4 pi ((a^p b^p + a^p c^p + b^p c^p) / 3)^(1/p), p = 1.6075 (Thomsen): 15,530 mm^2; the cubes' edge
        // is sqrt(2 * 15530 / 4000) = 2.8 mm, so no mean is farther from its vertices than sqrt(3) * 2.8 = 4.8 mm.
        for (int i = 0; i < KIDNEY.pointCount(); i++) {
            double mm = coarse.mesh().point(coarse.vertexOf()[i]).minus(KIDNEY.point(i)).length();
            assertTrue(mm < 4.8, "moved by " + mm + " mm");
        }
    }

    @Test
    void aCoarseMesh_isClosedAndTurnedOutside() {
        CoarseMesh coarse = CoarseMesh.of(KIDNEY, 3000);
        // The divergence theorem: a sixth of the sum of the triple products is the volume inside, positive when the
        // triangles are turned outside: 4/3 pi 30 * 22 * 55 = 152,053 mm^3. Means lie within the surface, hence less.
        assertEquals(152_053, volume(KIDNEY), 152_053 * 0.003);
        assertEquals(152_053, volume(coarse.mesh()), 152_053 * 0.04);
    }

    private static double volume(Mesh mesh) {
        double sum = 0;
        int[] t = mesh.triangles();
        Vector3 inside = new Vector3(-60, 20, 5);
        for (int i = 0; i < t.length; i += 3) {
            sum += mesh.point(t[i]).minus(inside).dot(mesh.point(t[i + 1]).minus(inside)
                    .cross(mesh.point(t[i + 2]).minus(inside))) / 6;
        }
        return sum;
    }

    @Test
    void aMeshWithFewTriangles_andOneWithoutArea_stayAsTheyAre() {
        assertSame(KIDNEY, CoarseMesh.of(KIDNEY, 40_000).mesh());
        Mesh nothing = new Mesh(new float[9], new int[] {0, 1, 2, 2, 1, 0});
        assertSame(nothing, CoarseMesh.of(nothing, 1).mesh());
    }

    @Test
    void theMeanOfValues_isTakenOverTheVerticesThatBecameOne() {
        CoarseMesh coarse = new CoarseMesh(Meshes.box(new Vector3(0, 0, 0), new Vector3(1, 1, 1)),
                new int[] {0, 0, 0, 1, 2, 2});
        float[] mean = coarse.mean(new float[] {1, 2, 6, 5, 4, Float.NaN});
        // (1 + 2 + 6) / 3 = 3.
        assertEquals(3, mean[0]);
        assertEquals(5, mean[1]);
        assertTrue(Float.isNaN(mean[2]));
    }

    @Test
    void aCloudsVoxels_areThoseAboveItsLowestValueWithOneAround() {
        // Above 10 are (2, 1, 0) and (3, 1, 1): a box of 2 x 1 x 2, with one voxel around 4 x 3 x 4.
        Grid grid = Grid.axial(6, 5, 4, new Vector3(2, 3, 4), new Vector3(100, 200, 300));
        float[] values = new float[grid.voxelCount()];
        Arrays.fill(values, Float.NaN);
        values[grid.index(0, 0, 0)] = 10;
        values[grid.index(2, 1, 0)] = 20;
        values[grid.index(3, 1, 1)] = 99;
        CloudVoxels voxels = CloudVoxels.of(new CloudItem("c", "C",
                new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values), 10, 60, ColourMap.HOT, 1));
        assertEquals(4, voxels.nx());
        assertEquals(3, voxels.ny());
        assertEquals(4, voxels.nz());
        // (20 - 10) / 50 * 255 = 51; 99 is above 60, hence 255.
        assertEquals(51, voxels.values()[(1 * 3 + 1) * 4 + 1] & 0xff);
        assertEquals(255, voxels.values()[(2 * 3 + 1) * 4 + 2] & 0xff);
        assertEquals(2, countAboveZero(voxels));
        // Its voxel (1, 1, 1) is the grid's (2, 1, 0): (104, 203, 300).
        assertEquals(new Vector3(104, 203, 300), voxels.toPatientMm().apply(1, 1, 1));
    }

    private static int countAboveZero(CloudVoxels voxels) {
        int count = 0;
        for (byte value : voxels.values()) {
            count += value != 0 ? 1 : 0;
        }
        return count;
    }

    @Test
    void aLeftHandedGrid_isMirroredAndStaysAtItsPlace() {
        Grid grid = new Grid(6, 5, 4, new Affine3(new Vector3(-2, 0, 0), new Vector3(0, 3, 0), new Vector3(0, 0, 4),
                new Vector3(100, 200, 300)));
        float[] values = new float[grid.voxelCount()];
        values[grid.index(1, 1, 1)] = 20;
        values[grid.index(4, 1, 1)] = 60;
        CloudVoxels voxels = CloudVoxels.of(new CloudItem("c", "C",
                new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values), 10, 60, ColourMap.HOT, 1));
        assertTrue(voxels.toPatientMm().determinant() > 0);
        // x from 1 to 4, mirrored: the grid's 4 is the first after the one around, its 1 the last before it.
        assertEquals(255, voxels.values()[(1 * 3 + 1) * 6 + 1] & 0xff);
        assertEquals(51, voxels.values()[(1 * 3 + 1) * 6 + 4] & 0xff);
        assertEquals(grid.patientMm(4, 1, 1), voxels.toPatientMm().apply(1, 1, 1));
    }

    @Test
    void anEnlargedPicture_hasTheMixedColoursOfItsNeighbours() {
        ScenePicture small = new ScenePicture(2, 1, new int[] {0xff000000, 0xffff8040});
        ScenePicture large = Enlarging.to(small, 4, 2);
        // The middles of four pixels lie at -0.25, 0.25, 0.75 and 1.25 of the two: shares 0, 1/4, 3/4 and 1.
        for (int y = 0; y < 2; y++) {
            assertEquals(0x000000, large.rgb(0, y));
            assertEquals(0x3f2010, large.rgb(1, y));
            assertEquals(0xbf6030, large.rgb(2, y));
            assertEquals(0xff8040, large.rgb(3, y));
        }
        assertEquals(0xff, large.argb()[5] >>> 24);
        assertSame(small, Enlarging.to(small, 2, 1));
    }

    @Test
    void drafts_shrinkWhileTheyTakeLongAndGrowAgain() {
        DraftPace pace = new DraftPace();
        assertEquals(800, pace.shrunk(800));
        for (int i = 0; i < 100; i++) {
            pace.took(300);
        }
        // Never below a third, and no picture below 64 pixels.
        assertEquals(264, pace.shrunk(800));
        assertEquals(64, pace.shrunk(100));
        assertEquals(30, pace.shrunk(30));
        for (int i = 0; i < 100; i++) {
            pace.took(5);
        }
        assertEquals(800, pace.shrunk(800));
        pace.took(5000);
        assertEquals(800, pace.shrunk(800), "one slow picture does not count");
    }
}
