package org.glomera.pipeline.evaluating;

import java.util.ArrayList;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.preset.Fold;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

/** The runs of a cross-validation, in the order of its folds. */
final class FoldRuns {

    private FoldRuns() {
    }

    /**
     * All runs of a network's cross-validation.
     *
     * @throws GlomeraException (input) when one is missing, not finished or of another cross-validation
     */
    static List<RunInfo> require(StudyFolder study, String network) throws GlomeraException {
        Fold first = first(study, network);
        List<RunInfo> runs = new ArrayList<>();
        for (int number = 1; number <= first.of(); number++) {
            String name = network + "_fold" + number;
            if (!study.runs().contains(name)) {
                throw incomplete(network, "fold " + number + " of " + first.of() + " was not trained");
            }
            RunInfo run = study.readRun(name);
            NetworkPreset settings = Presets.ofRun(run);
            if (!settings.fold().equals(new Fold(number, first.of(), first.seed()))) {
                throw incomplete(network, "the run " + name + " is not fold " + number + " of " + first.of()
                        + " drawn by the seed " + first.seed());
            }
            if (run.state() != RunState.FINISHED) {
                throw incomplete(network, "of the run " + name + " " + run.epochsDone() + " of " + run.epochsPlanned()
                        + " epochs are done");
            }
            runs.add(run);
        }
        return runs;
    }

    private static Fold first(StudyFolder study, String network) throws GlomeraException {
        for (String name : study.runs()) {
            if (name.startsWith(network + "_fold")) {
                NetworkPreset settings = Presets.ofRun(study.readRun(name));
                if (settings.name().equals(network) && !settings.fold().none()) {
                    return settings.fold();
                }
            }
        }
        throw new GlomeraException(Kind.INPUT, "The study has no cross-validation of " + network
                + ". Train its folds first: ./glomera train STUDY --network " + network + " --folds 5.");
    }

    private static GlomeraException incomplete(String network, String what) {
        return new GlomeraException(Kind.INPUT, "The cross-validation of " + network + " is not complete: " + what
                + ". Train all folds, with the same line as before.");
    }
}
