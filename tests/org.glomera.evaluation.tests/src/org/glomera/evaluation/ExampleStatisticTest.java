package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.commons.statistics.inference.BinomialTest;
import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.PairedTable.Pair;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.evaluation.statistics.HolmStatistic;
import org.junit.jupiter.api.Test;

/** The statistic that docs/extension-points.md shows. */
class ExampleStatisticTest {

    private static final class SignTest implements Statistic {
        @Override
        public StatisticResult compute(PairedTable table) {
            return new StatisticResult("Sign test, two-sided, zeros dropped",
                    List.of("The cases are independent of each other."), table.pairs().stream().map(this::row).toList());
        }

        private Row row(Pair pair) {
            double[] first = pair.firstValues();
            double[] second = pair.secondValues();
            int higher = (int) IntStream.range(0, first.length).filter(i -> second[i] > first[i]).count();
            int lower = (int) IntStream.range(0, first.length).filter(i -> second[i] < first[i]).count();
            boolean any = higher + lower > 0;
            double p = any ? BinomialTest.withDefaults().test(higher + lower, higher, 0.5).getPValue() : Double.NaN;
            return new Row(pair.second().name(), pair.first().name(),
                    Map.of("higher", (double) higher, "lower", (double) lower, "p", p),
                    any ? List.of() : List.of("Not computed: there is no difference other than zero."));
        }
    }

    @Test
    void signTest_isCorrectedByHolmAsEveryTestIs() {
        // a to b: 5 higher of 5: 2 / 2^5 = 0.0625; a to c: 1 higher, 1 lower: 1; b to c: 0 higher, 5 lower: 0.0625. Holm:
        // 3 * 0.0625, and 2 * 0.0625 raised to that
        PairedTable table = new PairedTable("q", "ml", List.of("p1", "p2", "p3", "p4", "p5"),
                List.of(Column.of("a", 1, 2, 3, 4, 5), Column.of("b", 2, 3, 4, 5, 6), Column.of("c", 1, 2, 3, 4.5, 4)),
                "");
        List<Row> rows = new HolmStatistic(new SignTest()).compute(table).rows();
        assertEquals(0.0625, rows.get(0).value("p"), 1e-12);
        assertEquals(0.1875, rows.get(0).value("p_holm"), 1e-12);
        assertEquals(1, rows.get(1).value("p_holm"), 1e-12);
        assertEquals(0.1875, rows.get(2).value("p_holm"), 1e-12);
    }

    @Test
    void signTest_saysWhenThereIsNothingToTest() {
        PairedTable table = new PairedTable("q", "ml", List.of("p1"), List.of(Column.of("a", 1), Column.of("b", 1)), "");
        Row row = new SignTest().compute(table).rows().get(0);
        assertTrue(Double.isNaN(row.value("p")));
        assertEquals(1, row.remarks().size());
    }
}
