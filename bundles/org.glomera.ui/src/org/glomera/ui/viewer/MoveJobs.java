package org.glomera.ui.viewer;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.ui.PlatformUI;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.RegisterRequest;
import org.glomera.pipeline.RegisterRequest.Movement;
import org.glomera.pipeline.RegisterRequest.Search;
import org.glomera.pipeline.RegisterResult;
import org.glomera.pipeline.RegisterResult.Outcome;
import org.glomera.pipeline.RegisterResult.State;
import org.glomera.pipeline.StageProgress;
import org.glomera.study.CaseRegistration;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.preferences.Settings;
import org.glomera.ui.studies.OpenStudies;

/**
 * What the viewer asks the pipeline for: to find where the SPECT belongs, and to write where it was put. All that comes
 * back is told on the UI thread, where this is used.
 */
final class MoveJobs {

    private final SpectMove move;
    private final Supplier<SliceInput> input;
    private final Runnable applied;
    private Consumer<StageProgress> progress = told -> {
    };
    private Consumer<String> problem = sentence -> {
    };
    private PipelineJob<RegisterResult> running;

    /**
     * Makes the jobs of a viewer.
     *
     * @param input the case that is shown
     * @param applied told when the SPECT was written where it was put
     */
    MoveJobs(SpectMove move, Supplier<SliceInput> input, Runnable applied) {
        this.move = move;
        this.input = input;
        this.applied = applied;
    }

    /**
     * Sets who shows what goes on.
     *
     * @param newProgress told on the job's thread
     * @param newProblem told in a sentence why something could not be done; empty when something begins or ends well
     */
    void show(Consumer<StageProgress> newProgress, Consumer<String> newProblem) {
        progress = newProgress;
        problem = newProblem;
    }

    /** Whether a method is at work. */
    boolean isRunning() {
        return running != null;
    }

    /** Ends the method that is at work. */
    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Has a method find where the SPECT belongs, from where it is now, and shows it there. Nothing is written. */
    PipelineJob<RegisterResult> register(String method) {
        SliceInput wanted = input.get();
        Movement start = move.movement();
        RegisterRequest request = new RegisterRequest(wanted.root(), List.of(wanted.caseId()), new Search(method,
                start.stays() ? Optional.empty() : Optional.of(start), true), true);
        problem.accept("");
        BooleanSupplier isShown = () -> wanted.isSameCase(input.get());
        PipelineJob<RegisterResult> job = PipelineJob.<RegisterResult>of("Registering " + wanted.caseId(),
                (listener, monitor) -> Settings.ofWorkbench().services().register().run(request, told -> {
                    listener.progress(told);
                    progress.accept(told);
                }, monitor)).saying(RegisterResult::summary).then(result -> {
                    if (isShown.getAsBoolean()) {
                        show(result.outcomes().get(0));
                    }
                }).orElse(failure -> problem.accept(failure.getMessage()));
        running = job;
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                ended(job);
            }
        });
        return job.start();
    }

    private void ended(PipelineJob<RegisterResult> job) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            if (running == job) {
                running = null;
                progress.accept(null);
            }
        });
    }

    private void show(Outcome outcome) {
        if (outcome.state() == State.FOUND) {
            CaseRegistration found = outcome.found().orElseThrow();
            move.show(found);
        } else {
            problem.accept(outcome.sentence());
        }
    }

    /** What writes where the SPECT was put. */
    RegisterRequest writing() {
        SliceInput wanted = input.get();
        return new RegisterRequest(wanted.root(), List.of(wanted.caseId()), move.action(), false);
    }

    /** Writes where the SPECT was put, in the background. */
    PipelineJob<RegisterResult> apply() {
        RegisterRequest request = writing();
        problem.accept("");
        return PipelineJob.of("Moving the SPECT of " + request.cases().get(0),
                Settings.ofWorkbench().services().register(), request)
                .writing(request.studyFolder())
                .saying(RegisterResult::summary)
                .then(this::written)
                .orElse(failure -> problem.accept(failure.getMessage()))
                .start();
    }

    /**
     * Does what {@link #writing} says; comes back when that is done. Any thread.
     *
     * @throws GlomeraException with a sentence for the user when it is not
     */
    static void applyNow(RegisterRequest request, IProgressMonitor monitor) throws GlomeraException {
        RegisterResult result = Settings.ofWorkbench().services().register().run(request, monitor);
        Outcome outcome = result.outcomes().get(0);
        if (outcome.state() == State.FAILED) {
            throw new GlomeraException(Kind.INPUT, outcome.sentence());
        }
    }

    private void written(RegisterResult result) {
        Outcome outcome = result.outcomes().get(0);
        if (outcome.state() == State.FAILED) {
            problem.accept(outcome.sentence());
        } else {
            applied.run();
            OpenStudies.ofWorkbench().refresh();
        }
    }
}
