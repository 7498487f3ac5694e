package org.glomera.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.glomera.core.Kidneys;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.PairedTable.Column;

/** A comparison's rows as tables that statistics take: a row a case, a column a network. */
final class PairedTables {

    private final Comparison comparison;

    PairedTables(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The measure as it stands in the table of cases. */
    PairedTable plain(Measure measure, Kidneys kidneys) {
        return table(measure.name(), measure, kidneys, "", false);
    }

    /** The measure in the form in which networks are compared: its size where it has two signs. */
    PairedTable between(Measure measure, Kidneys kidneys, String baseline) {
        return table(comparedName(measure), measure, kidneys, baseline, measure.signed());
    }

    static String comparedName(Measure measure) {
        return measure.signed() ? "Absolute " + Character.toLowerCase(measure.name().charAt(0))
                + measure.name().substring(1) : measure.name();
    }

    private PairedTable table(String quantity, Measure measure, Kidneys kidneys, String baseline, boolean absolute) {
        List<Column> columns = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            double[] values = comparison.values(measure, run.name(), kidneys);
            columns.add(Column.of(run.name(), absolute ? Arrays.stream(values).map(Math::abs).toArray() : values));
        }
        return new PairedTable(quantity, measure.unit(), comparison.cases(), columns,
                comparison.run(baseline).isPresent() ? baseline : "");
    }

    /** Manual and every network's activity concentration; the baseline is manual. */
    PairedTable activity(Measure automatic, Kidneys kidneys) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(StatisticTable.MANUAL, manual(kidneys)));
        comparison.runs().stream().filter(run -> !run.name().equals(StatisticTable.MANUAL))
                .forEach(run -> columns.add(Column.of(run.name(), comparison.values(automatic, run.name(), kidneys))));
        return new PairedTable("Activity concentration", automatic.unit(), comparison.cases(), columns,
                StatisticTable.MANUAL);
    }

    private double[] manual(Kidneys kidneys) {
        return comparison.cases().stream().mapToDouble(id -> comparison.manual(id, kidneys)).toArray();
    }
}
