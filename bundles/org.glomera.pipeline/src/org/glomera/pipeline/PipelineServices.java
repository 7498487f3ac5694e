package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.pipeline.cohort.PhantomService;
import org.glomera.pipeline.estimating.TrainingForecast;
import org.glomera.pipeline.evaluating.CompareService;
import org.glomera.pipeline.evaluating.CrossValidateService;
import org.glomera.pipeline.evaluating.EvaluateService;
import org.glomera.pipeline.exporting.DelineationExport;
import org.glomera.pipeline.importing.ImageListDraft;
import org.glomera.pipeline.importing.ImportScan;
import org.glomera.pipeline.importing.ImportService;
import org.glomera.pipeline.importing.InventoryScan;
import org.glomera.pipeline.importing.RoleService;
import org.glomera.pipeline.models.TrainedModels;
import org.glomera.pipeline.preparing.AugmentationPreview;
import org.glomera.pipeline.preparing.PrepareService;
import org.glomera.pipeline.registering.Placements;
import org.glomera.pipeline.registering.RegisterService;
import org.glomera.pipeline.reporting.ReportService;
import org.glomera.pipeline.segmenting.CaseSegmentService;
import org.glomera.pipeline.segmenting.SegmentService;
import org.glomera.pipeline.training.StopFile;
import org.glomera.pipeline.training.TrainService;
import org.glomera.pipeline.whole.SampleCohortRun;
import org.glomera.pipeline.whole.StudyRun;
import org.glomera.pipeline.whole.TrainingRun;
import org.glomera.pipeline.work.PluginComponents;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.pipeline.work.Versions;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyLock;

/**
 * The services of the pipeline. Each takes the lock of its study folder from its first to its last file and removes
 * what an interrupted write left there. Safe for use by several threads.
 */
public final class PipelineServices {

    private final Components components;

