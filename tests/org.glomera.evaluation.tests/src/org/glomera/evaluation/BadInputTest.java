package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.evaluation.statistics.BlandAltmanPercentStatistic;
import org.glomera.evaluation.statistics.BlandAltmanStatistic;
import org.glomera.evaluation.statistics.ConcordanceStatistic;
import org.glomera.evaluation.statistics.FriedmanStatistic;
import org.glomera.evaluation.statistics.HodgesLehmannStatistic;
import org.glomera.evaluation.statistics.HolmStatistic;
import org.glomera.evaluation.statistics.RankBiserialStatistic;
import org.glomera.evaluation.statistics.ShapiroWilkStatistic;
import org.glomera.evaluation.statistics.SummaryStatistic;
import org.glomera.evaluation.statistics.WilcoxonStatistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contributed statistics do with tables that cannot be computed: never an exception, never a guess. */
class BadInputTest {

    private static final double NAN = Double.NaN;

    private static final Map<String, Statistic> STATISTICS = Map.of("summary", new SummaryStatistic(), "wilcoxon",
            new WilcoxonStatistic(), "holm", new HolmStatistic(), "hodges_lehmann", new HodgesLehmannStatistic(),
            "rank_biserial", new RankBiserialStatistic(), "friedman", new FriedmanStatistic(), "bland_altman",
            new BlandAltmanStatistic(), "bland_altman_percent", new BlandAltmanPercentStatistic(), "concordance",
            new ConcordanceStatistic(), "shapiro_wilk", new ShapiroWilkStatistic());

    static Stream<PairedTable> tables() {
        return Stream.of(
                table("no column"),
                table("no case", column("manual"), column("hybrid"), column("standard")),
                table("one column", column("manual", 1, 2, 3, 4)),
                table("one case", column("manual", 1), column("hybrid", 2), column("standard", 3)),
                table("two cases", column("manual", 1, 2), column("hybrid", 2, 5), column("standard", 3, 3)),
                table("equal columns", column("manual", 1, 2, 3), column("hybrid", 1, 2, 3),
                        column("standard", 1, 2, 3)),
                table("constant columns", column("manual", 1, 1, 1, 1), column("hybrid", 2, 2, 2, 2),
                        column("standard", 1, 1, 1, 1)),
                table("missing values", column("manual", 1, 2, NAN, 4), column("hybrid", NAN, 2, 3, 7),
                        column("standard", 1, 2, 5, NAN)),
                table("no value in a column", column("manual", 1, 2, 3), column("hybrid", NAN, NAN, NAN),
                        column("standard", 3, 1, 2)),
                table("zeros", column("manual", 0, 0, 0, 0), column("hybrid", 0, 0, 0, 0),
                        column("standard", -0.0, 0, -0.0, 0)),
                table("a zero reference", column("manual", 0, 10, 20, 30), column("hybrid", 1, 11, 25, 27)),
                table("values that no one measures", column("manual", 1, 2, 3), column("hybrid", 1e308, -1e308, 1e308),
                        column("standard", -1.7e308, 1e300, 1e-300)),
                new PairedTable("percent", "%", List.of("a", "b", "c"),
                        List.of(Column.of("x", 1, 2, 4), Column.of("y", 2, 1, 7)), "x"));
    }

    private static Column column(String name, double... values) {
        return Column.of(name, values);
    }

