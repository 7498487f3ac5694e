package org.glomera.study;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.glomera.core.Kidneys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Values with every field set. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private Samples() {
    }

    static CaseInfo caseInfo(String id, Role role) {
        return new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, role, List.of(CaseFile.CT, CaseFile.KIDNEYS_SPECT),
                List.of(new Source("ct", 80, HASH)), Map.of("right_bq_per_ml", 1.25e6), List.of("Left kidney low."));
    }

    static RunInfo run(String name) {
        return RunInfo.planned(name, "Network " + name, "hybrid", ImageGrid.SPECT, 42, 100, NOON)
                .withConfiguration("demo", JsonNodeFactory.instance.objectNode().put("learningRate", 0.02))
                .withData(55, 15, List.of(new Excluded("p7", "No left kidney.")), Map.of("cases/p1/ct.nii.gz", HASH))
                .withVersions(Map.of("java", "17.0.9"))
                .withState(RunState.TRAINING, "", NOON)
                .withEpochs(3, 3, "The last epoch is reported.", NOON);
    }

    static CaseResult result(String network, String caseId, Kidneys kidneys) {
        return new CaseResult(network, caseId, kidneys, 24.02, 27.56, 100 * (27.56 - 24.02) / 24.02, 0.91, 150.5,
                1 / 3.0, Map.of("hd95_mm", Double.NaN));
    }

    static ExperimentInfo experiment(String name) {
        return new ExperimentInfo(name, "Three networks", List.of("hybrid", "standard"), List.of("p1", "p2"),
                List.of(new Excluded("p9", "Truncated.")), Map.of("cases/p1/ct.nii.gz", HASH), NOON,
                List.of("Small cohort."), ExperimentInfo.BQ_PER_ML);
    }
}