    /** The services over given components. */
    public PipelineServices(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** The services over the running program's plug-ins. */
    public static PipelineServices ofPlugins() {
        return new PipelineServices(new PluginComponents());
    }

    /**
     * The services over the running program's plug-ins with another engine than the one that comes with the program.
     *
     * @param engineId gives the id of a contribution to {@code org.glomera.network.engines}; asked for each use
     */
    public static PipelineServices ofPlugins(Supplier<String> engineId) {
        return new PipelineServices(new PluginComponents(engineId));
    }

    /**
     * Makes an empty study.
     *
     * @param folder a folder that is empty or not there yet
     * @throws GlomeraException when it holds something or cannot be written
     */
    public static StudyFolder newStudy(Path folder, String name) throws GlomeraException {
        return StudyFolder.create(folder, name, Versions.program(), Map.of());
    }

    /** Makes a cohort of phantoms. */
    public PipelineService<PhantomRequest, PhantomResult> phantom() {
        return (request, listener, monitor) -> new PhantomService(components.dicomToolkit()).run(request,
                new StageReporter(Stage.PHANTOM, "", listener, monitor));
    }

    /** Finds what {@link #importing} would do; takes no lock and writes nothing. */
    public PipelineService<ScanRequest, ImportPlan> importScan() {
        return (request, listener, monitor) -> new ImportScan(components).run(request,
                new StageReporter(Stage.SCAN, "", listener, monitor));
    }

    /** Finds what folders hold, whether an import takes it or not; takes no lock and writes nothing. */
    public PipelineService<InventoryRequest, Inventory> inventory() {
        return (request, listener, monitor) -> new InventoryScan(components).run(request,
                new StageReporter(Stage.SCAN, "", listener, monitor));
    }

    /** Drafts a list of image files for a user to fill in; writes nothing. */
    public PipelineService<InventoryRequest, String> imageListDraft() {
        return (request, listener, monitor) -> new ImageListDraft(components).run(request,
                new StageReporter(Stage.SCAN, "", listener, monitor));
    }

    /** Reads images into a study. */
    public PipelineService<ImportRequest, ImportReport> importing() {
        return (request, listener, monitor) -> locked(openOrCreate(request.studyFolder(), request.studyName(), Map.of()),
                study -> new ImportService(components).run(request, study,
                        new StageReporter(Stage.IMPORT, "", listener, monitor)));
    }

    /** Changes the roles of cases; gives the ids of those that changed. */
    public PipelineService<RolesRequest, List<String>> roles() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new RoleService().run(request, study));
    }

    /** Makes features and masks for one network. */
    public PipelineService<PrepareRequest, PrepareReport> prepare() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new PrepareService().run(request.network(), study,
                        new StageReporter(Stage.PREPARE, request.network().title(), listener, monitor)));
    }

    /** Draws what augmentation makes of a prepared image; the result is what was drawn for each, a line an epoch. */
    public PipelineService<AugmentRequest, List<String>> augment() {
        return (request, listener, monitor) -> new AugmentationPreview(components).write(
                StudyFolder.open(request.studyFolder()), request.network(), request.caseId(), request.file());
    }

    /** Trains one network. */
    public PipelineService<TrainRequest, TrainResult> train() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new TrainService(components).run(request, study,
                        new StageReporter(Stage.TRAIN, request.network().runTitle(), listener, monitor)));
    }

    /** Prepares and trains networks one after the other, and does what is to be done with their runs. */
    public PipelineService<TrainingRequest, TrainingReport> training() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new TrainingRun(components).run(request, study, listener, monitor));
    }

    /** Looks at trained networks and hands them on; takes no lock. */
    public TrainedModels trainedModels() {
        return new TrainedModels(components);
    }

    /**
     * Tells the training of a run that is going on, in this process or another one, to stop and to keep its last
     * finished epoch; returns at once.
     *
     * @param run the run, or a network of whose folds one is being trained; the folds after it are not begun then
     * @throws GlomeraException when the run is not there, or is not being trained
     */
    public static void stopAndKeep(Path studyFolder, String run) throws GlomeraException {
        StudyFolder study = StudyFolder.open(studyFolder);
        for (String name : study.runs()) {
            boolean meant = name.equals(run) || name.matches(Pattern.quote(run) + "_fold[0-9]+");
            if (meant && study.readRun(name).state() == RunState.TRAINING && study.isBeingWritten()) {
                new StopFile(study, name).write();
                return;
            }
        }
        throw new GlomeraException(Kind.INPUT, "The run " + run + " is not being trained now, so there is nothing to"
                + " stop.");
    }

    /** What a training will take. */
    public TrainingForecast forecast() {
        return new TrainingForecast(components);
    }

    /** Segments and measures the test cases. */
    public PipelineService<EvaluateRequest, EvaluateResult> evaluate() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new EvaluateService(components).run(request, study,
                        new StageReporter(Stage.EVALUATE, "", listener, monitor)));
    }

    /** Measures the held-out cases of a cross-validation. */
    public PipelineService<CrossValidateRequest, CrossValidateResult> crossValidate() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new CrossValidateService(components).run(request, study,
                        new StageReporter(Stage.CROSS_VALIDATE, request.network(), listener, monitor)));
    }

    /** Computes the statistics. */
    public PipelineService<CompareRequest, CompareResult> compare() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new CompareService(components.statistics()).run(request, study,
                        new StageReporter(Stage.COMPARE, "", listener, monitor)));
    }

    /** Writes the report. */
    public PipelineService<ReportRequest, ReportResult> report() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new ReportService(components.statistics()).run(request, study,
                        new StageReporter(Stage.REPORT, "", listener, monitor)));
    }

    /** Brings the SPECT of cases onto their CT, or back; a dry run takes no lock and writes nothing. */
    public PipelineService<RegisterRequest, RegisterResult> register() {
        return (request, listener, monitor) -> {
            RegisterService service = new RegisterService(components::registrationMethod);
            StageReporter reporter = new StageReporter(Stage.REGISTER, "", listener, monitor);
            StudyFolder found = StudyFolder.open(request.studyFolder());
            return request.dryRun() ? service.run(request, found, reporter)
                    : locked(found, study -> service.run(request, study, reporter));
        };
    }

    /** Segments one image. */
    public PipelineService<SegmentRequest, SegmentResult> segment() {
        return (request, listener, monitor) -> new SegmentService(components).run(request,
                new StageReporter(Stage.SEGMENT, "", listener, monitor));
    }

    /** Segments cases of a study with chosen networks. */
    public PipelineService<SegmentCasesRequest, SegmentCasesResult> segmentCases() {
        return (request, listener, monitor) -> locked(StudyFolder.open(request.studyFolder()),
                study -> new CaseSegmentService(components).run(request, study,
                        new StageReporter(Stage.SEGMENT, "", listener, monitor)));
    }

    /** Writes a delineation of the kidneys as DICOM. */
    public PipelineService<DelineationRequest, DelineationResult> delineationExport() {
        return (request, listener, monitor) -> new DelineationExport(components).run(request,
                new StageReporter(Stage.EXPORT, "", listener, monitor));
    }

    /** Does a whole study. */
    public PipelineService<StudyRequest, StudyResult> study() {
        return (request, listener, monitor) -> locked(
                openOrCreate(request.studyFolder(), request.preset().title(), notes(request)),
                study -> new StudyRun(components).run(request, study, listener, monitor));
    }

    /** Makes the sample cohort: test phantoms, measured with networks that were trained elsewhere. */
    public PipelineService<SampleCohortRequest, StudyResult> sampleCohort() {
        return (request, listener, monitor) -> locked(
                openOrCreate(request.studyFolder(), SampleCohortRequest.NAME, notes(request)),
                study -> new SampleCohortRun(components).run(request, study, listener, monitor));
    }

    private static Map<String, String> notes(SampleCohortRequest request) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("Preset", request.preset().name());
        notes.put("Seed", String.valueOf(request.preset().seed()));
        notes.put("Images", "drawn phantoms, the test cases alone");
        notes.put("Networks", "trained elsewhere: " + request.networks().stream().map(TrainedNetwork::id)
                .collect(Collectors.joining(", ")));
        return notes;
    }

    private static Map<String, String> notes(StudyRequest request) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("Preset", request.preset().name());
        notes.put("Seed", String.valueOf(request.preset().seed()));
        notes.put("Images", request.dicomFolder().isPresent() ? "a cohort that was given"
                : request.kidneyShapes().isPresent() ? "phantoms with kidneys from label maps" : "drawn phantoms");
        return notes;
    }

    /** Work on a study. */
    @FunctionalInterface
    private interface StudyWork<R> {
        R on(StudyFolder study) throws GlomeraException;
    }

    private static <R> R locked(StudyFolder study, StudyWork<R> work) throws GlomeraException {
        try (StudyLock lock = study.lock()) {
            Objects.requireNonNull(lock);
            study.removeLeftovers();
            Placements.settle(study);
            return work.on(study);
        }
    }

    private static StudyFolder openOrCreate(Path folder, String name, Map<String, String> notes)
            throws GlomeraException {
        return StudyFolder.isStudy(folder) ? StudyFolder.open(folder)
                : StudyFolder.create(folder, name, Versions.program(), notes);
    }
}
