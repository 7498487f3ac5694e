package org.glomera.ui.scene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
import org.glomera.study.Role;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Samples;

/** A study with small masks: boxes for kidneys, so that what must be seen can be told by hand. */
final class SceneSamples {

    /** Anisotropic on purpose. The field of view is 144 x 60 x 78 mm; the first voxel's centre is at its corner. */
    static final Grid CT = Grid.axial(48, 15, 24, new Vector3(3, 4, 3.25), new Vector3(-70.5, -28, 900));
    /** Coarser, and reaching further to every side. */
    static final Grid SPECT = Grid.axial(40, 20, 20, new Vector3(4, 4.5, 5), new Vector3(-78, -42, 890));
    /** Activity concentration in Bq/ml everywhere. */
    static final float ACTIVITY = 5000;
    /** Hounsfield units everywhere. */
    static final float HU = 30;

    private SceneSamples() {
    }

    /**
     * Kidneys as boxes of 8 x 7 x 12 voxels (24 x 28 x 39 mm): the right one from voxel (6, 4, 6), the left one from
     * (34, 4, 6); moved to the patient's left by a number of voxels.
     */
    static LabelMap kidneys(int movedX, Side... sides) {
        byte[] labels = new byte[CT.voxelCount()];
        for (Side side : sides) {
            int first = (side == Side.RIGHT ? 6 : 34) + movedX;
            for (int z = 6; z < 18; z++) {
                for (int y = 4; y < 11; y++) {
                    for (int x = 0; x < 8; x++) {
                        labels[CT.index(first + x, y, z)] = (byte) side.label();
                    }
                }
            }
        }
        return new LabelMap(CT, labels);
    }

    /** The middle of a kidney that was not moved, in patient millimetres. */
    static Vector3 middle(Side side) {
        return CT.patientMm((side == Side.RIGHT ? 6 : 34) + 3.5, 7, 11.5);
    }

    /** The middle of the front face of a kidney that was not moved, half a voxel before row 4. */
    static Vector3 front(Side side) {
        return CT.patientMm((side == Side.RIGHT ? 6 : 34) + 3.5, 3.5, 11.5);
    }

    /**
     * A study with the cases c1 and c2 (images and a delineation on the CT), c3 (no SPECT; its segmentation by network
     * "moved" is gone) and the networks "moved" (both kidneys, one voxel to the left), "half" (the right kidney alone)
     * and "none" (no voxel).
     */
    static StudyFolder study(Path folder) throws Exception {
        StudyFolder study = StudyFolder.create(folder, "Lutate");
        addCase(study, "c1", true);
        addCase(study, "c2", true);
        addCase(study, "c3", false);
        for (String run : List.of("moved", "half", "none")) {
            Samples.addTrainedRun(study, run, RunState.FINISHED, 40);
            for (String id : List.of("c1", "c2", "c3")) {
                NiftiFiles.write(study.segmentationFile(run, id), switch (run) {
                    case "moved" -> kidneys(1, Side.values());
                    case "half" -> kidneys(0, Side.RIGHT);
                    default -> kidneys(0);
                });
            }
        }
        Files.delete(study.segmentationFile("moved", "c3"));
        return study;
    }

    private static void addCase(StudyFolder study, String id, boolean withSpect) throws Exception {
        Files.createDirectories(study.caseFolder(id));
        NiftiFiles.write(study.caseFile(id, CaseFile.CT), filled(CT, Quantity.HOUNSFIELD, HU));
        NiftiFiles.write(study.caseFile(id, CaseFile.KIDNEYS_CT), kidneys(0, Side.values()));
        List<CaseFile> files = List.of(CaseFile.CT, CaseFile.KIDNEYS_CT);
        if (withSpect) {
            NiftiFiles.write(study.caseFile(id, CaseFile.SPECT), filled(SPECT, Quantity.ACTIVITY_CONCENTRATION,
                    ACTIVITY));
            files = List.of(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT);
        }
        study.writeCase(new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, Role.TEST, files, List.of(), Map.of(),
                List.of()));
    }

    private static Volume filled(Grid grid, Quantity quantity, float value) {
        float[] values = new float[grid.voxelCount()];
        Arrays.fill(values, value);
        return new Volume(grid, quantity, values);
    }
}
