package org.glomera.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.Excluded;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.Role;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

/** Small studies that the tests write. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Anisotropic on purpose: a voxel has 1.5 x 2 x 3.25 mm = 9.75 cubic millimetres. */
    public static final Grid GRID = Grid.axial(10, 8, 4, new Vector3(1.5, 2, 3.25), new Vector3(-100, -50, 900));

    private Samples() {
    }

    /** A case without images. */
    public static CaseInfo info(String id, Role role) {
        return new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, role, List.of(), List.of(), Map.of(), List.of());
    }

    /** A study with training cases t1 and t2, test case e1 and no images. */
    public static StudyFolder study(Path folder, String name) throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder, name);
        study.writeCase(info("t1", Role.TRAINING));
        study.writeCase(info("t2", Role.TRAINING));
        study.writeCase(info("e1", Role.TEST));
        return study;
    }

    /** Adds a case with a CT and kidneys that fill it, 240 voxels right and 80 left. */
    public static void addCaseWithImages(StudyFolder study, String id) throws Exception {
        Files.createDirectories(study.caseFolder(id));
        NiftiFiles.write(study.caseFile(id, CaseFile.CT), new Volume(GRID, Quantity.HOUNSFIELD,
                new float[GRID.voxelCount()]));
        byte[] kidneys = new byte[GRID.voxelCount()];
        for (int i = 0; i < kidneys.length; i++) {
            kidneys[i] = (byte) (i < 240 ? Side.RIGHT.label() : Side.LEFT.label());
        }
        NiftiFiles.write(study.caseFile(id, CaseFile.KIDNEYS_CT), new LabelMap(GRID, kidneys));
        study.writeCase(new CaseInfo(id, "P-" + id, Acquisition.DIAGNOSTIC_CT, Role.TRAINING,
                List.of(CaseFile.CT, CaseFile.KIDNEYS_CT), List.of(), Map.of(), List.of()));
    }

    /** Adds a run that was stopped after 3 of 100 epochs and left out case t2. */
    public static void addRun(StudyFolder study, String name) throws GlomeraException {
        study.writeRun(RunInfo.planned(name, "Network " + name, "hybrid", ImageGrid.SPECT, 42, 100, NOON)
                .withData(1, 1, List.of(new Excluded("t2", "The left kidney was not delineated.")), Map.of())
                .withState(RunState.STOPPED, "Stopped by the user.", NOON).withEpochs(3, 0, "", NOON));
        study.writeCurve(name, new Curve(List.of(new CurvePoint(1, 0.4, 0.3), new CurvePoint(2, 0.7, 0.75),
                new CurvePoint(3, 0.8, 0.725))));
    }

    /** Adds an experiment of one network over one case: Dice 0.9 right and 0.7 left. */
    public static void addExperiment(StudyFolder study, String name) throws GlomeraException {
        study.writeCaseResults(name, List.of(result(Side.RIGHT, 100, 104, 0.9), result(Side.LEFT, 100, 98, 0.7)));
        study.writeExperiment(new ExperimentInfo(name, "One network", List.of("hybrid"), List.of("e1"), List.of(),
                Map.of(), NOON, List.of(), ExperimentInfo.BQ_PER_ML));
    }

    /**
     * A study of three networks over the test cases e1 to e4, all in the open: a network's difference in percent is
     * {@code 5 * (network - 2) + case} for the right kidney and half of it for the left. The third network is still
     * being trained; the other two have finished 40 epochs.
     */
    public static StudyFolder comparison(Path folder) throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder, "Lutate");
        List<String> networks = List.of("hybrid", "low", "high");
        List<String> cases = List.of("e1", "e2", "e3", "e4");
        for (String id : cases) {
            study.writeCase(info(id, Role.TEST));
        }
        List<CaseResult> results = new ArrayList<>();
        for (int n = 0; n < networks.size(); n++) {
            addTrainedRun(study, networks.get(n), n < 2 ? RunState.FINISHED : RunState.TRAINING, n < 2 ? 40 : 10);
            for (int c = 0; c < cases.size(); c++) {
                for (Side side : Side.values()) {
                    double percent = (5 * (n - 1) + c + 1) / (side == Side.RIGHT ? 1.0 : 2.0);
                    results.add(new CaseResult(networks.get(n), cases.get(c), Kidneys.of(side), 1000,
                            1000 * (1 + percent / 100), percent, 0.9 - 0.01 * c - 0.02 * n, 150, 151, Map.of()));
                }
            }
        }
        study.writeCaseResults("first", results);
        study.writeExperiment(new ExperimentInfo("first", "Three networks", networks, cases, List.of(), Map.of(), NOON,
                List.of(), ExperimentInfo.BQ_PER_ML));
        return study;
    }

    /** Adds a run with a curve of so many epochs out of 40. */
    public static void addTrainedRun(StudyFolder study, String name, RunState state, int epochs)
            throws GlomeraException {
        RunInfo info = RunInfo.planned(name, "Network " + name, "hybrid", ImageGrid.SPECT, 42, 40, NOON)
                .withData(2, 4, List.of(), Map.of()).withState(state, "", NOON);
        study.writeRun(state == RunState.FINISHED ? info.withEpochs(epochs, epochs, "the last one", NOON)
                : info.withEpochs(epochs, 0, "", NOON));
        writeCurve(study, name, epochs);
    }

    /** Writes a curve of so many epochs that rises to 0.8. */
    public static void writeCurve(StudyFolder study, String name, int epochs) throws GlomeraException {
        study.writeCurve(name, new Curve(IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> new CurvePoint(epoch, 0.9 * epoch / 40, 0.8 * epoch / 40)).toList()));
    }

    private static CaseResult result(Side side, double manual, double automatic, double dice) {
        return new CaseResult("hybrid", "e1", Kidneys.of(side), manual, automatic, 100 * (automatic - manual) / manual, dice, 150,
                160, Map.of());
    }
}
