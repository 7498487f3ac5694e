package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.evaluation.statistics.HolmStatistic;
import org.glomera.evaluation.statistics.SummaryStatistic;
import org.glomera.evaluation.statistics.WilcoxonStatistic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of the reference study: 15 cases, three networks. The p values are scipy 1.10.1's
 * {@code stats.wilcoxon(numpy.round(second - first, 2), mode='exact')}; means and standard deviations are numpy's
 * {@code mean()} and {@code std(ddof=1)}.
 */
class ReferenceStudyTest {

    private static final double ROUNDING = 1e-12;
    private static List<String[]> rows;

    @BeforeAll
    static void readTable() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                ReferenceStudyTest.class.getResourceAsStream("reference_activity_concentration.csv"),
                StandardCharsets.UTF_8))) {
            rows = in.lines().skip(1).map(line -> line.split(",")).toList();
        }
        assertEquals(3 * 15 * 2, rows.size());
    }

    @ParameterizedTest
    @CsvSource({"1, right, 0.12054443359375", "1, left, 0.04791259765625", "2, right, 0.00262451171875",
            "2, left, 0.67877197265625", "3, right, 0.00152587890625", "3, left, 0.083251953125"})
    void wilcoxon_ofManualAndNetworkAgreesWithSciPy(String network, String side, double p) {
        Row row = only(new WilcoxonStatistic().compute(table(side, "manual", "manual", network)));
        assertEquals(15, row.value("n"));
        assertEquals(p, row.value("p"), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, right, 0.00201416015625", "1, 3, right, 6.103515625e-05", "2, 3, right, 0.10699462890625",
            "1, 2, left, 0.207763671875", "1, 3, left, 0.012451171875", "2, 3, left, 0.04791259765625"})
    void wilcoxon_betweenNetworksAgreesWithSciPy(String one, String other, String side, double p) {
        Row row = only(new WilcoxonStatistic().compute(table(side, "", one, other)));
        assertEquals(p, row.value("p"), ROUNDING);
    }

    @Test
    void holm_correctsTheFamilyOfThreeNetworks() {
        // right, p = 0.1205, 0.00262, 0.00153 for networks 1, 2, 3: smallest times 3, middle times 2, largest times 1:
        // 0.00457763671875, 0.0052490234375, 0.12054443359375
        List<Row> result = new HolmStatistic().compute(table("right", "manual", "manual", "1", "2", "3")).rows();
        assertEquals(List.of("1", "2", "3"), result.stream().map(Row::of).toList());
        assertEquals(0.12054443359375, result.get(0).value("p_holm"), ROUNDING);
        assertEquals(0.0052490234375, result.get(1).value("p_holm"), ROUNDING);
        assertEquals(0.00457763671875, result.get(2).value("p_holm"), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"1, right, 4.061501192706664, 7.260158914818544", "1, left, 3.908237220846026, 6.423139941725173",
            "2, right, -9.560351610508446, 12.715384759631364", "2, left, -1.635325094287011, 9.899069499074681",
            "3, right, -12.831498574063279, 10.756615315075923", "3, left, -4.930811815364991, 11.784568857115993"})
    void summary_ofTheDifferencesInPercentAgreesWithNumPy(String network, String side, double mean, double sd) {
        double[] manual = column(side, "manual").values().stream().mapToDouble(v -> v).toArray();
        double[] automatic = column(side, network).values().stream().mapToDouble(v -> v).toArray();
        double[] percent = IntStream.range(0, 15)
                .mapToDouble(i -> ActivityMeasurement.differencePercent(manual[i], automatic[i])).toArray();
        PairedTable table = new PairedTable("difference", "%", cases(), List.of(Column.of(network, percent)), "");
        Row row = only(new SummaryStatistic().compute(table));
        assertEquals(mean, row.value("mean"), ROUNDING * 100);
        assertEquals(sd, row.value("sd"), ROUNDING * 100);
    }

    private static Row only(StatisticResult result) {
        assertEquals(1, result.rows().size());
        return result.rows().get(0);
    }

    private static PairedTable table(String side, String baseline, String... names) {
        List<Column> columns = List.of(names).stream().map(name -> column(side, name)).toList();
        return new PairedTable("activity concentration, " + side, "", cases(), columns, baseline);
    }

    private static List<String> cases() {
        return IntStream.rangeClosed(1, 15).mapToObj(Integer::toString).toList();
    }

    private static Column column(String side, String name) {
        boolean manual = name.equals("manual");
        return new Column(name, rows.stream().filter(row -> row[0].equals(manual ? "1" : name) && row[2].equals(side))
                .map(row -> Double.valueOf(row[manual ? 3 : 4])).toList());
    }
}
