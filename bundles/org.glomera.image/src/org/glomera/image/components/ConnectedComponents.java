package org.glomera.image.components;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.glomera.core.geometry.Grid;

/** Finds the connected components of a mask, by flooding each from its first voxel. */
public final class ConnectedComponents {

    private static final int FIRST_QUEUE = 1 << 10;

    private final Grid grid;
    private final byte[] mask;
    private final int[][] neighbours;
    private final int[] labels;
    private int[] queue = new int[FIRST_QUEUE];
    private int queued;

    private ConnectedComponents(Grid grid, byte[] mask, Connectivity connectivity) {
        this.grid = grid;
        this.mask = mask;
        this.neighbours = neighbours(connectivity);
        this.labels = new int[grid.voxelCount()];
    }

    /**
     * The components of a mask.
     *
     * @param mask one byte a voxel, x fastest; 0 is background, anything else belongs to the mask
     */
    public static Components label(Grid grid, byte[] mask, Connectivity connectivity) {
        if (mask.length != grid.voxelCount()) {
            throw new IllegalArgumentException("The grid has " + grid.voxelCount() + " voxels, the mask " + mask.length
                    + ".");
        }
        return new ConnectedComponents(grid, mask, connectivity).run();
    }

    private static int[][] neighbours(Connectivity connectivity) {
        List<int[]> steps = new ArrayList<>();
        for (int z = -1; z <= 1; z++) {
            for (int y = -1; y <= 1; y++) {
                for (int x = -1; x <= 1; x++) {
                    int axes = Math.abs(x) + Math.abs(y) + Math.abs(z);
                    if (axes == 1 || axes > 1 && connectivity == Connectivity.FACES_EDGES_CORNERS) {
                        steps.add(new int[] {x, y, z});
                    }
                }
            }
        }
        return steps.toArray(int[][]::new);
    }

    private Components run() {
        List<Component> found = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (mask[i] != 0 && labels[i] == 0) {
                found.add(flood(i, found.size() + 1));
            }
        }
        List<Component> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparingInt(Component::voxels).reversed());
        int[] newLabel = new int[found.size() + 1];
        List<Component> renamed = new ArrayList<>();
        for (Component c : ordered) {
            newLabel[c.label()] = renamed.size() + 1;
            renamed.add(new Component(renamed.size() + 1, c.voxels(), c.volumeMl(), c.centroidMm()));
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = newLabel[labels[i]];
        }
        return new Components(grid, labels, renamed);
    }

    private Component flood(int seed, int label) {
        labels[seed] = label;
        push(seed);
        int voxels = 0;
        double sumX = 0;
        double sumY = 0;
        double sumZ = 0;
        while (queued > 0) {
            int at = queue[--queued];
            int x = at % grid.nx();
            int y = at / grid.nx() % grid.ny();
            int z = at / grid.nx() / grid.ny();
            voxels++;
            sumX += x;
            sumY += y;
            sumZ += z;
            for (int[] step : neighbours) {
                visit(x + step[0], y + step[1], z + step[2], label);
            }
        }
        return new Component(label, voxels, voxels * grid.voxelVolumeMl(),
                grid.patientMm(sumX / voxels, sumY / voxels, sumZ / voxels));
    }

    private void visit(int x, int y, int z, int label) {
        if (grid.contains(x, y, z)) {
            int at = grid.index(x, y, z);
            if (mask[at] != 0 && labels[at] == 0) {
                labels[at] = label;
                push(at);
            }
        }
    }

    private void push(int at) {
        if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queue.length);
        }
        queue[queued++] = at;
    }
}
