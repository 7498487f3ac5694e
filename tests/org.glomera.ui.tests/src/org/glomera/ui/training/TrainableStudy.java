package org.glomera.ui.training;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.glomera.study.StudyFolder;

/** A study of SPECT/CT cases with images, small enough for a test. */
final class TrainableStudy {

    /** Anisotropic on purpose: 3 x 4 x 5.5 mm. */
    private static final Grid GRID = Grid.axial(16, 14, 12, new Vector3(3, 4, 5.5), new Vector3(-20, -30, 100));

    private TrainableStudy() {
    }

    /** Training cases t1 to t3, of which t3 has no SPECT, and test cases e1 and e2. */
    static StudyFolder write(Path folder) throws Exception {
        StudyFolder study = StudyFolder.create(folder, "Trainable");
        add(study, "t1", Role.TRAINING, true);
        add(study, "t2", Role.TRAINING, true);
        add(study, "t3", Role.TRAINING, false);
        add(study, "e1", Role.TEST, true);
        add(study, "e2", Role.TEST, true);
        return study;
    }

    private static void add(StudyFolder study, String id, Role role, boolean spect) throws Exception {
        Files.createDirectories(study.caseFolder(id));
        float[] values = new float[GRID.voxelCount()];
        byte[] kidneys = new byte[GRID.voxelCount()];
        for (int z = 4; z < 8; z++) {
            for (int y = 4; y < 9; y++) {
                for (int x = 2; x < 14; x++) {
                    if (x < 6 || x > 9) {
                        int at = (z * GRID.ny() + y) * GRID.nx() + x;
                        values[at] = 100 + id.hashCode() % 7;
                        kidneys[at] = (byte) (x < 6 ? Side.RIGHT : Side.LEFT).label();
                    }
                }
            }
        }
        NiftiFiles.write(study.caseFile(id, CaseFile.CT), new Volume(GRID, Quantity.HOUNSFIELD, values));
        NiftiFiles.write(study.caseFile(id, CaseFile.KIDNEYS_CT), new LabelMap(GRID, kidneys));
        if (spect) {
            NiftiFiles.write(study.caseFile(id, CaseFile.SPECT), new Volume(GRID, Quantity.ACTIVITY_CONCENTRATION,
                    values));
            NiftiFiles.write(study.caseFile(id, CaseFile.KIDNEYS_SPECT), new LabelMap(GRID, kidneys));
        }
        study.writeCase(new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, role, spect
                ? List.of(CaseFile.CT, CaseFile.SPECT, CaseFile.KIDNEYS_CT, CaseFile.KIDNEYS_SPECT)
                : List.of(CaseFile.CT, CaseFile.KIDNEYS_CT), List.of(), Map.of(), List.of()));
    }
}
