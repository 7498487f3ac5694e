package org.glomera.pipeline.whole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.CrossValidateRequest;
import org.glomera.pipeline.CrossValidateResult;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.StudyRequest;
import org.glomera.pipeline.StudyResult;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.cohort.PhantomService;
import org.glomera.pipeline.evaluating.CrossValidateService;
import org.glomera.pipeline.importing.ImportService;
import org.glomera.pipeline.preparing.PrepareService;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.training.TrainService;
import org.glomera.study.StudyFolder;

/**
 * Does a whole study: phantoms, import, prepare, train, evaluate, compare, report. Every stage leaves alone what it
 * finds done from the same inputs and settings, so a study that was stopped anywhere goes on when it is started again
 * and ends with the same numbers.
 */
public final class StudyRun {

    /** Where in the study the phantoms lie. */
    public static final String PHANTOM_FOLDER = "phantom";

    /** How long the stages take in relation to each other, as measured with the demo preset. */
    private static final double PHANTOM_WEIGHT = 4;
    private static final double IMPORT_WEIGHT = 1.5;
    private static final double PREPARE_WEIGHT = 1;
    private static final double TRAIN_WEIGHT = 88;
    private static final double CROSS_VALIDATE_SHARE = 0.05;

    private final Components components;

    /** Makes a study run over given components. */
    public StudyRun(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Runs the stages in a study that is locked by the caller. */
    public StudyResult run(StudyRequest request, StudyFolder study, StageListener listener, IProgressMonitor monitor)
            throws GlomeraException {
        List<NetworkPreset> networks = request.preset().networks();
        Results results = new Results(components);
        boolean phantoms = request.dicomFolder().isEmpty();
        double weight = (phantoms ? PHANTOM_WEIGHT : 0) + IMPORT_WEIGHT + PREPARE_WEIGHT + TRAIN_WEIGHT
                + Results.WEIGHT;
        int runs = networks.stream().mapToInt(network -> network.runs().size()).sum();
        int inFolds = (int) networks.stream().filter(network -> network.folds() > 0).count();
        int steps = (phantoms ? 1 : 0) + 1 + networks.size() + runs + inFolds + Results.STEPS;
        StageSequence stages = new StageSequence(listener, monitor, steps, weight);
        Path dicom = phantoms ? phantoms(request, study, stages) : request.dicomFolder().get();
        RoleAssignment roles = phantoms ? RoleAssignment.fromCohortFile() : request.roles();
        stages.run(Stage.IMPORT, "", IMPORT_WEIGHT, reporter -> new ImportService(components)
                .run(new ImportRequest(List.of(dicom), List.of(), study.root(), study.info().name(), roles,
                        request.rules()), study, reporter));
        for (NetworkPreset network : networks) {
            stages.run(Stage.PREPARE, network.title(), PREPARE_WEIGHT / networks.size(),
                    reporter -> new PrepareService().run(network, study, reporter));
        }
        List<CrossValidateResult> crossValidations = new ArrayList<>();
        for (NetworkPreset network : networks) {
            train(network, request, study, TRAIN_WEIGHT / networks.size(), stages).ifPresent(crossValidations::add);
        }
        return results.run(study, networks.stream().flatMap(network -> network.runs().stream())
                .map(NetworkPreset::runName).toList(), crossValidations, stages);
    }

    /** Trains a network, or each of its folds; these are measured on what they were not trained on. */
    private Optional<CrossValidateResult> train(NetworkPreset network, StudyRequest request, StudyFolder study,
            double weight, StageSequence stages) throws GlomeraException {
        double measuring = network.folds() > 0 ? CROSS_VALIDATE_SHARE * weight : 0;
        for (NetworkPreset run : network.runs()) {
            stages.run(Stage.TRAIN, run.runTitle(), (weight - measuring) / network.runs().size(),
                    reporter -> new TrainService(components).run(new TrainRequest(study.root(), run,
                            request.preset().name(), false, request.preset().preview()), study, reporter));
        }
        return network.folds() == 0 ? Optional.empty() : Optional.of(stages.run(Stage.CROSS_VALIDATE, network.title(),
                measuring, reporter -> new CrossValidateService(components).run(
                        new CrossValidateRequest(study.root(), network.name()), study, reporter)));
    }

    private Path phantoms(StudyRequest request, StudyFolder study, StageSequence stages) throws GlomeraException {
        return stages.run(Stage.PHANTOM, "", PHANTOM_WEIGHT, reporter -> new PhantomService(components.dicomToolkit())
                .run(new PhantomRequest(request.preset(), study.root().resolve(PHANTOM_FOLDER),
                        request.kidneyShapes()), reporter)).dicomFolder();
    }
}
