package org.glomera.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.study.CaseResult;

/** Names, units and ideals of the columns of {@code cases.csv}; a column that is not known is shown by its own name. */
final class Measures {

    /** What is known of a metric whatever the grid. */
    private record Known(String name, String unit, int digits, double ideal, boolean signed) {
    }

    private static final double NONE = Double.NaN;
    private static final int DIGITS = 3;
    private static final Map<String, Known> KNOWN = Map.ofEntries(
            Map.entry("dice", new Known("Dice coefficient", "", 3, 1, false)),
            Map.entry("jaccard", new Known("Jaccard index", "", 3, 1, false)),
            Map.entry("sensitivity", new Known("Sensitivity", "", 3, 1, false)),
            Map.entry("precision", new Known("Precision", "", 3, 1, false)),
            Map.entry("surface_dice", new Known("Surface Dice at 3 mm", "", 3, 1, false)),
            Map.entry("volume_ml", new Known("Volume, automatic", "ml", 1, NONE, false)),
            Map.entry("volume_difference_ml", new Known("Volume difference", "ml", 1, 0, true)),
            Map.entry("volume_difference_percent", new Known("Volume difference", "%", 1, 0, true)),
            Map.entry("hausdorff95_mm", new Known("95 % Hausdorff distance", "mm", 1, 0, false)),
            Map.entry("mean_surface_distance_mm", new Known("Average symmetric surface distance", "mm", 2, 0, false)),
            Map.entry("centroid_distance_mm", new Known("Centroid distance", "mm", 1, 0, false)),
            Map.entry("activity_mean_bq_per_ml", new Known("Activity concentration, automatic", "Bq/ml", 0, NONE,
                    false)),
            Map.entry("activity_total_bq", new Known("Total activity, automatic", "Bq", 0, NONE, false)),
            Map.entry("activity_difference_percent", new Known("Activity concentration difference", "%", 2, 0, true)),
            Map.entry("activity_total_difference_percent", new Known("Total activity difference", "%", 2, 0, true)),
            Map.entry("components_outside", new Known("Components outside", "", 0, 0, false)),
            Map.entry("components_inside", new Known("Components inside", "", 0, 0, false)));

    private Measures() {
    }

    /** The measures that any of these rows has a value for, fixed columns first. */
    static List<Measure> of(List<CaseResult> results, String activityUnit) {
        List<Measure> measures = new ArrayList<>(fixed(activityUnit));
        Set<String> columns = new LinkedHashSet<>();
        results.forEach(row -> columns.addAll(row.further().keySet()));
        columns.forEach(column -> measures.add(further(column)));
        measures.removeIf(measure -> results.stream().allMatch(row -> Double.isNaN(measure.of(row))));
        return List.copyOf(measures);
    }

    private static List<Measure> fixed(String activityUnit) {
        int digits = activityUnit.equals("Bq/ml") ? 0 : 2;
        return List.of(
                new Measure(Measure.ACTIVITY_DIFFERENCE, "Difference of activity concentration", "%", 2, "spect", 0,
                        true),
                new Measure(Measure.MANUAL, "Activity concentration, manual", activityUnit, digits, "spect", NONE,
                        false),
                new Measure(Measure.AUTOMATIC, "Activity concentration, automatic", activityUnit, digits, "spect", NONE,
                        false),
                new Measure(Measure.DICE, "Dice coefficient", "", 3, "", 1, false),
                new Measure(Measure.VOLUME_MANUAL, "Volume, manual", "ml", 1, "", NONE, false),
                new Measure(Measure.VOLUME_AUTOMATIC, "Volume, automatic", "ml", 1, "", NONE, false));
    }

    private static Measure further(String column) {
        String grid = column.endsWith("_spect") ? "spect" : column.endsWith("_ct") ? "ct" : "";
        String metric = grid.isEmpty() ? column : column.substring(0, column.length() - grid.length() - 1);
        Known known = KNOWN.containsKey(metric) ? KNOWN.get(metric) : contributed(metric);
        String name = switch (grid) {
            case "spect" -> known.name() + ", SPECT grid";
            case "ct" -> known.name() + ", CT grid";
            default -> known.name();
        };
        return new Measure(column, name, known.unit(), known.digits(), grid, known.ideal(), known.signed());
    }

    /** A metric that another plug-in brings: its name and unit are that plug-in's; whether more is better is unknown. */
    private static Known contributed(String metric) {
        String guessed = metric.endsWith("_mm") ? "mm" : metric.endsWith("_ml") ? "ml"
                : metric.endsWith("_percent") ? "%" : "";
        return ContributedMetrics.find(metric).map(contribution -> new Known(contribution.name(),
                contribution.attribute("unit").map(unit -> unit.equals("1") ? "" : unit).orElse(guessed), DIGITS, NONE,
                false)).orElse(new Known(metric, guessed, DIGITS, NONE, false));
    }
}
