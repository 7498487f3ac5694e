package org.glomera.cli.task;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.TrainResult;
import org.glomera.pipeline.estimating.Machine;
import org.glomera.pipeline.estimating.NetworkForecast;
import org.glomera.pipeline.estimating.Sizes;
import org.glomera.pipeline.estimating.Speed;
import org.glomera.pipeline.estimating.TrainingForecast;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Preset;
import org.glomera.study.StudyFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Training of a preset's networks. */
@Command(name = "train", header = "Train the networks of a preset on the prepared cases.",
        description = {"", "A run that was stopped goes on from its last finished epoch.", ""})
public final class TrainTask implements Callable<Integer> {

    private static final System.Logger LOG = System.getLogger(TrainTask.class.getName());

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

    @Option(names = "--stop",
            description = "Train nothing; tell the trainings of these networks that go on in another shell or in the"
                    + " workbench to stop, and to keep their last finished epoch as the result.")
    private boolean stop;

    @Override
    public Integer call() throws GlomeraException {
        Preset loaded = preset.load();
        if (stop) {
            return stopTrainings(networks.of(loaded));
        }
        for (NetworkPreset network : networks.of(loaded)) {
            tellEstimate(network);
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

    private int stopTrainings(List<NetworkPreset> chosen) throws GlomeraException {
        GlomeraException none = null;
        int stopped = 0;
        for (NetworkPreset network : chosen) {
            try {
                PipelineServices.stopAndKeep(study.folder(), network.name());
                context.terminal().result(network.name() + ": told to stop; it keeps its last finished epoch.");
                stopped++;
            } catch (GlomeraException e) {
                none = none == null ? e : none;
            }
        }
        if (stopped == 0 && none != null) {
            throw none;
        }
        return 0;
    }

    /** Says what the training will take; the training itself says what is wrong with study or network. */
    private void tellEstimate(NetworkPreset network) {
        try {
            StudyFolder folder = StudyFolder.open(study.folder());
            TrainingForecast service = context.services().forecast();
            NetworkForecast forecast = service.of(folder, network);
            int done = folder.runs().contains(network.name()) && !restart
                    ? folder.readRun(network.name()).epochsDone() : 0;
            if (done >= network.training().epochs()) {
                return;
            }
            Optional<Speed> recorded = service.recorded(folder, network);
            Speed speed = recorded.isPresent() ? recorded.get() : service.unmeasured(network);
            context.terminal().message(network.name() + ": " + forecast.time(speed, done).inWords() + ", estimated "
                    + speed.source() + "; memory about " + Sizes.inWords(forecast.memoryBytes()) + " besides the program.");
            Machine machine = Machine.now();
            if (forecast.memoryBytes() > machine.freeMemoryBytes()) {
                context.terminal().message("Warning: only " + Sizes.inWords(machine.freeMemoryBytes())
                        + " of memory are free, so the training may end with an error, or slow the machine down. Close"
                        + " other programs, or train with a smaller input size or fewer filters.");
            }
        } catch (GlomeraException e) {
            LOG.log(Level.DEBUG, "There is no estimate.", e);
        }
    }
}
