package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.statistics.inference.TTest;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of the reference study: 15 cases, three networks. Every statistic is compared with
 * {@code reference_recomputed.csv}, which the Python program beside it made with NumPy and SciPy; some figures stand
 * here as well. The p values here are scipy 1.10.1's
 * {@code stats.wilcoxon(numpy.round(second - first, 2), mode='exact')}; means and standard deviations are numpy's
 * {@code mean()} and {@code std(ddof=1)}.
 */
class ReferenceStudyTest {

    private static final double ROUNDING = 1e-12;
    /** Sums of 15 products, added in another order, some of them differences of nearly equal numbers. */
    private static final double RELATIVE = 1e-10;
    /** SciPy takes the noncentral t from Boost, to about ten digits. */
    private static final double NONCENTRAL = 1e-8;
    /** SciPy's normal scores for Shapiro and Wilk's coefficients have eight digits. */
    private static final double SHORT_SCORES = 1e-7;

    private static final Map<String, Statistic> STATISTICS = Map.of("summary", new SummaryStatistic(), "wilcoxon",
            new WilcoxonStatistic(), "rank_biserial", new RankBiserialStatistic(), "hodges_lehmann",
            new HodgesLehmannStatistic(), "bland_altman", new BlandAltmanStatistic(), "bland_altman_percent",
            new BlandAltmanPercentStatistic(), "concordance", new ConcordanceStatistic(), "shapiro_wilk",
            new ShapiroWilkStatistic(), "friedman", new FriedmanStatistic());

    private static List<String[]> rows;

    @BeforeAll
    static void readTable() throws IOException {
        rows = read("reference_activity_concentration.csv");
        assertEquals(3 * 15 * 2, rows.size());
    }

    private static List<String[]> read(String name) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(ReferenceStudyTest.class.getResourceAsStream(name),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"activity, wilcoxon, 30", "activity, rank_biserial, 6", "activity, hodges_lehmann, 24",
            "activity, bland_altman, 66", "activity, bland_altman_percent, 66", "activity, concordance, 42",
            "activity, shapiro_wilk, 12", "percent, summary, 66", "absolute, summary, 66", "absolute, wilcoxon, 30",
            "absolute, rank_biserial, 6", "absolute, hodges_lehmann, 24", "absolute, bland_altman, 66",
            "absolute, shapiro_wilk, 12", "absolute, friedman, 8"})
    void statistic_ofAllNetworksAgreesWithSciPy(String table, String id, int numbers) throws IOException {
        List<String[]> expected = read("reference_recomputed.csv").stream()
                .filter(row -> row[0].equals(table) && row[4].equals(id)).toList();
        assertEquals(numbers, expected.size());
        for (String side : List.of("right", "left")) {
            List<Row> computed = STATISTICS.get(id).compute(table(table, side)).rows();
            for (String[] number : expected) {
                if (number[1].equals(side)) {
                    Row row = computed.stream().filter(r -> r.of().equals(number[2]) && r.against().equals(number[3]))
                            .findFirst().orElseThrow();
                    double value = Double.parseDouble(number[6]);
                    assertEquals(value, row.value(number[5]), tolerance(id, number[5]) * Math.max(1, Math.abs(value)),
                            String.join(" ", number));
                }
            }
        }
    }

    private static double tolerance(String statistic, String value) {
        boolean noncentral = statistic.startsWith("bland_altman") && value.matches("(upper|lower)_limit_.*");
        return statistic.equals("shapiro_wilk") ? SHORT_SCORES : noncentral ? NONCENTRAL : RELATIVE;
    }

    private static PairedTable table(String name, String side) {
        if (name.equals("activity")) {
            return table(side, "manual", "manual", "1", "2", "3");
        }
        List<Column> columns = Stream.of("1", "2", "3").map(network -> {
            double[] percent = percent(side, network);
            boolean absolute = name.equals("absolute");
            return Column.of(network, Arrays.stream(percent).map(p -> absolute ? Math.abs(p) : p).toArray());
        }).toList();
        return new PairedTable(name + " difference", "%", cases(), columns, "");
    }

    private static double[] percent(String side, String network) {
        double[] manual = column(side, "manual").present();
        double[] automatic = column(side, network).present();
        return IntStream.range(0, 15).mapToDouble(i -> ActivityMeasurement.differencePercent(manual[i], automatic[i]))
                .toArray();
    }

    /**
     * The mean differences that the study prints for both kidneys are those of all kidneys but the last of its tables,
     * the left one of case 15; the means of all 30 are 3.98, -5.60 and -8.88 %.
     */
    @ParameterizedTest
    @CsvSource({"1, 3.76, 3.984869206776345", "2, -5.73, -5.597838352397729", "3, -9.28, -8.881155194714138"})
    void printedMeans_leaveOutTheLastKidney(String network, double printed, double ofAll) {
        double[] all = Stream.of("right", "left").flatMapToDouble(side -> Arrays.stream(percent(side, network)))
                .toArray();
        assertEquals(ofAll, Summary.of(all).mean(), RELATIVE);
        assertEquals(printed, Summary.of(Arrays.copyOf(all, 29)).mean(), 0.005);
    }

    /** The SDs printed for network 1 are those of the rounded percentages printed beside the activities. */
    @ParameterizedTest
    @CsvSource({"1, right, 7.25, 7.26", "1, left, 6.43, 6.42", "3, right, 10.8, 10.8", "3, left, 11.78, 11.78"})
    void printedDeviations_followFromPrintedPercentages(String network, String side, double printed, double computed) {
        double[] percentages = rows.stream().filter(row -> row[0].equals(network) && row[2].equals(side))
                .mapToDouble(row -> Double.parseDouble(row[5])).toArray();
        double half = printed > 10.5 && printed < 11 ? 0.05 : 0.005;
        assertEquals(printed, Summary.of(percentages).standardDeviation(), half);
        assertEquals(computed, Summary.of(percent(side, network)).standardDeviation(), half);
    }

    /**
     * What the study prints as Wilcoxon's p values are those of Student's paired t test on the activity concentration,
     * to the digits printed: 0.094 and 0.036 for network 1, below 0.05 and 0.716 for network 2. Wilcoxon's are 0.121,
     * 0.048, 0.003 and 0.679.
     */
    @ParameterizedTest
    @CsvSource({"1, right, 0.094", "1, left, 0.036", "2, left, 0.716"})
    void printedPValues_areThoseOfThePairedTTest(String network, String side, double printed) {
        double t = TTest.withDefaults().pairedTest(column(side, network).present(), column(side, "manual").present())
                .getPValue();
        assertEquals(printed, t, 0.0005);
        double wilcoxon = only(new WilcoxonStatistic().compute(table(side, "manual", "manual", network))).value("p");
        assertTrue(Math.abs(printed - wilcoxon) > 0.01, printed + " is near " + wilcoxon);
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
        double[] percent = percent(side, network);
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
