package org.glomera.cli.task;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.cli.terminal.Terminal;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.CrossValidateRequest;
import org.glomera.pipeline.CrossValidateResult;
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
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Training of a preset's networks. */
@Command(name = "train", header = "Train the networks of a preset on the prepared cases.",
        description = {"", "A run that was stopped goes on from its last finished epoch.",
                "With --folds the networks are cross-validated: the measurements of the held-out cases lie in the experiment"
                        + " NAME_cross-validation.", ""})
public final class TrainTask implements Callable<Integer> {

    private static final System.Logger LOG = System.getLogger(TrainTask.class.getName());

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Mixin
    private Options.PresetOption preset;

    @Mixin
    private Options.NetworkOption networks;

    @Mixin
    private SplitOptions split;

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
        List<NetworkPreset> chosen = networks.of(loaded);
        if (stop) {
            return stopTrainings(chosen);
        }
        for (NetworkPreset network : chosen) {
            train(split.of(network, study.folder()), loaded);
        }
        return 0;
    }

    /** Trains a network, or its folds until one is stopped on purpose; these are measured on what they did not see. */
    private void train(NetworkPreset network, Preset loaded) throws GlomeraException {
        tellEstimate(network);
        for (NetworkPreset run : split.runs(network)) {
            TrainResult result = context.run(context.services().train(),
                    new TrainRequest(study.folder(), run, loaded.name(), restart, loaded.preview()));
            tell(result);
            if (result.keptEarly() && network.folds() > 0) {
                context.terminal().message("The folds after it are not begun. The same line, given again, goes on.");
                return;
            }
        }
        if (network.folds() > 0 && allFinished(network)) {
            tell(context.run(context.services().crossValidate(), new CrossValidateRequest(study.folder(), network.name())),
                    context.terminal());
        }
    }

    private boolean allFinished(NetworkPreset network) throws GlomeraException {
        StudyFolder folder = StudyFolder.open(study.folder());
        for (NetworkPreset run : network.runs()) {
            if (!folder.runs().contains(run.runName())
                    || folder.readRun(run.runName()).state() != RunState.FINISHED) {
                return false;
            }
        }
        return true;
    }

    private void tell(TrainResult result) {
        result.notes().forEach(context.terminal()::message);
        String validation = Double.isNaN(result.validationDice()) ? ""
                : String.format(Locale.ROOT, " %.3f on the validation cases,", result.validationDice());
        context.terminal().result(String.format(Locale.ROOT,
                "%s: %d epochs, Dice of the reported epoch %.3f in training,%s %.3f on the test cases%s", result.run(),
                result.epochs(), result.trainingDice(), validation, result.testDice(),
                result.alreadyThere() ? " (it was trained already)" : result.keptEarly()
                        ? " (stopped on purpose; " + result.epochsPlanned() + " epochs were planned)"
                        : result.epochs() < result.epochsPlanned()
                                ? " (early stopping; " + result.epochsPlanned() + " epochs were planned)" : ""));
    }

    /** Tells what a cross-validation has measured. */
    static void tell(CrossValidateResult result, Terminal terminal) {
        terminal.result("");
        terminal.result("Cross-validation of " + result.network() + ", " + result.title() + ":");
        result.table().forEach(terminal::result);
        result.remarks().forEach(terminal::message);
        terminal.result("Measurements: " + result.folder());
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
            int done = 0;
            for (NetworkPreset run : network.runs()) {
                boolean there = folder.runs().contains(run.runName()) && !restart;
                done += there ? folder.readRun(run.runName()).epochsDone() : 0;
            }
            if (done >= network.runs().size() * network.training().epochs()) {
                return;
            }
            Optional<Speed> recorded = service.recorded(folder, network);
            Speed speed = recorded.isPresent() ? recorded.get() : service.unmeasured(network);
            String folds = network.folds() > 0 ? " for " + network.folds() + " folds" : "";
            context.terminal().message(network.name() + folds + ": " + forecast.time(speed, done).inWords() + ", estimated "
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
