package org.glomera.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

/** An experiment as large as any that is expected: 12 runs, 1,000 epochs each, 500 cases, 20 further metrics. */
public final class BigExperiment {

    private static final int RUNS = 12;
    private static final int EPOCHS = 1000;
    private static final int CASES = 500;
    private static final int METRICS = 20;
    private static final long SEED = 7;

    private BigExperiment() {
    }

    /** Writes the study; the experiment is called {@code big}. */
    public static StudyFolder write(Path folder) throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder, "Big");
        Random random = new Random(SEED);
        List<String> runs = IntStream.rangeClosed(1, RUNS).mapToObj(i -> "run" + i).toList();
        List<String> cases = IntStream.rangeClosed(1, CASES).mapToObj(i -> "case" + i).toList();
        List<CaseResult> results = new ArrayList<>();
        for (String run : runs) {
            study.writeRun(RunInfo.planned(run, "Network " + run.substring(3) + ": standard, CT", "standard",
                    ImageGrid.CT, 42, EPOCHS, Samples.NOON).withState(RunState.FINISHED, "", Samples.NOON)
                    .withEpochs(EPOCHS, EPOCHS, "the last one", Samples.NOON));
            study.writeCurve(run, new Curve(IntStream.rangeClosed(1, EPOCHS)
                    .mapToObj(epoch -> new CurvePoint(epoch, 0.9 - 0.4 / epoch - 0.02 * random.nextDouble(),
                            0.8 - 0.4 / epoch - 0.05 * random.nextDouble())).toList()));
            for (String id : cases) {
                for (Kidneys kidneys : Kidneys.values()) {
                    results.add(result(run, id, kidneys, random));
                }
            }
        }
        study.writeCaseResults("big", results);
        study.writeExperiment(new ExperimentInfo("big", "Twelve networks over 500 cases", runs, cases, List.of(),
                Map.of(), Samples.NOON, List.of(), ExperimentInfo.BQ_PER_ML));
        return study;
    }

    private static CaseResult result(String run, String id, Kidneys kidneys, Random random) {
        double manual = 1e5 * (1 + 5 * random.nextDouble());
        double percent = 8 * random.nextGaussian();
        Map<String, Double> further = new LinkedHashMap<>();
        for (int i = 0; i < METRICS; i++) {
            further.put("metric" + i + "_mm_spect", 10 * random.nextDouble());
        }
        return new CaseResult(run, id, kidneys, manual, manual * (1 + percent / 100), percent,
                0.7 + 0.25 * random.nextDouble(), 150, 150 + percent, further);
    }
}
