package org.glomera.pipeline.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Folders;
import org.glomera.pipeline.CompareRequest;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.CrossValidateRequest;
import org.glomera.pipeline.CrossValidateResult;
import org.glomera.pipeline.EvaluateRequest;
import org.glomera.pipeline.EvaluateResult;
import org.glomera.pipeline.ReportRequest;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.TrainResult;
import org.glomera.pipeline.TrainingReport;
import org.glomera.pipeline.TrainingRequest;
import org.glomera.pipeline.TrainingRequest.Afterwards;
import org.glomera.pipeline.TrainingRequest.Task;
import org.glomera.pipeline.estimating.TrainingForecast;
import org.glomera.pipeline.evaluating.CompareService;
import org.glomera.pipeline.evaluating.CrossValidateService;
import org.glomera.pipeline.evaluating.EvaluateService;
import org.glomera.pipeline.preparing.PrepareService;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.reporting.ReportService;
import org.glomera.pipeline.training.TrainService;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

/** Prepares and trains networks one after the other, then measures and compares them. One thread. */
public final class TrainingRun {

    private static final double PREPARE_SECONDS = 3;
    private static final double EVALUATE_SHARE = 0.05;
    private static final double COMPARE_SECONDS = 0.5;
    private static final double REPORT_SECONDS = 3;

    private final Components components;
    private final List<GlomeraException> failures = new ArrayList<>();
    private final List<CrossValidateResult> crossValidations = new ArrayList<>();

