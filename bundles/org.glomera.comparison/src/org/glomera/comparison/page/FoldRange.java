package org.glomera.comparison.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.glomera.chart.Band.Edge;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;

/** The range of a network's folds by epoch. */
final class FoldRange {

    private FoldRange() {
    }

    /** From the lowest to the highest value of each epoch that at least two folds have; nothing with fewer. */
    static Optional<List<Edge>> of(List<Curve> folds, ToDoubleFunction<CurvePoint> dice) {
        Map<Integer, double[]> byEpoch = new TreeMap<>();
        for (Curve fold : folds) {
            for (CurvePoint point : fold.points()) {
                double value = dice.applyAsDouble(point);
                if (!Double.isNaN(value)) {
                    byEpoch.merge(point.epoch(), new double[] {value, value, 1}, (a, b) -> new double[] {
                            Math.min(a[0], b[0]), Math.max(a[1], b[1]), a[2] + 1});
                }
            }
        }
        List<Edge> edges = byEpoch.entrySet().stream().filter(entry -> entry.getValue()[2] > 1)
                .map(entry -> new Edge(entry.getKey(), entry.getValue()[0], entry.getValue()[1])).toList();
        return edges.isEmpty() ? Optional.empty() : Optional.of(edges);
    }
}
