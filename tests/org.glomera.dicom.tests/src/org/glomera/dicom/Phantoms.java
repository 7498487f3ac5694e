package org.glomera.dicom;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/** Small asymmetric images and delineations. */
final class Phantoms {

    static final StudyIdentity STUDY = StudyIdentity.derived("test", "SECRET-ID", "Secret^Name",
            LocalDateTime.of(2024, 2, 29, 13, 5, 7), "Study");
    static final CtDescription CT = new CtDescription(1, "CT low dose", 120, 40, "B30", "");
    static final NmDescription NM = new NmDescription(2, "SPECT", 2.5, 7400);
    static final StructureSetDescription KIDNEYS = StructureSetDescription.kidneys(3, "Kidneys");

    /** Anisotropic, off centre. */
    static final Grid AXIAL = Grid.axial(7, 6, 5, new Vector3(1.5, 2.25, 3.125), new Vector3(-20.5, 31.25, -400.75));
    /** Rows run to the head, columns to the right, slices to the front: coronal-like, from the other side. */
    static final Grid TURNED = new Grid(7, 6, 5, new Affine3(new Vector3(0, 0, 1.5), new Vector3(-2.25, 0, 0),
            new Vector3(0, -3.125, 0), new Vector3(10, 20, 30)));
    /** Turned by an angle with cosine 0.8 and sine 0.6 about z, which is exact in decimals. */
    static final Grid OBLIQUE = new Grid(7, 6, 5, new Affine3(new Vector3(1.2, 0.9, 0), new Vector3(-1.35, 1.8, 0),
            new Vector3(0, 0, 3.125), new Vector3(5, -7, 11)));

    /** Three orientations, each right-handed, so that a reader gives back the very same grid. */
    static final List<Grid> ORIENTATIONS = List.of(AXIAL, TURNED, OBLIQUE);

    private Phantoms() {
    }

    /** A CT in which every voxel has another whole value, from -1000 on. */
    static Volume ct(Grid grid) {
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 1000;
        }
        return new Volume(grid, Quantity.HOUNSFIELD, values);
    }

    /** A SPECT in which every voxel has another value, a multiple of 2.5 Bq/ml. */
    static Volume spect(Grid grid) {
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 2.5f;
        }
        return new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values);
    }

    /** Labels 0, 1 and 2 at random: holes, islands and voxels that touch at corners only. */
    static LabelMap scattered(Grid grid, long seed) {
        Random random = new Random(seed);
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) random.nextInt(3);
        }
        return new LabelMap(grid, labels);
    }

    /** A series of files that discovery has not looked at. */
    static DicomSeries series(String modality, List<Path> files) {
        return new DicomSeries(modality, "1.2.3", "1.2", "1.2.4", "SECRET-ID", "",
                files.stream().map(file -> new DicomInstance(file, "1.2.3." + file.hashCode())).toList());
    }
}