    /** Makes one for a call. */
    public TrainingRun(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Runs in a study that is locked by the caller. A network that cannot be calculated does not keep the others. */
    public TrainingReport run(TrainingRequest request, StudyFolder study, StageListener listener,
            IProgressMonitor monitor) throws GlomeraException {
        double[] seconds = new double[request.tasks().size()];
        double total = 0;
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = seconds(study, request.tasks().get(i).network());
            total += seconds[i];
        }
        double evaluate = EVALUATE_SHARE * total;
        Optional<Afterwards> then = request.afterwards();
        List<NetworkPreset> networks = request.tasks().stream().map(Task::network).toList();
        int runs = networks.stream().mapToInt(network -> network.runs().size()).sum();
        int inFolds = (int) networks.stream().filter(network -> network.folds() > 0 || !network.fold().none()).count();
        int steps = seconds.length + runs + inFolds + then.map(a -> 1 + (a.compare() ? 1 : 0) + (a.report() ? 1 : 0)).orElse(0);
        double weight = total + seconds.length * PREPARE_SECONDS + (then.isPresent() ? evaluate : 0)
                + (then.isPresent() && then.get().compare() ? COMPARE_SECONDS : 0)
                + (then.isPresent() && then.get().report() ? REPORT_SECONDS : 0);
        StageSequence stages = new StageSequence(listener, monitor, steps, weight);
        List<TrainResult> trained = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            trained.addAll(train(request.tasks().get(i), study, stages, seconds[i]));
        }
        throwFailures(trained);
        if (then.isEmpty()) {
            return new TrainingReport(trained, Optional.empty(), "", crossValidations);
        }
        return afterwards(runsToMeasure(then.get(), networks, trained), then.get(), trained, study, stages, evaluate);
    }

    private double seconds(StudyFolder study, NetworkPreset network) throws GlomeraException {
        TrainingForecast forecast = new TrainingForecast(components);
        return 1 + forecast.of(study, network).time(forecast.unmeasured(network), 0).likely().toMillis() / 1000.0;
    }

    /** Folds that were not begun, since one before them was stopped on purpose, are not measured. */
    private static List<String> runsToMeasure(Afterwards then, List<NetworkPreset> networks, List<TrainResult> trained) {
        List<String> there = trained.stream().map(TrainResult::run).toList();
        List<String> planned = networks.stream().flatMap(network -> network.runs().stream())
                .map(NetworkPreset::runName).toList();
        return then.runs().stream().filter(run -> !planned.contains(run) || there.contains(run)).toList();
    }

    /** Trains a network, or its folds until one is stopped on purpose; these are measured on what they did not see. */
    private List<TrainResult> train(Task task, StudyFolder study, StageSequence stages, double seconds)
            throws GlomeraException {
        NetworkPreset network = task.network();
        stages.run(Stage.PREPARE, network.title(), PREPARE_SECONDS,
                reporter -> new PrepareService().run(network, study, reporter));
        List<TrainResult> trained = new ArrayList<>();
        int runs = network.runs().size();
        boolean inFolds = network.folds() > 0 || !network.fold().none();
        double measuring = inFolds ? EVALUATE_SHARE * seconds : 0;
        for (NetworkPreset run : network.runs()) {
            Optional<TrainResult> result = train(run, task, study, stages, (seconds - measuring) / runs);
            result.ifPresent(trained::add);
            if (result.isEmpty() || result.get().keptEarly() && inFolds) {
                return trained;
            }
        }
        if (inFolds && (network.folds() > 0 || allFinished(study, network))) {
            crossValidations.add(stages.run(Stage.CROSS_VALIDATE, network.title(), measuring,
                    reporter -> new CrossValidateService(components).run(new CrossValidateRequest(study.root(),
                            network.name()), study, reporter)));
        }
        return trained;
    }

    /** Whether the other folds of a fold are trained too. */
    private static boolean allFinished(StudyFolder study, NetworkPreset fold) throws GlomeraException {
        List<String> there = study.runs();
        for (NetworkPreset run : fold.withFolds(fold.fold().of()).runs()) {
            if (!there.contains(run.runName()) || study.readRun(run.runName()).state() != RunState.FINISHED) {
                return false;
            }
        }
        return true;
    }

    private Optional<TrainResult> train(NetworkPreset network, Task task, StudyFolder study, StageSequence stages,
            double seconds) throws GlomeraException {
        try {
            return Optional.of(stages.run(Stage.TRAIN, network.runTitle(), seconds, reporter -> {
                if (task.anew()) {
                    Folders.delete(study.runFolder(network.runName()));
                }
                return new TrainService(components).run(new TrainRequest(study.root(), network, task.presetName(),
                        false), study, reporter);
            }));
        } catch (GlomeraException e) {
            if (e.kind() != Kind.COMPUTATION) {
                throw e;
            }
            failures.add(new GlomeraException(Kind.COMPUTATION, network.runTitle() + ": " + e.getMessage(), e));
            return Optional.empty();
        }
    }

    private void throwFailures(List<TrainResult> trained) throws GlomeraException {
        if (!failures.isEmpty()) {
            GlomeraException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            String others = trained.isEmpty() ? "" : " Trained were: "
                    + String.join(", ", trained.stream().map(TrainResult::run).toList()) + ".";
            throw new GlomeraException(Kind.COMPUTATION, first.getMessage() + others, first);
        }
    }

    private TrainingReport afterwards(List<String> runs, Afterwards then, List<TrainResult> trained, StudyFolder study,
            StageSequence stages, double seconds) throws GlomeraException {
        EvaluateResult evaluated = stages.run(Stage.EVALUATE, "", seconds, reporter -> new EvaluateService(components)
                .run(new EvaluateRequest(study.root(), runs, then.experiment()), study, reporter));
        String verdict = !then.compare() ? "" : stages.run(Stage.COMPARE, "", COMPARE_SECONDS,
                reporter -> new CompareService(components.statistics()).run(new CompareRequest(study.root(),
                        then.experiment()), study, reporter)).verdict();
        if (then.report()) {
            stages.run(Stage.REPORT, "", REPORT_SECONDS, reporter -> new ReportService(components.statistics())
                    .run(new ReportRequest(study.root(), then.experiment()), study, reporter));
        }
        return new TrainingReport(trained, Optional.of(evaluated), verdict, crossValidations);
    }
}
