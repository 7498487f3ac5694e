package org.glomera.cli.task;

import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.CompareRequest;
import org.glomera.pipeline.CompareResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Statistics over cases and networks. */
@Command(name = "compare", header = "Compute the statistics of an experiment that was evaluated.",
        description = {"", "The experiment gets statistics.json.", ""})
public final class CompareTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Mixin
    private Options.ExperimentOption experiment;

    /** Makes the task. */
    public CompareTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        CompareResult result = context.run(context.services().compare(),
                new CompareRequest(study.folder(), experiment.name()));
        context.terminal().result(result.verdict());
        context.terminal().result("Statistics: " + result.statisticsFile());
        return 0;
    }
}
