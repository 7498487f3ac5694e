package org.glomera.evaluation.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.evaluation.Interval;
import org.glomera.evaluation.StatisticResult.Row;

/** A row while it is filled: every value is NaN until it is set, so each row of a table has the same values. */
final class RowBuilder {

    private final String of;
    private final String against;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    RowBuilder(String of, String against, List<String> names) {
        this.of = of;
        this.against = against;
        names.forEach(name -> values.put(name, Double.NaN));
    }

    RowBuilder set(String name, double value) {
        if (values.put(name, value) == null) {
            throw new IllegalArgumentException("There is no '" + name + "' among " + values.keySet() + ".");
        }
        return this;
    }

    /** Sets {@code name_low} and {@code name_high}. */
    RowBuilder set(String name, Interval interval) {
        return set(name + "_low", interval.low()).set(name + "_high", interval.high());
    }

    /** Adds a sentence. */
    RowBuilder remark(String sentence) {
        remarks.add(sentence);
        return this;
    }

    Row build() {
        return new Row(of, against, values, remarks);
    }
}
