package org.glomera.dicom.pixelmed;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.CtDescription;
import org.glomera.dicom.DicomWriter;
import org.glomera.dicom.NmDescription;
import org.glomera.dicom.StructureSetDescription;
import org.glomera.dicom.StudyIdentity;
import org.glomera.dicom.WrittenImage;

/** A small study as files: CT, SPECT and delineations on each. */
final class Samples {

    /** Turned by an angle with cosine 0.8 and sine 0.6 about z; 9 x 8 x 6 voxels of 1.5 x 2.25 x 3.125 mm. */
    static final Grid CT_GRID = new Grid(9, 8, 6, new Affine3(new Vector3(1.2, 0.9, 0), new Vector3(-1.35, 1.8, 0),
            new Vector3(0, 0, 3.125), new Vector3(5.125, -7, 1011.0625)));
    static final Grid SPECT_GRID = Grid.axial(7, 6, 5, new Vector3(4.8, 4.7, 4.6), new Vector3(-20.5, 31.25, -400.75));
    static final StudyIdentity STUDY = StudyIdentity.derived("sample", "SECRET-ID", "Sécret^Näme",
            LocalDateTime.of(2024, 2, 29, 13, 5, 7), "Prüfung");

    final WrittenImage ct;
    final WrittenImage nm;
    final Path onCt;
    final Path onNm;
    final Path segOnCt;
    final Path segOnNm;

    /** Writes the study. */
    Samples(Path folder) throws GlomeraException {
        DicomWriter writer = new DicomWriter(new PixelmedToolkit());
        ct = writer.writeCt(folder.resolve("ct"), ct(), STUDY, new CtDescription(1, "CT", 120, 40, "B30", "Iohexol"),
                null);
        nm = writer.writeNm(folder.resolve("nm.dcm"), spect(), STUDY, new NmDescription(2, "SPECT", 2.5, 7400), null);
        onCt = writer.writeRtStruct(folder.resolve("rs_ct.dcm"), labels(CT_GRID), ct.reference(), STUDY,
                StructureSetDescription.kidneys(3, "CT"), null);
        onNm = writer.writeRtStruct(folder.resolve("rs_nm.dcm"), labels(SPECT_GRID), nm.reference(), STUDY,
                StructureSetDescription.kidneys(4, "SPECT"), null);
        segOnCt = writer.writeSeg(folder.resolve("seg_ct.dcm"), labels(CT_GRID), ct.reference(), STUDY,
                StructureSetDescription.kidneys(5, "CT"), null);
        segOnNm = writer.writeSeg(folder.resolve("seg_nm.dcm"), labels(SPECT_GRID), nm.reference(), STUDY,
                StructureSetDescription.kidneys(6, "SPECT").drawnBy("Prüfnetz"), null);
    }

    /** Value x + 100 y - 500 z HU: negative and positive, another one in each voxel. */
    static Volume ct() {
        float[] values = new float[CT_GRID.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 9 + 100 * (i / 9 % 8) - 500 * (i / 72);
        }
        return new Volume(CT_GRID, Quantity.HOUNSFIELD, values);
    }

    /** 312 counts more in each voxel, up to 312 * 209 = 65208, so that words above 32767 occur. */
    static Volume spect() {
        float[] values = new float[SPECT_GRID.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 312 * i * 2.5f;
        }
        return new Volume(SPECT_GRID, Quantity.ACTIVITY_CONCENTRATION, values);
    }

    /** Labels 0, 1 and 2 at random. */
    static LabelMap labels(Grid grid) {
        Random random = new Random(9);
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) random.nextInt(3);
        }
        return new LabelMap(grid, labels);
    }
}
