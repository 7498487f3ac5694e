package org.glomera.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Anisotropic on purpose: a voxel has 1.5 x 2 x 3.25 mm = 9.75 cubic millimetres. */
    static final Grid GRID = Grid.axial(10, 8, 4, new Vector3(1.5, 2, 3.25), new Vector3(-100, -50, 900));

    private Samples() {
    }

    /** A case without images. */
    static CaseInfo info(String id, Role role) {
        return new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, role, List.of(), List.of(), Map.of(), List.of());
    }

    /** A study with training cases t1 and t2, test case e1 and no images. */
    static StudyFolder study(Path folder, String name) throws GlomeraException {
        StudyFolder study = StudyFolder.create(folder, name);
        study.writeCase(info("t1", Role.TRAINING));
        study.writeCase(info("t2", Role.TRAINING));
        study.writeCase(info("e1", Role.TEST));
        return study;
    }

    /** Adds a case with a CT and kidneys that fill it, 240 voxels right and 80 left. */
    static void addCaseWithImages(StudyFolder study, String id) throws Exception {
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
    static void addRun(StudyFolder study, String name) throws GlomeraException {
        study.writeRun(RunInfo.planned(name, "Network " + name, "hybrid", ImageGrid.SPECT, 42, 100, NOON)
                .withData(1, 1, List.of(new Excluded("t2", "The left kidney was not delineated.")), Map.of())
                .withState(RunState.STOPPED, "Stopped by the user.", NOON).withEpochs(3, 0, "", NOON));
        study.writeCurve(name, new Curve(List.of(new CurvePoint(1, 0.4, 0.3), new CurvePoint(2, 0.7, 0.75),
                new CurvePoint(3, 0.8, 0.725))));
    }

    /** Adds an experiment of one network over one case: Dice 0.9 right and 0.7 left. */
    static void addExperiment(StudyFolder study, String name) throws GlomeraException {
        study.writeCaseResults(name, List.of(result(Side.RIGHT, 100, 104, 0.9), result(Side.LEFT, 100, 98, 0.7)));
        study.writeExperiment(new ExperimentInfo(name, "One network", List.of("hybrid"), List.of("e1"), List.of(),
                Map.of(), NOON, List.of(), ExperimentInfo.BQ_PER_ML));
    }

    private static CaseResult result(Side side, double manual, double automatic, double dice) {
        return new CaseResult("hybrid", "e1", Kidneys.of(side), manual, automatic, 100 * (automatic - manual) / manual, dice, 150,
                160, Map.of());
    }
}
