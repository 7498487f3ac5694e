package org.glomera.pipeline.training;

import java.util.Objects;
import java.util.function.UnaryOperator;

import org.glomera.core.GlomeraException;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

/** Keeps {@code run.json} as far as the training is. One thread. */
final class RunFile {

    private final StudyFolder study;
    private RunInfo run;
    private GlomeraException failure;

    RunFile(StudyFolder study, RunInfo run) {
        this.study = Objects.requireNonNull(study);
        this.run = run.withState(RunState.TRAINING, "", TrainService.now());
    }

    /** Changes the run and writes it. */
    void change(UnaryOperator<RunInfo> change) throws GlomeraException {
        run = change.apply(run);
        study.writeRun(run);
    }

    /** Notes finished epochs; a failure to write waits for {@link #rethrow()}, since a listener cannot throw. */
    void epochs(int done) {
        try {
            change(before -> before.withEpochs(done, 0, "", TrainService.now()));
        } catch (GlomeraException e) {
            failure = failure == null ? e : failure;
        }
    }

    /** Notes that the training begins at epoch 1 again, and why, as {@link #epochs} does. */
    void begunAnew(String remark) {
        try {
            change(before -> before.withEpochs(0, 0, "", TrainService.now()).withState(RunState.TRAINING, remark,
                    TrainService.now()));
        } catch (GlomeraException e) {
            failure = failure == null ? e : failure;
        }
    }

    /** Throws what was caught while the training went on. */
    void rethrow() throws GlomeraException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Writes how the training ended; when even that fails, the first failure counts. */
    void end(RunState state, String remark) {
        try {
            change(before -> before.withState(state, remark, TrainService.now()));
        } catch (GlomeraException e) {
            System.getLogger(RunFile.class.getName()).log(System.Logger.Level.WARNING, e.getMessage(), e);
        }
    }
}
