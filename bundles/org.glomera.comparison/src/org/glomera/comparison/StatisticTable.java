package org.glomera.comparison;

import java.util.Objects;

import org.glomera.core.Kidneys;
import org.glomera.evaluation.StatisticResult;

/**
 * What one statistic found about one quantity in one kidney, an element of {@code statistics.json}.
 *
 * @param topic what is compared
 * @param side {@code right}, {@code left} or {@code both}
 * @param measure column of {@code cases.csv} that the quantity comes from
 * @param quantity what was measured
 * @param unit its unit; empty for a number without one and where the source states none
 * @param statistic id of the contributed statistic
 * @param result method, assumptions and numbers; columns are named by their runs, and {@value #MANUAL}
 */
public record StatisticTable(Topic topic, String side, String measure, String quantity, String unit, String statistic,
        StatisticResult result) {

    /** Name of the column of the manual delineation. */
    public static final String MANUAL = "manual";

    /** What a table compares. */
    public enum Topic {
        /** Describes the networks, each by itself. */
        EACH_NETWORK,
        /** Automatic against manual activity concentration. */
        AUTOMATIC_AGAINST_MANUAL,
        /** Networks with each other, by how far they are from the ideal. */
        BETWEEN_NETWORKS
    }

    /** Refuses missing parts. */
    public StatisticTable {
        Objects.requireNonNull(topic);
        Objects.requireNonNull(side);
        Objects.requireNonNull(measure);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(statistic);
        Objects.requireNonNull(result);
    }

    /** Which kidneys it is about. */
    public Kidneys kidneys() {
        return Kidneys.ofWord(side);
    }
}
