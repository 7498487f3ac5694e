package org.glomera.cli.task;

import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.ReportRequest;
import org.glomera.pipeline.ReportResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The report of an experiment. */
@Command(name = "report", header = "Write the report of an experiment that was compared, as one HTML file.",
        description = "")
public final class ReportTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Mixin
    private Options.ExperimentOption experiment;

    /** Makes the task. */
    public ReportTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        ReportResult result = context.run(context.services().report(),
                new ReportRequest(study.folder(), experiment.name()));
        context.terminal().result("Report: " + result.reportFile());
        return 0;
    }
}
