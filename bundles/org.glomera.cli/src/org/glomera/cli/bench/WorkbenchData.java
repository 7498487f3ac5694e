package org.glomera.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Folders;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.PrepareRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.StageListener;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ImageGrid;
import org.glomera.study.Role;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

/**
 * The studies that the benchmark of the window opens: {@code cohort}, 77 cases and three trained runs without images;
 * {@code slices}, a case {@code BIG} with a large CT, a SPECT, manual kidneys on both and those of a network; {@code
 * training}, phantoms that are prepared for a network of the demo.
 */
public final class WorkbenchData {

    private static final int CASES = 77;
    private static final int TEST_CASES = 15;
    private static final int EPOCHS = 300;

    private final PipelineServices services;
    private final Path folder;

    /** Writes below a folder. */
    public WorkbenchData(PipelineServices services, Path folder) {
        this.services = services;
        this.folder = folder;
    }

    /** Writes all three. */
    public void write(IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        writeCohort();
        writeSlices(progress.split(40));
        writeTraining(progress.split(60));
    }

    private void writeCohort() throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder.resolve("cohort"), "Cohort of the benchmark");
        for (int i = 1; i <= CASES; i++) {
            study.writeCase(info(String.format("P%03d", i), i <= TEST_CASES ? Role.TEST : Role.TRAINING, List.of()));
        }
        List<CurvePoint> points = IntStream.rangeClosed(1, EPOCHS)
                .mapToObj(epoch -> new CurvePoint(epoch, 0.9 * epoch / (epoch + 9), 0.85 * epoch / (epoch + 9)))
                .toList();
        for (int network = 1; network <= 3; network++) {
            addRun(study, "network" + network);
            study.writeCurve("network" + network, new Curve(points));
        }
    }

    private static CaseInfo info(String id, Role role, List<CaseFile> files) {
        return new CaseInfo(id, id, Acquisition.SPECT_CT, role, files, List.of(), Map.of(), List.of());
    }

    private static void addRun(StudyFolder study, String name) throws GlomeraException {
        study.writeRun(RunInfo.planned(name, "Network " + name.substring(name.length() - 1), "standard", ImageGrid.CT,
                1, EPOCHS, Instant.EPOCH).withEpochs(EPOCHS, EPOCHS, "the last one", Instant.EPOCH)
                .withState(RunState.FINISHED, "", Instant.EPOCH));
    }

    private void writeSlices(IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 6);
        StudyFolder study = StudyFolder.create(folder.resolve("slices"), "Slices of the benchmark");
        SliceBench.Images images = SliceBench.images();
        makeFolder(study.caseFolder("BIG"));
        NiftiFiles.write(study.caseFile("BIG", CaseFile.CT), images.ct(), progress.split(2));
        NiftiFiles.write(study.caseFile("BIG", CaseFile.SPECT), images.spect(), progress.split(1));
        List<LabelMap> kidneys = images.kidneys();
        NiftiFiles.write(study.caseFile("BIG", CaseFile.KIDNEYS_CT), kidneys.get(0), progress.split(1));
        NiftiFiles.write(study.caseFile("BIG", CaseFile.KIDNEYS_SPECT), kidneys.get(2), progress.split(1));
        addRun(study, "network1");
        Path file = study.segmentationFile("network1", "BIG");
        makeFolder(file.getParent());
        NiftiFiles.write(file, kidneys.get(1), progress.split(1));
        study.writeCase(info("BIG", Role.TEST, List.of(CaseFile.values())));
    }

    private static void makeFolder(Path path) throws GlomeraException {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The folder " + path + " cannot be made: " + e.getMessage()
                    + ". Check the free space of the disk.", e);
        }
    }

    private void writeTraining(IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        Preset demo = Presets.load("demo");
        NetworkPreset network = demo.networks().get(0);
        Path study = folder.resolve("training");
        Path phantoms = folder.resolve("phantoms");
        services.phantom().run(new PhantomRequest(demo.withCohort(demo.cohort().onlyTest()), phantoms,
                Optional.empty()), StageListener.NONE, progress.split(1));
        services.importing().run(new ImportRequest(List.of(phantoms.resolve("dicom")), study, "Training",
                RoleAssignment.draw(3, 1)), StageListener.NONE, progress.split(1));
        Folders.delete(phantoms);
        services.prepare().run(new PrepareRequest(study, network), StageListener.NONE, progress.split(1));
    }
}
