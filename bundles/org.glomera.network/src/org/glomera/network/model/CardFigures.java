package org.glomera.network.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;

/**
 * A network's figures on its test cases, by the names under which they stand in {@code model.json}. Those of one kidney
 * begin with {@code right_} or {@code left_}. A figure that is not defined, for instance since no kidney was found, is
 * left out; means are over the kidneys of which the value is defined.
 */
public final class CardFigures {

    /** Number of test cases. */
    public static final String TEST_CASES = "test_cases";
    /** Mean Dice coefficient over all kidneys, on the grid of the image that the outline follows. */
    public static final String MEAN_DICE = "mean_dice";
    /** Number of kidneys of which no voxel was found. */
    public static final String NOT_FOUND = "kidneys_not_found";
    /** Mean over all kidneys of the absolute difference to the manual activity concentration, in percent of it. */
    public static final String MEAN_ABSOLUTE_DIFFERENCE = "difference_percent_absolute_mean";
    /** Mean volume of an outlined kidney in ml. */
    public static final String VOLUME = "volume_ml_mean";
    /** Mean volume of a manually delineated kidney in ml. */
    public static final String VOLUME_MANUAL = "volume_ml_manual_mean";

    static final String DICE = "dice_mean";
    static final String DICE_LOWEST = "dice_lowest";
    static final String DICE_HIGHEST = "dice_highest";
    static final String DIFFERENCE = "difference_percent_mean";
    static final String ABSOLUTE_DIFFERENCE = MEAN_ABSOLUTE_DIFFERENCE;
    static final String LARGEST_DIFFERENCE = "difference_percent_absolute_largest";
    static final String SURFACES = "surface_distance_mm_mean";

    private static final String SURFACES_COLUMN = "mean_surface_distance_mm_spect";

    private CardFigures() {
    }

    /**
     * The figures of a network.
     *
     * @param network name of its run
     * @param results rows of any networks
     */
    public static Map<String, Double> of(String network, List<CaseResult> results) {
        List<CaseResult> own = results.stream().filter(row -> row.isOfOneKidney() && row.network().equals(network))
                .toList();
        Map<String, Double> figures = new TreeMap<>();
        figures.put(TEST_CASES, (double) own.stream().map(CaseResult::caseId).distinct().count());
        figures.put(NOT_FOUND, (double) own.stream().filter(row -> row.volumeMlAutomatic() == 0).count());
        put(figures, MEAN_DICE, mean(own, CaseResult::dice));
        put(figures, MEAN_ABSOLUTE_DIFFERENCE, mean(own, row -> Math.abs(row.differencePercent())));
        put(figures, VOLUME, mean(own, CaseResult::volumeMlAutomatic));
        put(figures, VOLUME_MANUAL, mean(own, CaseResult::volumeMlManual));
        for (Kidneys side : List.of(Kidneys.RIGHT, Kidneys.LEFT)) {
            putSide(figures, side.word() + "_", own.stream().filter(row -> row.kidneys() == side).toList());
        }
        return figures;
    }

    private static void putSide(Map<String, Double> figures, String side, List<CaseResult> rows) {
        put(figures, side + DICE, mean(rows, CaseResult::dice));
        put(figures, side + DICE_LOWEST, values(rows, CaseResult::dice).min().orElse(Double.NaN));
        put(figures, side + DICE_HIGHEST, values(rows, CaseResult::dice).max().orElse(Double.NaN));
        put(figures, side + DIFFERENCE, mean(rows, CaseResult::differencePercent));
        put(figures, side + ABSOLUTE_DIFFERENCE, mean(rows, row -> Math.abs(row.differencePercent())));
        put(figures, side + LARGEST_DIFFERENCE, values(rows, row -> Math.abs(row.differencePercent())).max()
                .orElse(Double.NaN));
        put(figures, side + SURFACES, mean(rows, row -> row.further().getOrDefault(SURFACES_COLUMN, Double.NaN)));
    }

    private static double mean(List<CaseResult> rows, ToDoubleFunction<CaseResult> value) {
        return values(rows, value).average().orElse(Double.NaN);
    }

    private static DoubleStream values(List<CaseResult> rows, ToDoubleFunction<CaseResult> value) {
        return rows.stream().mapToDouble(value).filter(each -> !Double.isNaN(each));
    }

    private static void put(Map<String, Double> figures, String name, double value) {
        if (!Double.isNaN(value)) {
            figures.put(name, value);
        }
    }
}
