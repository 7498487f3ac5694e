package org.glomera.comparison;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.statistics.BlandAltmanStatistic;
import org.glomera.evaluation.statistics.ConcordanceStatistic;
import org.glomera.evaluation.statistics.FriedmanStatistic;
import org.glomera.evaluation.statistics.HodgesLehmannStatistic;
import org.glomera.evaluation.statistics.HolmStatistic;
import org.glomera.evaluation.statistics.RankBiserialStatistic;
import org.glomera.evaluation.statistics.ShapiroWilkStatistic;
import org.glomera.evaluation.statistics.SummaryStatistic;
import org.glomera.evaluation.statistics.WilcoxonStatistic;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Studies to compare: the reference study's tables, and small ones made up case by case. */
public final class TestStudies {

    /** The experiment of every study here. */
    public static final String EXPERIMENT = "e";
    /** When everything was made. */
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Activity 1000 Bq/ml by hand and this difference by the network, in percent; NaN for a kidney not found. */
    @FunctionalInterface
    public interface Difference {
        /** The difference of a network in a case, counted from 0. */
        double of(String run, int caseIndex, Kidneys kidneys);
    }

    private TestStudies() {
    }

    /** The program's own statistics put together by hand, so that tests need no platform. */
    public static StatisticSuite statistics() {
        Map<String, Statistic> all = new LinkedHashMap<>();
        all.put("summary", new SummaryStatistic());
        all.put("wilcoxon", new WilcoxonStatistic());
        all.put("holm", new HolmStatistic());
        all.put("hodges_lehmann", new HodgesLehmannStatistic());
        all.put("rank_biserial", new RankBiserialStatistic());
        all.put("friedman", new FriedmanStatistic());
        all.put("bland_altman", new BlandAltmanStatistic());
        all.put("concordance", new ConcordanceStatistic());
        all.put("shapiro_wilk", new ShapiroWilkStatistic());
        return StatisticSuite.of(all);
    }

    /** The reference study: tables A to D and table 1 of its source, three networks over 15 cases. */
    public static Comparison reference(Path folder) throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder.resolve("reference"), "Reference");
        List<String> runs = new ArrayList<>();
        for (CSVRecord row : table("networks.csv")) {
            String run = "network" + row.get("network");
            runs.add(run);
            ObjectNode settings = JsonNodeFactory.instance.objectNode().put("name", run)
                    .put("modalities", row.get("modalities"));
            settings.putObject("training").put("epochs", Integer.parseInt(row.get("epochs")))
                    .put("loss", row.get("loss"));
            int epochs = Integer.parseInt(row.get("epochs"));
            study.writeRun(RunInfo.planned(run, "Network " + row.get("network") + ": " + row.get("modalities"),
                    row.get("architecture"), ImageGrid.CT, 0, epochs, NOW).withConfiguration("", settings)
                    .withEpochs(epochs, epochs, "The last one.", NOW).withState(RunState.FINISHED, "", NOW));
            study.writeCurve(run, new Curve(table("dice_by_epoch.csv").stream()
                    .filter(point -> point.get("network").equals(row.get("network")))
                    .map(point -> new CurvePoint(Integer.parseInt(point.get("epoch")),
                            Double.parseDouble(point.get("training_dice")),
                            Double.parseDouble(point.get("test_dice")))).toList()));
        }
        List<CaseResult> rows = new ArrayList<>();
        for (CSVRecord row : table("activity_concentration.csv")) {
            double manual = Double.parseDouble(row.get("manual"));
            double automatic = Double.parseDouble(row.get("automatic"));
            rows.add(new CaseResult("network" + row.get("network"), row.get("case"), Kidneys.ofWord(row.get("side")),
                    manual, automatic, 100 * (automatic - manual) / manual, Double.NaN, Double.NaN, Double.NaN,
                    Map.of()));
        }
        write(study, runs, IntStream.rangeClosed(1, 15).mapToObj(String::valueOf).toList(), rows, "");
        return read(study);
    }

    private static List<CSVRecord> table(String name) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
        try (Reader in = new InputStreamReader(TestStudies.class.getResourceAsStream("reference/" + name),
                StandardCharsets.UTF_8)) {
            return format.parse(in).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A study of finished runs with these results over cases {@code case0}, {@code case1}, … */
    public static StudyFolder study(Path folder, List<String> runs, int cases, Difference difference)
            throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder.resolve("study"), "Made up");
        List<CaseResult> rows = new ArrayList<>();
        for (String run : runs) {
            study.writeRun(finished(run, 3));
            study.writeCurve(run, new Curve(List.of(new CurvePoint(1, 0.5, 0.4), new CurvePoint(2, 0.7, 0.6),
                    new CurvePoint(3, 0.8, 0.5))));
            for (int i = 0; i < cases; i++) {
                for (Kidneys kidneys : List.of(Kidneys.RIGHT, Kidneys.LEFT)) {
                    rows.add(row(run, "case" + i, kidneys, difference.of(run, i, kidneys)));
                }
            }
        }
        write(study, runs, IntStream.range(0, cases).mapToObj(i -> "case" + i).toList(), rows,
                ExperimentInfo.BQ_PER_ML);
        return study;
    }

    /** One row: 1000 Bq/ml by hand, so much percent more by the network, Dice 0.9; nothing for NaN. */
    public static CaseResult row(String run, String id, Kidneys kidneys, double percent) {
        boolean found = !Double.isNaN(percent);
        return new CaseResult(run, id, kidneys, 1000, 1000 + 10 * percent, percent, found ? 0.9 : 0, 150,
                found ? 150 : 0, Map.of());
    }

    /** A run that finished so many epochs, of which the last one is reported. */
    public static RunInfo finished(String name, int epochs) {
        return RunInfo.planned(name, "Network " + name + ": made up", "standard", ImageGrid.CT, 1, epochs, NOW)
                .withEpochs(epochs, epochs, "The last one.", NOW).withState(RunState.FINISHED, "", NOW);
    }

    /** Writes an experiment. */
    public static void write(StudyFolder study, List<String> runs, List<String> cases, List<CaseResult> rows,
            String unit) throws GlomeraException {
        study.writeCaseResults(EXPERIMENT, rows);
        study.writeExperiment(new ExperimentInfo(EXPERIMENT, "Experiment", runs, cases, List.of(), Map.of(), NOW,
                List.of(), unit));
    }

    /** Reads the experiment with the program's statistics. */
    public static Comparison read(StudyFolder study) throws GlomeraException {
        return Comparison.read(study, EXPERIMENT, statistics(), null);
    }
}
