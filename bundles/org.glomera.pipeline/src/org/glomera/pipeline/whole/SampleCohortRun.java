package org.glomera.pipeline.whole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.SampleCohortRequest;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.StudyResult;
import org.glomera.pipeline.cohort.PhantomService;
import org.glomera.pipeline.importing.ImportService;
import org.glomera.pipeline.preparing.PrepareService;
import org.glomera.pipeline.preset.Preset;
import org.glomera.study.StudyFolder;

/**
 * Makes the sample cohort: the test phantoms of a preset as DICOM, read as a hospital's, measured and compared with
 * networks that were trained elsewhere. Every stage leaves alone what it finds done.
 */
public final class SampleCohortRun {

    /** How long the stages take in relation to each other, as measured with the demo's 15 test cases. */
    private static final double PHANTOM_WEIGHT = 5.5;
    private static final double IMPORT_WEIGHT = 1.5;
    private static final double PREPARE_WEIGHT = 1;

    private final Components components;

    /** Makes one over given components. */
    public SampleCohortRun(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Runs the stages in a study that is locked by the caller. */
    public StudyResult run(SampleCohortRequest request, StudyFolder study, StageListener listener,
            IProgressMonitor monitor) throws GlomeraException {
        List<AdoptedRun> runs = new ArrayList<>();
        for (TrainedNetwork network : request.networks()) {
            runs.add(AdoptedRun.of(network));
        }
        Results results = new Results(components);
        StageSequence stages = new StageSequence(listener, monitor, 2 + runs.size() + Results.STEPS,
                PHANTOM_WEIGHT + IMPORT_WEIGHT + PREPARE_WEIGHT + Results.WEIGHT);
        Preset preset = request.preset().withCohort(request.preset().cohort().onlyTest());
        Path phantoms = study.root().resolve(StudyRun.PHANTOM_FOLDER);
        Path dicom = stages.run(Stage.PHANTOM, "", PHANTOM_WEIGHT,
                reporter -> new PhantomService(components.dicomToolkit())
                        .run(new PhantomRequest(preset, phantoms, Optional.empty()), reporter)).dicomFolder();
        stages.run(Stage.IMPORT, "", IMPORT_WEIGHT, reporter -> new ImportService(components)
                .run(new ImportRequest(dicom, study.root(), study.info().name(), RoleAssignment.fromCohortFile()),
                        study, reporter));
        for (AdoptedRun run : runs) {
            stages.run(Stage.PREPARE, run.settings().title(), PREPARE_WEIGHT / runs.size(), reporter -> {
                new PrepareService().run(run.settings(), run.card(), study, reporter);
                run.write(study);
                return run;
            });
        }
        return results.run(study, runs.stream().map(run -> run.settings().name()).toList(), stages);
    }
}
