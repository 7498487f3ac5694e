package org.glomera.ui.training;

import java.util.Arrays;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.runtime.jobs.Job;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.model.StudyNode.Run;

/** Says of a run, for menus and buttons, whether its training can be stopped or resumed; reads no file. */
public final class RunTester extends PropertyTester {

    private static final String TRAINING = "isTraining";
    private static final String RESUMABLE = "isResumable";

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof Run run && switch (property) {
            case TRAINING -> run.info().state() == RunState.TRAINING;
            case RESUMABLE -> isResumable(run);
            default -> false;
        };
    }

    /** A run that is said to be in training may have been left so by a program that was killed. */
    static boolean isResumable(Run run) {
        RunInfo info = run.info();
        boolean open = switch (info.state()) {
            case STOPPED, FAILED -> true;
            case FINISHED -> info.keptEarly();
            case TRAINING -> jobs(run).length == 0;
            case PREPARED -> false;
        };
        return open && !info.configuration().isEmpty();
    }

    /** The jobs of this window that work on the run's study. */
    static Job[] jobs(Run run) {
        Job[] all = Job.getJobManager().find(PipelineJob.class);
        return Arrays.stream(all).filter(job -> job.belongsTo(run.root())).toArray(Job[]::new);
    }
}
