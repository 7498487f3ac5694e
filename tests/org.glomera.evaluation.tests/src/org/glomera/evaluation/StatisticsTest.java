package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.evaluation.statistics.HolmStatistic;
import org.glomera.evaluation.statistics.SummaryStatistic;
import org.glomera.evaluation.statistics.WilcoxonStatistic;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final double ROUNDING = 1e-12;
    private static final List<String> CASES = List.of("p1", "p2", "p3", "p4");

    private final Column manual = Column.of("manual", 10, 10, 10, 10);
    private final Column hybrid = Column.of("hybrid", 9, 12, 13, Double.NaN);
    private final Column standard = Column.of("standard", 10, 10, 10, 10);

    private PairedTable table(String baseline) {
        return new PairedTable("activity", "Bq/ml", CASES, List.of(manual, hybrid, standard), baseline);
    }

    @Test
    void pairs_areTheBaselineWithEveryOther() {
        assertEquals(List.of("manual-hybrid", "manual-standard"), names(table("manual")));
        assertEquals(List.of("standard-manual", "standard-hybrid"), names(table("standard")));
    }

    @Test
    void pairs_areAllWithoutABaseline() {
        assertEquals(List.of("manual-hybrid", "manual-standard", "hybrid-standard"), names(table("")));
    }

    private static List<String> names(PairedTable table) {
        return table.pairs().stream().map(pair -> pair.first().name() + "-" + pair.second().name()).toList();
    }

    @Test
    void wilcoxon_leavesOutIncompleteCasesAndNamesThem() {
        List<Row> rows = new WilcoxonStatistic().compute(table("manual")).rows();
        // differences -1, 2, 3, see WilcoxonSignedRankTest: p = 0.5
        Row row = rows.get(0);
        assertEquals("hybrid", row.of());
        assertEquals("manual", row.against());
        assertEquals(3, row.value("n"));
        assertEquals(5, row.value("w_plus"));
        assertEquals(0.5, row.value("p"), ROUNDING);
        assertTrue(row.remarks().toString().contains("p4"), row.remarks().toString());
        assertTrue(row.remarks().get(0).contains(WilcoxonSignedRank.EXACT), row.remarks().toString());
    }

    @Test
    void wilcoxon_ofEqualColumnsSaysThatThereIsNothingToTest() {
        Row row = new WilcoxonStatistic().compute(table("manual")).rows().get(1);
        assertTrue(Double.isNaN(row.value("p")));
        assertEquals(4, row.value("zeros"));
        assertTrue(row.remarks().get(0).contains(WilcoxonSignedRank.NOTHING_TO_TEST), row.remarks().toString());
    }

    @Test
    void holm_doesNotCountWhatCouldNotBeTested() {
        StatisticResult result = new HolmStatistic().compute(table("manual"));
        assertEquals(0.5, result.rows().get(0).value("p_holm"), ROUNDING);
        assertTrue(Double.isNaN(result.rows().get(1).value("p_holm")));
        assertTrue(result.method().contains("corrected for 1 comparison by"), result.method());
    }

    @Test
    void summary_namesMissingValues() {
        Row row = new SummaryStatistic().compute(table("")).rows().get(1);
        assertEquals(3, row.value("n"));
        // (9 + 12 + 13) / 3
        assertEquals(34 / 3.0, row.value("mean"), ROUNDING);
        assertEquals(12, row.value("median"));
        assertEquals(List.of("No value for p4."), row.remarks());
        assertThrows(IllegalArgumentException.class, () -> row.value("kurtosis"));
    }

    @Test
    void table_refusesColumnsThatAreNotPaired() {
        List<Column> shorter = List.of(Column.of("manual", 1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> new PairedTable("a", "", CASES, shorter, ""));
        List<Column> twice = List.of(manual, manual);
        assertThrows(IllegalArgumentException.class, () -> new PairedTable("a", "", CASES, twice, ""));
        List<Column> one = List.of(manual);
        assertThrows(IllegalArgumentException.class, () -> new PairedTable("a", "", CASES, one, "other"));
        assertThrows(IllegalArgumentException.class, () -> Column.of("manual", Double.POSITIVE_INFINITY));
    }
}
