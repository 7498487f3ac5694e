package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.cli.terminal.Terminal;
import org.glomera.core.GlomeraException;
import org.glomera.core.progress.TimeLeft;
import org.glomera.pipeline.EvaluateResult.NetworkSummary;
import org.glomera.pipeline.StudyRequest;
import org.glomera.pipeline.StudyResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole study, from images to report. */
@Command(name = "study", header = "The whole study: images, features, training, measuring, statistics, report.",
        description = {"", "Stopped at any time, the same line goes on from the last finished epoch or case.", ""})
public final class StudyTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Mixin
    private Options.PresetOption preset;

    @Mixin
    private Options.RoleOptions roles;

    @Mixin
    private ImportRulesOptions rules;

    @Option(names = "--images", paramLabel = "FOLDER",
            description = "Images of your own cohort: a folder with DICOM or with a list images.csv. Default: the preset's"
                    + " phantoms.")
    private Path images;

    @Option(names = "--kidneys", paramLabel = "FOLDER",
            description = "Label maps (NIfTI) from which the phantoms' kidneys take their shapes.")
    private Path kidneys;

    /** Makes the task. */
    public StudyTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        StudyRequest request = new StudyRequest(study.folder(), preset.load(), Optional.ofNullable(images),
                Optional.ofNullable(kidneys), roles.roles(), rules.rules());
        StudyResult result = context.run(context.services().study(), request);
        tell(result, context.terminal());
        return 0;
    }

    /** Tells what came of a study: its networks, the verdict, the times, the report. */
    static void tell(StudyResult result, Terminal terminal) {
        terminal.result("");
        for (NetworkSummary network : result.networks()) {
            terminal.result(EvaluateTask.line(network));
        }
        result.crossValidations().forEach(one -> TrainTask.tell(one, terminal));
        terminal.result("");
        terminal.result(result.verdict());
        for (StudyResult.StageTime time : result.times()) {
            terminal.message("  " + time.heading() + ": " + TimeLeft.inWords(time.time()));
        }
        terminal.result("");
        terminal.result("Report: " + result.reportFile());
    }
}
