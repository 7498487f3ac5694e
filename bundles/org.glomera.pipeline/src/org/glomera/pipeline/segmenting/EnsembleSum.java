package org.glomera.pipeline.segmenting;

import java.util.EnumMap;
import java.util.Map;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/**
 * Mean and disagreement of several networks' probabilities, voxel by voxel, with one network's answer in memory at a
 * time (Welford, Technometrics 4, 419-420, 1962):
 *
 * <pre>
 * mean p̄ = 1/M Σ p_m,   disagreement s = √(1/M Σ (p_m - p̄)²)
 * </pre>
 *
 * The members' spread stands for what the networks do not know (Lakshminarayanan et al., Simple and scalable predictive
 * uncertainty estimation using deep ensembles, NeurIPS 2017). s is 0 where all agree and at most 0.5. One thread.
 */
final class EnsembleSum {

    private final Grid grid;
    private float[] mean;
    private float[] squares;
    private int members;

    EnsembleSum(Grid grid) {
        this.grid = grid;
    }

    /** Adds a member's probabilities on the grid; their array is taken over. */
    void add(Volume probability) {
        members++;
        if (members == 1) {
            mean = probability.values();
            return;
        }
        if (squares == null) {
            squares = new float[mean.length];
        }
        float[] values = probability.values();
        for (int i = 0; i < mean.length; i++) {
            double away = values[i] - mean[i];
            double moved = mean[i] + away / members;
            squares[i] += (float) (away * (values[i] - moved));
            mean[i] = (float) moved;
        }
    }

    /** The mean; of a single member its own probabilities. */
    Volume mean() {
        return new Volume(grid, Quantity.PROBABILITY, mean);
    }

    /** The disagreement; 0 throughout for a single member. Ends this sum: it gives its array away. */
    Volume disagreement() {
        float[] deviation = squares == null ? new float[mean.length] : squares;
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = (float) Math.sqrt(deviation[i] / members);
        }
        return new Volume(grid, Quantity.UNKNOWN, deviation);
    }

    /** The mean of a disagreement over each kidney's outline: its voxels that share a face with one outside it. */
    static Map<Side, Double> onOutline(Volume disagreement, LabelMap kidneys) {
        Map<Side, Double> means = new EnumMap<>(Side.class);
        double[] sums = new double[Side.values().length];
        long[] counts = new long[sums.length];
        Grid grid = kidneys.grid();
        int at = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++, at++) {
                    int label = kidneys.labels()[at];
                    if (label != 0 && isOutline(kidneys, label, x, y, z)) {
                        int side = label == Side.RIGHT.label() ? Side.RIGHT.ordinal() : Side.LEFT.ordinal();
                        sums[side] += disagreement.values()[at];
                        counts[side]++;
                    }
                }
            }
        }
        for (Side side : Side.values()) {
            if (counts[side.ordinal()] > 0) {
                means.put(side, sums[side.ordinal()] / counts[side.ordinal()]);
            }
        }
        return means;
    }

    private static boolean isOutline(LabelMap kidneys, int label, int x, int y, int z) {
        return other(kidneys, label, x - 1, y, z) || other(kidneys, label, x + 1, y, z)
                || other(kidneys, label, x, y - 1, z) || other(kidneys, label, x, y + 1, z)
                || other(kidneys, label, x, y, z - 1) || other(kidneys, label, x, y, z + 1);
    }

    private static boolean other(LabelMap kidneys, int label, int x, int y, int z) {
        return !kidneys.grid().contains(x, y, z) || kidneys.at(x, y, z) != label;
    }
}
