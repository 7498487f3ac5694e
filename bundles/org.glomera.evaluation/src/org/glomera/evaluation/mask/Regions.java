package org.glomera.evaluation.mask;

import java.util.Arrays;

/**
 * Counts connected regions of two masks: those of the candidate that lie apart from the reference, and those of the
 * background that the candidate encloses within the reference. A mask hangs together over faces, edges and corners (26
 * neighbours), its background over faces (6), so that no background leaks through a mask that hangs together.
 */
public final class Regions {

    private final Box box;
    private final Mask reference;
    private final Mask candidate;
    private final boolean[] seen;
    private final int[] steps;
    private int[] queue = new int[1 << 10];
    private int waiting;

    private Regions(MaskPair masks, int neighbours) {
        this.box = masks.box();
        this.reference = masks.reference();
        this.candidate = masks.candidate();
        this.seen = new boolean[box.voxelCount()];
        this.steps = steps(box, neighbours);
    }

    /** Number of the candidate's components that have no voxel in common with the reference. */
    public static int outside(MaskPair masks) {
        Regions regions = new Regions(masks, 26);
        int count = 0;
        for (int i = 0; i < regions.seen.length; i++) {
            if (regions.candidate.has(i) && !regions.seen[i] && !regions.touchesReference(i)) {
                count++;
            }
        }
        return count;
    }

    /**
     * Number of cavities: regions that do not belong to the candidate, are enclosed by it on all sides, and have a
     * voxel that belongs to the reference.
     */
    public static int cavities(MaskPair masks) {
        Regions regions = new Regions(masks, 6);
        // the box's margin is background and all one region, which is what is not enclosed
        regions.touchesReference(0);
        int count = 0;
        for (int i = 0; i < regions.seen.length; i++) {
            if (!regions.candidate.has(i) && !regions.seen[i] && regions.touchesReference(i)) {
                count++;
            }
        }
        return count;
    }

    /** Marks the region of a voxel, and says whether it has a voxel in common with the reference. */
    private boolean touchesReference(int seed) {
        boolean ofCandidate = candidate.has(seed);
        boolean touches = false;
        seen[seed] = true;
        push(seed);
        while (waiting > 0) {
            int at = queue[--waiting];
            touches |= reference.has(at);
            for (int step : steps) {
                int next = at + step;
                if (next >= 0 && next < seen.length && !seen[next] && candidate.has(next) == ofCandidate) {
                    seen[next] = true;
                    push(next);
                }
            }
        }
        return touches;
    }

    private void push(int at) {
        if (waiting == queue.length) {
            queue = Arrays.copyOf(queue, 2 * waiting);
        }
        queue[waiting++] = at;
    }

    /**
     * The ways to the neighbours in an array over the box. They lead around the box's sides for the margin's voxels
     * only, from margin to margin, which is one region anyway.
     */
    private static int[] steps(Box box, int neighbours) {
        int[] steps = new int[neighbours];
        int count = 0;
        for (int z = -1; z <= 1; z++) {
            for (int y = -1; y <= 1; y++) {
                for (int x = -1; x <= 1; x++) {
                    int axes = Math.abs(x) + Math.abs(y) + Math.abs(z);
                    if (axes == 1 || axes > 1 && neighbours == 26) {
                        steps[count++] = x * box.step(0) + y * box.step(1) + z * box.step(2);
                    }
                }
            }
        }
        return steps;
    }
}
