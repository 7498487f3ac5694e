package org.glomera.cli.task;

import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.PrepareReport;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.preset.NetworkPreset;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cases into features and masks of a network's input size. */
@Command(name = "prepare", header = "Make features and masks of the networks' input size from the cases.",
        description = {"", "Cases that cannot be used are excluded, counted and explained.", ""})
public final class PrepareTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Mixin
    private Options.PresetOption preset;

    @Mixin
    private Options.NetworkOption networks;

    /** Makes the task. */
    public PrepareTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        for (NetworkPreset network : networks.of(preset.load())) {
            PrepareReport report = context.run(context.services().prepare(),
                    new PrepareRequest(study.folder(), network));
            context.terminal().result(report.network() + ": " + report.training().size() + " training and "
                    + report.test().size() + " test cases, " + report.excluded().size() + " excluded");
            report.excluded().forEach(excluded -> context.terminal().result("    " + excluded.caseId() + " ("
                    + excluded.role() + "): " + excluded.reason()));
        }
        return 0;
    }
}
