package org.glomera.cli.task;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.CrossValidateRequest;
import org.glomera.pipeline.EvaluateRequest;
import org.glomera.pipeline.EvaluateResult;
import org.glomera.pipeline.EvaluateResult.NetworkSummary;
import org.glomera.study.StudyFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Test cases segmented and measured. */
@Command(name = "evaluate", header = "Segment the test cases with trained runs and measure both kidneys.",
        description = {"", "The experiment gets cases.csv.", ""})
public final class EvaluateTask implements Callable<Integer> {

    private final TaskContext context;

    @Mixin
    private Options.StudyFolderArgument study;

    @Mixin
    private Options.ExperimentOption experiment;

    @Option(names = "--run", paramLabel = "NAME", split = ",",
            description = "Runs to measure, in the order of the tables. Default: all runs of the study.")
    private List<String> runs = List.of();

    @Option(names = "--cross-validation", paramLabel = "NAME", split = ",",
            description = "Measure in place of the test cases what the folds of these networks were not trained on; each"
                    + " network gets the experiment NAME_cross-validation.")
    private List<String> crossValidated = List.of();

    /** Makes the task. */
    public EvaluateTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        if (!crossValidated.isEmpty()) {
            for (String network : crossValidated) {
                TrainTask.tell(context.run(context.services().crossValidate(), new CrossValidateRequest(study.folder(),
                        network)), context.terminal());
            }
            return 0;
        }
        List<String> chosen = runs.isEmpty() ? StudyFolder.open(study.folder()).runs() : runs;
        if (chosen.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The study " + study.folder()
                    + " has no runs to measure. Train a network first: ./glomera train.");
        }
        EvaluateResult result = context.run(context.services().evaluate(),
                new EvaluateRequest(study.folder(), chosen, experiment.name()));
        result.networks().forEach(network -> context.terminal().result(line(network)));
        context.terminal().result("Measurements: " + result.casesFile());
        return 0;
    }

    static String line(NetworkSummary network) {
        String missed = network.kidneysNotFound() == 0 ? "" : ", " + network.kidneysNotFound() + " kidneys not found";
        return String.format(Locale.ROOT, "%s: mean Dice %.3f on %d test cases%s", network.title(), network.meanDice(),
                network.testCases(), missed);
    }
}
