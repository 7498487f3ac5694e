package org.glomera.comparison.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import org.glomera.comparison.Comparison;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;

/**
 * Manual and automatic activity concentrations, a pair a kidney of a case.
 *
 * @param rows rows with both values
 * @param missing number of kidneys without both
 * @param halfUnit how far a value of the table may be from the one that it was rounded from, in its unit
 */
record Pairs(List<CaseResult> rows, int missing, double halfUnit) {

    /** Values with more decimals than this were not rounded for print. */
    private static final int MOST_PRINTED_DECIMALS = 6;

    /** The pairs of these runs in these kidneys, in the order of runs, kidneys and cases. */
    static Pairs of(Comparison comparison, List<String> runs, List<Kidneys> kidneys, double halfUnit) {
        List<CaseResult> rows = new ArrayList<>();
        int missing = 0;
        for (String run : runs) {
            for (Kidneys side : kidneys) {
                for (String id : comparison.cases()) {
                    Optional<CaseResult> row = comparison.result(run, id, side).filter(Pairs::isWhole);
                    row.ifPresent(rows::add);
                    missing += row.isEmpty() ? 1 : 0;
                }
            }
        }
        return new Pairs(rows, missing, halfUnit);
    }

    private static boolean isWhole(CaseResult row) {
        return !Double.isNaN(row.manual()) && !Double.isNaN(row.automatic());
    }

    /** Half a unit of the last decimal that any activity has; 0 when they have too many to have been printed. */
    static double halfUnit(Comparison comparison) {
        int decimals = comparison.results().stream()
                .flatMapToDouble(row -> DoubleStream.of(row.manual(), row.automatic()))
                .filter(value -> !Double.isNaN(value))
                .mapToInt(value -> Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale()))
                .max().orElse(MOST_PRINTED_DECIMALS + 1);
        return decimals > MOST_PRINTED_DECIMALS ? 0 : 0.5 * Math.pow(10, -decimals);
    }

    double[] manual() {
        return values(CaseResult::manual);
    }

    double[] automatic() {
        return values(CaseResult::automatic);
    }

    double[] values(ToDoubleFunction<CaseResult> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    /** Automatic less manual in percent of manual, a range a pair. */
    List<Range> differences() {
        return rows.stream().map(this::difference).toList();
    }

    /** Automatic less manual in percent of manual, within what the rounding of both allows. */
    Range difference(CaseResult row) {
        double manual = row.manual();
        double automatic = row.automatic();
        double value = 100 * (automatic - manual) / manual;
        if (manual <= halfUnit) {
            return new Range(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double low = 100 * ((automatic - halfUnit) / (manual + halfUnit) - 1);
        double high = 100 * ((automatic + halfUnit) / (manual - halfUnit) - 1);
        return new Range(value, Math.min(value, low), Math.max(value, high));
    }
}
