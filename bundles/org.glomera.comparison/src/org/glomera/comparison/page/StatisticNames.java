package org.glomera.comparison.page;

import java.util.Map;

import org.glomera.comparison.Measure;
import org.glomera.comparison.Numbers;
import org.glomera.comparison.StatisticTable;

/** How the numbers of statistics are called and shown; a name that is not known is shown as it is. */
final class StatisticNames {

    private static final int SHARE_DIGITS = 3;

    /** What kind of number it is. */
    private enum Kind {
        /** A number of things. */
        COUNT,
        /** A p value. */
        P,
        /** In the unit of the quantity, with its decimals. */
        QUANTITY,
        /** In percent. */
        PERCENT,
        /** A sum of ranks: multiples of one half. */
        RANKS,
        /** Without a unit, three decimals. */
        SHARE
    }

    private record Known(String name, Kind kind) {
    }

    private static final Map<String, Known> KNOWN = Map.ofEntries(known("n", "n", Kind.COUNT),
            known("zeros", "Zeros", Kind.COUNT), known("columns", "Compared", Kind.COUNT),
            known("degrees_of_freedom", "Degrees of freedom", Kind.COUNT), known("outliers", "Outliers", Kind.COUNT),
            known("w_plus", "W+", Kind.RANKS), known("w_minus", "W−", Kind.RANKS), known("p", "p", Kind.P),
            known("p_holm", "p (Holm)", Kind.P), known("p_normal", "p (normality)", Kind.P),
            known("estimate", "Estimate", Kind.QUANTITY), known("estimate_low", "Estimate, from", Kind.QUANTITY),
            known("estimate_high", "Estimate, to", Kind.QUANTITY),
            known("confidence_percent", "Confidence reached", Kind.PERCENT),
            known("rank_biserial", "Rank-biserial correlation", Kind.SHARE), known("bias", "Bias", Kind.QUANTITY),
            known("bias_low", "Bias, from", Kind.QUANTITY), known("bias_high", "Bias, to", Kind.QUANTITY),
            known("lower_limit", "Lower limit", Kind.QUANTITY),
            known("lower_limit_low", "Lower limit, from", Kind.QUANTITY),
            known("lower_limit_high", "Lower limit, to", Kind.QUANTITY),
            known("upper_limit", "Upper limit", Kind.QUANTITY),
            known("upper_limit_low", "Upper limit, from", Kind.QUANTITY),
            known("upper_limit_high", "Upper limit, to", Kind.QUANTITY), known("sd", "SD", Kind.QUANTITY),
            known("mean", "Mean", Kind.QUANTITY), known("median", "Median", Kind.QUANTITY),
            known("q1", "Lower quartile", Kind.QUANTITY), known("q3", "Upper quartile", Kind.QUANTITY),
            known("minimum", "Minimum", Kind.QUANTITY), known("maximum", "Maximum", Kind.QUANTITY),
            known("whisker_low", "Lower whisker", Kind.QUANTITY),
            known("whisker_high", "Upper whisker", Kind.QUANTITY), known("pearson", "Pearson's r", Kind.SHARE),
            known("pearson_low", "Pearson's r, from", Kind.SHARE),
            known("pearson_high", "Pearson's r, to", Kind.SHARE), known("lin", "Lin's concordance", Kind.SHARE),
            known("lin_low", "Lin's concordance, from", Kind.SHARE),
            known("lin_high", "Lin's concordance, to", Kind.SHARE), known("accuracy", "Accuracy", Kind.SHARE),
            known("w", "W", Kind.SHARE), known("chi_square", "Chi-square", Kind.SHARE),
            known("kendall_w", "Kendall's W", Kind.SHARE), known("mean_rank", "Mean rank", Kind.SHARE));

    private final String unit;
    private final int digits;

    /** Names for the numbers of one table. */
    StatisticNames(StatisticTable table, Measure measure) {
        boolean percent = table.statistic().endsWith("_percent");
        this.unit = percent ? "%" : table.unit();
        this.digits = percent ? 2 : measure.digits();
    }

    private static Map.Entry<String, Known> known(String id, String name, Kind kind) {
        return Map.entry(id, new Known(name, kind));
    }

    private static Known of(String value) {
        return KNOWN.getOrDefault(value, new Known(value.replace('_', ' '), Kind.SHARE));
    }

    TableColumn column(String value) {
        Known known = of(value);
        return switch (known.kind()) {
            case COUNT -> TableColumn.number(known.name(), "", 0);
            case P, SHARE -> TableColumn.number(known.name(), "", SHARE_DIGITS);
            case QUANTITY -> TableColumn.number(known.name(), unit, digits);
            case PERCENT -> TableColumn.number(known.name(), "%", 2);
            case RANKS -> TableColumn.number(known.name(), "", 1);
        };
    }

    Cell cell(String value, double number) {
        return switch (of(value).kind()) {
            case COUNT -> Cell.number(number, 0);
            case P -> Cell.p(number);
            case SHARE -> Cell.number(number, SHARE_DIGITS);
            case QUANTITY -> Cell.number(number, digits);
            case PERCENT -> Cell.number(number, 2);
            case RANKS -> Cell.number(number, 1);
        };
    }

    /** A number as it stands in a sentence, with its unit. */
    String inSentence(double number) {
        return Numbers.signed(number, digits) + (unit.isEmpty() ? "" : " " + unit);
    }
}
