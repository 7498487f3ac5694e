package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.evaluation.StatisticResult.Row;
import org.junit.jupiter.api.Test;

class HolmTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void adjust_isAsByHand() {
        // Holm's m = 4: sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1 -> 0.02, 0.03, 0.06, 0.04; the last is
        // raised to 0.06 so that order is kept
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(0.01, 0.04, 0.03, 0.005), ROUNDING);
    }

    @Test
    void adjust_neverExceedsOne() {
        assertArrayEquals(new double[] {1, 1}, Holm.adjust(0.6, 0.9), ROUNDING);
    }

    @Test
    void adjust_leavesOutWhatCouldNotBeTested() {
        // a family of two: 0.01 * 2, 0.04 * 1
        assertArrayEquals(new double[] {0.02, Double.NaN, 0.04}, Holm.adjust(0.01, Double.NaN, 0.04), ROUNDING);
        assertArrayEquals(new double[0], Holm.adjust());
    }

    @Test
    void adjust_refusesWhatIsNoProbability() {
        assertThrows(IllegalArgumentException.class, () -> Holm.adjust(0.5, 1.1));
    }

    @Test
    void adjust_agreesWithR() {
        // R 4.2.2: p.adjust(c(0.021, 0.004, 0.3, 0.004, 0.05, 0.9), 'holm') -> 0.084 0.024 0.600 0.024 0.150 0.900
        assertArrayEquals(new double[] {0.084, 0.024, 0.6, 0.024, 0.15, 0.9},
                Holm.adjust(0.021, 0.004, 0.3, 0.004, 0.05, 0.9), ROUNDING);
    }

    @Test
    void adjust_takesSeveralTablesAsOneFamily() {
        // p = 0.01, 0.04 on the right, 0.03, 0.005 and one that could not be tested on the left: the family of four
        // above
        StatisticResult right = table("test", 0.01, 0.04);
        StatisticResult left = table("test", 0.03, Double.NaN, 0.005);
        List<StatisticResult> corrected = Holm.adjust(List.of(right, left));
        assertArrayEquals(new double[] {0.03, 0.06}, adjusted(corrected.get(0)), ROUNDING);
        assertArrayEquals(new double[] {0.06, Double.NaN, 0.02}, adjusted(corrected.get(1)), ROUNDING);
        assertEquals("test, p values corrected for 4 comparisons by Holm's method", corrected.get(1).method());
        assertEquals(List.of("p", "p_holm", "n"), List.copyOf(corrected.get(0).rows().get(0).values().keySet()));
        assertEquals(List.of("a remark"), corrected.get(0).rows().get(0).remarks());
    }

    @Test
    void adjust_ofACorrectedTableStartsAnew() {
        // with one more test of p = 0.04 the family grows from 1 to 2: 0.03 * 2
        StatisticResult once = Holm.adjust(List.of(table("test", 0.03))).get(0);
        assertEquals(0.03, adjusted(once)[0], ROUNDING);
        assertEquals("test, p values corrected for 1 comparison by Holm's method", once.method());
        StatisticResult again = Holm.adjust(List.of(once, table("other", 0.04))).get(0);
        assertEquals(0.06, adjusted(again)[0], ROUNDING);
        assertEquals("test, p values corrected for 2 comparisons by Holm's method", again.method());
    }

    @Test
    void adjust_leavesTablesWithoutPValuesAsTheyAre() {
        StatisticResult summary = new StatisticResult("summary", List.of(),
                List.of(new Row("a", "", Map.of("mean", 1.0), List.of())));
        assertEquals(List.of(summary), Holm.adjust(List.of(summary)));
        assertEquals(List.of(), Holm.adjust(List.of()));
    }

    private static StatisticResult table(String method, double... pValues) {
        List<Row> rows = new ArrayList<>();
        for (double p : pValues) {
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("p", p);
            values.put("n", 15.0);
            rows.add(new Row("row " + rows.size(), "manual", values, List.of("a remark")));
        }
        return new StatisticResult(method, List.of(), rows);
    }

    private static double[] adjusted(StatisticResult table) {
        return table.rows().stream().mapToDouble(row -> row.value("p_holm")).toArray();
    }
}
