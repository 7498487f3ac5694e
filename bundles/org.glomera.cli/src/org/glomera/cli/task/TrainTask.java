package org.glomera.cli.task;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.TrainResult;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Preset;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Training of a preset's networks. */
@Command(name = "train", header = "Train the networks of a preset on the prepared cases.",
        description = {"", "A run that was stopped goes on from its last finished epoch.", ""})
public final class TrainTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Mixin
    private Options.PresetOption preset;

    @Mixin
    private Options.NetworkOption networks;

    @Option(names = "--restart",
            description = "Throw away what an earlier run with other settings or images left, and begin anew.")
    private boolean restart;

    /** Makes the task. */
    public TrainTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        Preset loaded = preset.load();
        for (NetworkPreset network : networks.of(loaded)) {
            TrainResult result = context.run(context.services().train(),
                    new TrainRequest(study.folder(), network, loaded.name(), restart, loaded.preview()));
            context.terminal().result(String.format(Locale.ROOT,
                    "%s: %d epochs, Dice after the last epoch %.3f in training, %.3f on the test cases%s", result.run(),
                    result.epochs(), result.trainingDice(), result.testDice(),
                    result.alreadyThere() ? " (it was trained already)" : result.keptEarly()
                            ? " (stopped on purpose; " + result.epochsPlanned() + " epochs were planned)" : ""));
        }
        return 0;
    }
}
