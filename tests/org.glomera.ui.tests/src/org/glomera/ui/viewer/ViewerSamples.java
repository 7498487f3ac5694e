package org.glomera.ui.viewer;

import java.nio.file.Files;
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
import org.glomera.study.StudyFolder;

/** Cases with small images that the tests write. */
final class ViewerSamples {

    /** Anisotropic on purpose; 60 x 60 x 39 mm, so a voxel is several pixels on the screen. */
    static final Grid CT = Grid.axial(40, 30, 12, new Vector3(1.5, 2, 3.25), new Vector3(-30, -20, 900));
    /** Coarser, and reaching further to every side. */
    static final Grid SPECT = Grid.axial(20, 20, 14, new Vector3(4, 4.5, 5), new Vector3(-38, -36, 885));

    private ViewerSamples() {
    }

    /** 50 HU everywhere, 1000 HU in voxel (20, 15, 6). */
    static Volume ct() {
        float[] values = new float[CT.voxelCount()];
        Arrays.fill(values, 50);
        values[CT.index(20, 15, 6)] = 1000;
        return new Volume(CT, Quantity.HOUNSFIELD, values);
    }

    /** 2000 Bq/ml everywhere, 8000 Bq/ml in voxel (10, 10, 7). */
    static Volume spect() {
        float[] values = new float[SPECT.voxelCount()];
        Arrays.fill(values, 2000);
        values[SPECT.index(10, 10, 7)] = 8000;
        return new Volume(SPECT, Quantity.ACTIVITY_CONCENTRATION, values);
    }

    /** Boxes of 7 x 9 x 5 voxels: the right kidney from (6, 10, 4), the left from (27, 10, 4). */
    static LabelMap kidneys() {
        byte[] labels = new byte[CT.voxelCount()];
        for (int z = 4; z < 9; z++) {
            for (int y = 10; y < 19; y++) {
                for (int x = 0; x < 7; x++) {
                    labels[CT.index(6 + x, y, z)] = (byte) Side.RIGHT.label();
                    labels[CT.index(27 + x, y, z)] = (byte) Side.LEFT.label();
                }
            }
        }
        return new LabelMap(CT, labels);
    }

    /** Writes a case with the images that are named. */
    static void write(StudyFolder study, String id, CaseFile... files) throws Exception {
        Files.createDirectories(study.caseFolder(id));
        for (CaseFile file : files) {
            switch (file) {
                case CT -> NiftiFiles.write(study.caseFile(id, file), ct());
                case SPECT -> NiftiFiles.write(study.caseFile(id, file), spect());
                case KIDNEYS_CT -> NiftiFiles.write(study.caseFile(id, file), kidneys());
                case KIDNEYS_SPECT -> NiftiFiles.write(study.caseFile(id, file),
                        new LabelMap(SPECT, new byte[SPECT.voxelCount()]));
            }
        }
        study.writeCase(new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, Role.TEST, List.of(files), List.of(),
                Map.of(), List.of()));
    }
}
