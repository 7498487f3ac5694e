package org.glomera.pipeline.importing;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageContent;

/**
 * An image of which some values are labels. Labels may be as large as a file's 16-bit numbers, larger than a
 * {@link LabelMap} holds, and they may be written into an image that has other values too, as simulators do.
 */
final class LabelledFile {

    /** More different values than a delineation has organs. */
    static final int MOST_LABELS = 100;
    /** Fewest neighbouring voxels of one value, in an image of many, that are taken for a label: noise has none. */
    private static final int SMALLEST_REGION = 30;
    /** Share of a label's voxels that lie in its largest region, at least. */
    private static final double REGION_SHARE = 0.5;
    /** Larger images are not searched for labels among other values. */
    private static final int MOST_SEARCHED_VOXELS = 1 << 24;

    private final Grid grid;
    private final float[] values;

    private LabelledFile(Grid grid, float[] values) {
        this.grid = grid;
        this.values = values;
    }

    /** The first image of a file. */
    static LabelledFile of(ImageContent content) {
        return content.labelMaps().isEmpty() ? of(content.volumes().get(0)) : of(content.labelMaps().get(0));
    }

    static LabelledFile of(Volume volume) {
        return new LabelledFile(volume.grid(), volume.values());
    }

    private static LabelledFile of(LabelMap map) {
        float[] values = new float[map.labels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = map.labels()[i] & 0xff;
        }
        return new LabelledFile(map.grid(), values);
    }

    Grid grid() {
        return grid;
    }

    /**
     * How many voxels each value other than 0 has, when they are labels: whole numbers above 0, at most
     * {@value #MOST_LABELS} different ones; empty otherwise.
     */
    Optional<SortedMap<Integer, Integer>> labels() {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        int run;
        for (int i = 0; i < values.length; i += run) {
            run = 1;
            while (i + run < values.length && values[i + run] == values[i]) {
                run++;
            }
            int label = (int) values[i];
            if (!(values[i] >= 0) || label != values[i]) {
                return Optional.empty();
            }
            if (label != 0) {
                counts.merge(label, run, Integer::sum);
                if (counts.size() > MOST_LABELS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Collections.unmodifiableSortedMap(counts));
    }

    /**
     * Values that look like labels written into an image of other values: whole numbers above the image's smallest value
     * of which most voxels are neighbours. Empty for a large image, which is not searched.
     */
    SortedMap<Integer, Integer> labelsAmongOthers() {
        if (values.length > MOST_SEARCHED_VOXELS) {
            return new TreeMap<>();
        }
        float least = Float.POSITIVE_INFINITY;
        Map<Integer, Integer> counts = new HashMap<>();
        for (float value : values) {
            least = Math.min(least, value);
            if (value > 0 && value == (int) value) {
                counts.merge((int) value, 1, Integer::sum);
            }
        }
        int smallest = (int) least;
        counts.entrySet().removeIf(entry -> entry.getValue() < SMALLEST_REGION || entry.getKey() == smallest);
        Map<Integer, Integer> largest = largestRegions(counts);
        SortedMap<Integer, Integer> labels = new TreeMap<>();
        counts.forEach((label, count) -> {
            int region = largest.getOrDefault(label, 0);
            if (region >= SMALLEST_REGION && region >= REGION_SHARE * count) {
                labels.put(label, count);
            }
        });
        return labels;
    }

    private Map<Integer, Integer> largestRegions(Map<Integer, Integer> wanted) {
        Map<Integer, Integer> largest = new HashMap<>();
        boolean[] seen = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!seen[i] && values[i] > 0 && wanted.containsKey((int) values[i])) {
                largest.merge((int) values[i], regionFrom(i, seen), Math::max);
            }
        }
        return largest;
    }

    /** How many voxels of one value hang together by their faces. */
    private int regionFrom(int start, boolean[] seen) {
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        int count = 0;
        int row = grid.nx();
        int slice = grid.nx() * grid.ny();
        while (!open.isEmpty()) {
            int at = open.poll();
            count++;
            int x = at % row;
            int y = at / row % grid.ny();
            int z = at / slice;
            visit(at, at - 1, x > 0, seen, open);
            visit(at, at + 1, x < grid.nx() - 1, seen, open);
            visit(at, at - row, y > 0, seen, open);
            visit(at, at + row, y < grid.ny() - 1, seen, open);
            visit(at, at - slice, z > 0, seen, open);
            visit(at, at + slice, z < grid.nz() - 1, seen, open);
        }
        return count;
    }

    private void visit(int from, int to, boolean inside, boolean[] seen, ArrayDeque<Integer> open) {
        if (inside && !seen[to] && values[to] == values[from]) {
            seen[to] = true;
            open.add(to);
        }
    }

    /** How many voxels have a value. */
    int count(int label) {
        int count = 0;
        for (float value : values) {
            count += value == label ? 1 : 0;
        }
        return count;
    }

    /** 1 where a voxel has one of the labels, 0 elsewhere. */
    Volume mask(List<Integer> labels) {
        float[] mask = new float[values.length];
        for (int label : labels) {
            for (int i = 0; i < mask.length; i++) {
                mask[i] = values[i] == label ? 1 : mask[i];
            }
        }
        return new Volume(grid, Quantity.PROBABILITY, mask);
    }

    /** The kidneys: 1 right, 2 left. */
    LabelMap kidneys(List<Integer> right, List<Integer> left) {
        byte[] sides = new byte[values.length];
        mark(sides, right, Side.RIGHT);
        mark(sides, left, Side.LEFT);
        return new LabelMap(grid, sides);
    }

    private void mark(byte[] sides, List<Integer> labels, Side side) {
        for (int label : labels) {
            for (int i = 0; i < sides.length; i++) {
                if (values[i] == label) {
                    sides[i] = (byte) side.label();
                }
            }
        }
    }
}
