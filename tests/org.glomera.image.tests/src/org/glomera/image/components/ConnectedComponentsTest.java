package org.glomera.image.components;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectedComponentsTest {

    private static final double ROUNDING = 1e-9;

    private static byte[] mask(Grid grid, int[]... voxels) {
        byte[] mask = new byte[grid.voxelCount()];
        for (int[] v : voxels) {
            mask[grid.index(v[0], v[1], v[2])] = 1;
        }
        return mask;
    }

    private final Grid grid = Grid.axial(4, 3, 3, new Vector3(2, 3, 5), new Vector3(-10, 20, 30));

    @Test
    void faces_doNotJoinOverEdgesAndCorners() {
        // (0,0,0)-(1,0,0) share a face; (2,1,0) shares an edge with (1,0,0); (3,2,1) a corner with (2,1,0)
        byte[] mask = mask(grid, new int[] {0, 0, 0}, new int[] {1, 0, 0}, new int[] {2, 1, 0}, new int[] {3, 2, 1});
        Components six = ConnectedComponents.label(grid, mask, Connectivity.FACES);
        assertArrayEquals(new int[] {2, 1, 1}, six.list().stream().mapToInt(Component::voxels).toArray());
        Components all = ConnectedComponents.label(grid, mask, Connectivity.FACES_EDGES_CORNERS);
        assertArrayEquals(new int[] {4}, all.list().stream().mapToInt(Component::voxels).toArray());
    }

    @Test
    void components_areNumberedFromTheLargest() {
        byte[] mask = mask(grid, new int[] {0, 0, 0}, new int[] {3, 0, 2}, new int[] {3, 1, 2}, new int[] {0, 2, 2});
        Components found = ConnectedComponents.label(grid, mask, Connectivity.FACES);
        assertEquals(1, found.labels()[grid.index(3, 1, 2)]);
        // of equals the one whose first voxel comes first
        assertEquals(2, found.labels()[grid.index(0, 0, 0)]);
        assertEquals(3, found.labels()[grid.index(0, 2, 2)]);
        assertEquals(0, found.labels()[grid.index(1, 1, 1)]);
    }

    @Test
    void component_hasVolumeAndCentroidInThePatient() {
        // voxels (1,1,1) and (2,1,1): 2 * 30 mm3 = 0.06 ml; x: -10 + 2 * 1.5 = -7; y: 20 + 3 = 23; z: 30 + 5 = 35
        byte[] mask = mask(grid, new int[] {1, 1, 1}, new int[] {2, 1, 1});
        Component only = ConnectedComponents.label(grid, mask, Connectivity.FACES).list().get(0);
        assertEquals(0.06, only.volumeMl(), ROUNDING);
        assertEquals(-7, only.centroidMm().x(), ROUNDING);
        assertEquals(23, only.centroidMm().y(), ROUNDING);
        assertEquals(35, only.centroidMm().z(), ROUNDING);
    }

    @Test
    void emptyMask_hasNoComponents() {
        assertEquals(0, ConnectedComponents.label(grid, new byte[36], Connectivity.FACES).list().size());
        assertThrows(IllegalArgumentException.class,
                () -> ConnectedComponents.label(grid, new byte[35], Connectivity.FACES));
    }

    @Test
    void fullMask_isOneComponent() {
        Grid large = new Grid(50, 40, 30, Affine3.IDENTITY);
        byte[] mask = new byte[large.voxelCount()];
        Arrays.fill(mask, (byte) -1);
        Components found = ConnectedComponents.label(large, mask, Connectivity.FACES);
        assertEquals(1, found.list().size());
        assertEquals(60_000, found.list().get(0).voxels());
    }

    @ParameterizedTest
    @EnumSource(Connectivity.class)
    void components_areThoseOfTheSlowReference(Connectivity connectivity) {
        Grid random = new Grid(9, 8, 7, Affine3.IDENTITY);
        // near the densities at which components grow together (percolation): 0.31 for faces, 0.10 for all neighbours
        double density = connectivity == Connectivity.FACES ? 0.3 : 0.1;
        Random source = new Random(4);
        byte[] mask = new byte[random.voxelCount()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (source.nextDouble() < density ? 1 : 0);
        }
        int[] labels = ConnectedComponents.label(random, mask, connectivity).labels();
        int[] slow = spreadLeast(random, mask, connectivity);
        for (int a = 0; a < mask.length; a++) {
            assertEquals(slow[a] == 0, labels[a] == 0);
            for (int b = 0; b < a; b++) {
                if (slow[a] != 0 && slow[b] != 0) {
                    assertEquals(slow[a] == slow[b], labels[a] == labels[b]);
                }
            }
        }
    }

    /** Every voxel takes the least number of its neighbours until nothing changes. */
    private static int[] spreadLeast(Grid grid, byte[] mask, Connectivity connectivity) {
        int[] number = new int[mask.length];
        for (int i = 0; i < mask.length; i++) {
            number[i] = mask[i] == 0 ? 0 : i + 1;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int a = 0; a < mask.length; a++) {
                for (int b = 0; b < mask.length; b++) {
                    if (number[a] > 0 && number[b] > 0 && number[b] < number[a] && near(grid, a, b, connectivity)) {
                        number[a] = number[b];
                        changed = true;
                    }
                }
            }
        }
        return number;
    }

    private static boolean near(Grid grid, int a, int b, Connectivity connectivity) {
        int dx = Math.abs(a % grid.nx() - b % grid.nx());
        int dy = Math.abs(a / grid.nx() % grid.ny() - b / grid.nx() % grid.ny());
        int dz = Math.abs(a / grid.nx() / grid.ny() - b / grid.nx() / grid.ny());
        return connectivity == Connectivity.FACES ? dx + dy + dz == 1 : Math.max(dx, Math.max(dy, dz)) == 1;
    }
}
