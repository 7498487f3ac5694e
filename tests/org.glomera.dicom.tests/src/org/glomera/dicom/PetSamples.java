package org.glomera.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/** Images stored as PET, one slice a file, in which every voxel has another stored value. */
final class PetSamples {

    /** The acquisition begins at this time of the same day in all samples. */
    static final String SCAN_DATE = "20240229";
    static final String SCAN_TIME = "130500";
    static final double DURATION_S = 1200;

    private PetSamples() {
    }

    /** A slice of a grid whose stored values count on from slice to slice: 0, 1, 2 and so on, x fastest. */
    static DataSet slice(Grid grid, int z) {
        Vector3 position = grid.patientMm(0, 0, z);
        Vector3 row = unit(grid.patientMm(1, 0, 0).minus(grid.patientMm(0, 0, 0)));
        Vector3 column = unit(grid.patientMm(0, 1, 0).minus(grid.patientMm(0, 0, 0)));
        int perSlice = grid.nx() * grid.ny();
        byte[] words = new byte[2 * perSlice];
        for (int i = 0; i < perSlice; i++) {
            int stored = z * perSlice + i;
            words[2 * i] = (byte) stored;
            words[2 * i + 1] = (byte) (stored >> 8);
        }
        Vector3 spacing = grid.spacingMm();
        return new DataSet().put(Tag.SOP_CLASS_UID, Uids.PET_IMAGE).put(Tag.MODALITY, "PT")
                .put(Tag.SERIES_TYPE, "WHOLE BODY", "IMAGE").put(Tag.COUNTS_SOURCE, "EMISSION")
                .put(Tag.ROWS, grid.ny()).put(Tag.COLUMNS, grid.nx()).put(Tag.PIXEL_SPACING, spacing.y(), spacing.x())
                .put(Tag.SLICE_THICKNESS, spacing.z())
                .put(Tag.IMAGE_POSITION_PATIENT, position.x(), position.y(), position.z())
                .put(Tag.IMAGE_ORIENTATION_PATIENT, row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
                .put(Tag.SAMPLES_PER_PIXEL, 1).put(Tag.BITS_ALLOCATED, 16).put(Tag.BITS_STORED, 16)
                .put(Tag.HIGH_BIT, 15).put(Tag.PIXEL_REPRESENTATION, 0)
                .put(Tag.RESCALE_SLOPE, 2).put(Tag.RESCALE_INTERCEPT, 0)
                .put(Tag.UNITS, "BQML").put(Tag.DECAY_CORRECTION, "START")
                .put(Tag.SERIES_DATE, SCAN_DATE).put(Tag.SERIES_TIME, SCAN_TIME)
                .put(Tag.ACQUISITION_DATE, SCAN_DATE).put(Tag.ACQUISITION_TIME, SCAN_TIME)
                .put(Tag.ACTUAL_FRAME_DURATION, 1000 * DURATION_S)
                .putItems(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, lutetium())
                .putBytes(Tag.PIXEL_DATA, words);
    }

    /** 177Lu, 7400 MBq given 100 h before the acquisition, half-life 100 h, so that a half is left. */
    static DataSet lutetium() {
        // 2024-02-29 13:05 minus 100 h is 2024-02-25 09:05
        return new DataSet().put(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20240225090500.000000")
                .put(Tag.RADIOPHARMACEUTICAL_START_TIME, "090500")
                .put(Tag.RADIONUCLIDE_TOTAL_DOSE, 7.4e9).put(Tag.RADIONUCLIDE_HALF_LIFE, 360000)
                .putItems(Tag.RADIONUCLIDE_CODE_SEQUENCE, new DataSet().put(Tag.CODE_VALUE, "C-101ED")
                        .put(Tag.CODING_SCHEME_DESIGNATOR, "99SDM").put(Tag.CODE_MEANING, "177 Lutetium"));
    }

    private static Vector3 unit(Vector3 vector) {
        return vector.times(1 / vector.length());
    }

    /** The slices of a grid. */
    static List<DataSet> slices(Grid grid) {
        List<DataSet> slices = new ArrayList<>();
        for (int z = 0; z < grid.nz(); z++) {
            slices.add(slice(grid, z));
        }
        return slices;
    }

    /** Writes slices as a series whose file names do not follow their order. */
    static DicomSeries series(MemoryToolkit toolkit, Path folder, String modality, List<DataSet> slices)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            // 3 and the number of slices have no common divisor in the samples, which have 5.
            int z = 3 * i % slices.size();
            files.add(toolkit.add(folder.resolve("slice" + i + ".dcm"), slices.get(z)));
        }
        return Phantoms.series(modality, files);
    }
}