    private static PairedTable table(String quantity, Column... columns) {
        int cases = columns.length == 0 ? 0 : columns[0].values().size();
        return new PairedTable(quantity, "Bq/ml", IntStream.rangeClosed(1, cases).mapToObj(i -> "p" + i).toList(),
                Arrays.asList(columns), columns.length == 0 ? "" : columns[0].name());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void compute_neverFailsAndSaysWhyANumberIsMissing(PairedTable table) {
        PairedTable all = new PairedTable(table.quantity(), table.unit(), table.cases(), table.columns(), "");
        for (PairedTable one : List.of(table, all)) {
            STATISTICS.forEach((id, statistic) -> {
                StatisticResult result = statistic.compute(one);
                assertFalse(result.method().isBlank(), id);
                for (Row row : result.rows()) {
                    String where = id + " of '" + one.quantity() + "': " + row;
                    boolean missing = row.values().values().stream().anyMatch(value -> value.isNaN());
                    assertTrue(!missing || !row.remarks().isEmpty(), where);
                    assertTrue(row.remarks().stream().allMatch(remark -> remark.endsWith(".")), where);
                    assertTrue(row.values().values().stream().noneMatch(value -> value.isInfinite()), where);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void compute_givesEveryRowTheSameValues(PairedTable table) {
        STATISTICS.forEach((id, statistic) -> {
            List<Row> rows = statistic.compute(table).rows();
            long different = rows.stream().filter(row -> !id.equals("friedman") || row.of().isEmpty())
                    .map(row -> List.copyOf(row.values().keySet())).distinct().count();
            assertTrue(different <= 1, id + ": " + rows);
        });
    }

    @Test
    void pairedStatistics_nameTheCasesTheyLeaveOut() {
        PairedTable table = table("activity", column("manual", 1, 2, NAN, 4, 7), column("hybrid", NAN, 2, 3, 7, 1));
        for (Map.Entry<String, Statistic> entry : STATISTICS.entrySet()) {
            if (!entry.getKey().equals("summary") && !entry.getKey().equals("friedman")) {
                Row row = entry.getValue().compute(table).rows().get(0);
                assertTrue(row.remarks().contains("Left out, since a value is missing: p1, p3."), row.toString());
            }
        }
    }

    @Test
    void pairedStatistics_sayThatOneColumnHasNoPartner() {
        Row row = new BlandAltmanStatistic().compute(table("a", column("manual", 1, 2))).rows().get(0);
        assertEquals("manual", row.of());
        assertTrue(Double.isNaN(row.value("bias")));
        assertEquals(List.of("Not computed: there is no second column to compare with."), row.remarks());
    }

    @Test
    void blandAltman_ofOneCaseHasABiasOnly() {
        Row row = new BlandAltmanStatistic().compute(table("a", column("manual", 1), column("hybrid", 3))).rows()
                .get(0);
        assertEquals(2, row.value("bias"));
        assertTrue(Double.isNaN(row.value("upper_limit")));
        assertTrue(row.remarks().contains("Intervals: " + BlandAltman.TOO_FEW + "."), row.toString());
    }

    @Test
    void wilcoxon_ofFewCasesSaysWhatItCannotShow() {
        // four differences: 2 / 2^4
        Row row = new WilcoxonStatistic().compute(table("a", column("m", 1, 2, 3, 4), column("h", 2, 4, 6, 8))).rows()
                .get(0);
        assertEquals(0.125, row.value("p"));
        assertTrue(row.remarks().toString().contains("cannot be smaller than 0.125"), row.toString());
        // six: 2 / 2^6 = 0.03125 is below 0.05
        Row six = new WilcoxonStatistic().compute(table("a", column("m", 1, 2, 3, 4, 5, 6),
                column("h", 2, 4, 6, 8, 10, 12))).rows().get(0);
        assertEquals(1, six.remarks().size(), six.toString());
    }

    @Test
    void hodgesLehmann_ofFewCasesSaysWhichLevelIsReached() {
        Row row = new HodgesLehmannStatistic().compute(table("a", column("m", 1, 2, 3), column("h", 2, 4, 6))).rows()
                .get(0);
        assertEquals(2, row.value("estimate"));
        assertTrue(Double.isNaN(row.value("estimate_low")));
        // 1 - 2 / 2^3
        assertTrue(row.remarks().contains("3 differences give no interval of a level above 75.00 %."), row.toString());
    }

    @Test
    void blandAltmanPercent_namesWhatHasNoPercentage() {
        PairedTable table = table("a", column("manual", 0, 10, 20), column("hybrid", 1, 11, 24));
        StatisticResult result = new BlandAltmanPercentStatistic().compute(table);
        assertTrue(result.method().contains("in percent of manual"), result.method());
        Row row = result.rows().get(0);
        // 10 % and 20 %
        assertEquals(2, row.value("n"));
        assertEquals(15, row.value("bias"), 1e-12);
        assertTrue(row.remarks().contains("Left out, since no percentage of zero is defined: p1."), row.toString());
    }

    @Test
    void blandAltmanPercent_isOfTheMeanWithoutABaselineAndNotOfPercentages() {
        List<Column> columns = List.of(column("a", 10, 20, 10), column("b", 12, 30, 12));
        PairedTable table = new PairedTable("q", "ml", List.of("p1", "p2", "p3"), columns, "");
        // 2 / 11, 10 / 25, 2 / 11
        Row ofMean = new BlandAltmanPercentStatistic().compute(table).rows().get(0);
        assertEquals((400 / 11.0 + 40) / 3, ofMean.value("bias"), 1e-12);
        PairedTable percent = new PairedTable("q", "%", table.cases(), columns, "");
        Row row = new BlandAltmanPercentStatistic().compute(percent).rows().get(0);
        assertTrue(Double.isNaN(row.value("bias")));
        assertEquals(List.of("Not computed: the values are percentages already."), row.remarks());
    }

    @Test
    void shapiroWilk_warnsAndIsNoTestOfAFamily() {
        PairedTable table = table("a", column("manual", 0, 0, 0, 0, 0, 0), column("hybrid", 1, 1.1, 2, 2.1, 3, 50));
        StatisticResult result = new ShapiroWilkStatistic().compute(table);
        assertTrue(result.rows().get(0).remarks().toString().contains("Warning"), result.toString());
        assertEquals(List.of(result), Holm.adjust(List.of(result)));
        assertTrue(new BlandAltmanStatistic().compute(table).rows().get(0).remarks().toString()
                .contains("(Shapiro-Wilk, p < 0.001)"));
        // p = 0.098, see ShapiroWilkTest: 0.05 and more is no reason to warn
        PairedTable plants = table("a", column("manual", new double[15]),
                column("hybrid", 6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75));
        assertFalse(new ShapiroWilkStatistic().compute(plants).rows().toString().contains("Warning"));
    }

    @Test
    void friedman_hasARowForAllAndOneAColumn() {
        PairedTable table = table("a", column("a", 1, 2, 7, 4), column("b", 2, 3, 8, NAN), column("c", 5, 5, 9, 1));
        List<Row> rows = new FriedmanStatistic().compute(table).rows();
        assertEquals(List.of("", "a", "b", "c"), rows.stream().map(Row::of).toList());
        // see FriedmanTest: three complete cases of one order
        assertEquals(3, rows.get(0).value("n"));
        assertEquals(1 / 36.0, rows.get(0).value("p"), 1e-12);
        assertEquals(3, rows.get(3).value("mean_rank"));
        assertTrue(rows.get(0).remarks().contains("Left out, since a value is missing: p4."), rows.toString());
        assertEquals(1 / 36.0, new HolmStatistic(new FriedmanStatistic()).compute(table).rows().get(0)
                .value("p_holm"), 1e-12);
    }

    @Test
    void summary_namesOutliersAndKeepsThem() {
        // 1 .. 8 and 30: fences -3 and 13, see SummaryTest; mean 66 / 9
        Row row = new SummaryStatistic().compute(table("a", column("m", 30, 1, 2, 3, 4, 5, 6, 7, 8))).rows().get(0);
        assertEquals(1, row.value("outliers"));
        assertEquals(8, row.value("whisker_high"));
        assertEquals(1, row.value("whisker_low"));
        assertEquals(66 / 9.0, row.value("mean"), 1e-12);
        assertEquals(List.of("Beyond the whiskers: p1."), row.remarks());
    }
}
