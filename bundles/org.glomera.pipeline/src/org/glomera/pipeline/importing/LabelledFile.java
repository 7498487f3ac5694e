package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageContent;

/**
 * An image whose values are labels: whole numbers, of which 0 is the background. Labels may be as large as a file's
 * 16-bit numbers, larger than a {@link LabelMap} holds.
 */
final class LabelledFile {

    /** More different values than a delineation has organs. */
    static final int MOST_LABELS = 1000;

    private final Grid grid;
    private final int[] labels;
    private final SortedMap<Integer, Integer> counts;

    private LabelledFile(Grid grid, int[] labels, SortedMap<Integer, Integer> counts) {
        this.grid = grid;
        this.labels = labels;
        this.counts = counts;
    }

    /**
     * The labels of a file.
     *
     * @throws GlomeraException when its values are no labels
     */
    static LabelledFile of(Path file, ImageContent content) throws GlomeraException {
        Optional<LabelledFile> labelled = content.labelMaps().isEmpty() ? of(content.volumes().get(0))
                : of(content.labelMaps().get(0));
        return labelled.orElseThrow(() -> new GlomeraException(Kind.INPUT, "The file " + file + " is no delineation: its"
                + " values are not labels, that is whole numbers from 0, at most " + MOST_LABELS + " different ones."));
    }

    /** The labels of a volume; empty when its values are something else. */
    static Optional<LabelledFile> of(Volume volume) {
        float[] values = volume.values();
        int[] labels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            labels[i] = (int) values[i];
            if (!(values[i] >= 0) || labels[i] != values[i]) {
                return Optional.empty();
            }
        }
        return counted(volume.grid(), labels);
    }

    private static Optional<LabelledFile> of(LabelMap map) {
        int[] labels = new int[map.labels().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = map.labels()[i] & 0xff;
        }
        return counted(map.grid(), labels);
    }

    private static Optional<LabelledFile> counted(Grid grid, int[] labels) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        int run = 0;
        for (int i = 0; i < labels.length; i += run) {
            run = 1;
            while (i + run < labels.length && labels[i + run] == labels[i]) {
                run++;
            }
            if (labels[i] != 0) {
                counts.merge(labels[i], run, Integer::sum);
                if (counts.size() > MOST_LABELS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new LabelledFile(grid, labels, Collections.unmodifiableSortedMap(counts)));
    }

    Grid grid() {
        return grid;
    }

    /** How many voxels each label has; without the background. */
    Map<Integer, Integer> counts() {
        return counts;
    }

    /** The kidneys: 1 right, 2 left. */
    LabelMap kidneys(List<Integer> right, List<Integer> left) {
        byte[] sides = new byte[labels.length];
        for (int i = 0; i < sides.length; i++) {
            if (labels[i] != 0) {
                sides[i] = (byte) (right.contains(labels[i]) ? Side.RIGHT.label()
                        : left.contains(labels[i]) ? Side.LEFT.label() : 0);
            }
        }
        return new LabelMap(grid, sides);
    }
}
