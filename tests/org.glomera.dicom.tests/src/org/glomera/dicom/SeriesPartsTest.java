package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a series make a stack. */
class SeriesPartsTest {

    private static final double[] AXIAL = {1, 0, 0, 0, 1, 0};
    private static final double[] CORONAL = {1, 0, 0, 0, 0, -1};

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();
    private int files;

    @Test
    void plainSeries_staysWholeWhateverItsNoise() throws GlomeraException, IOException {
        Random random = new Random(1);
        for (int z = 0; z < 60; z++) {
            // Acquisition numbers, times and types change without a position coming again; directions and spacing are
            // rounded to three and four digits.
            slice(z * 2.5).put(Tag.ACQUISITION_NUMBER, z / 20).put(Tag.ACQUISITION_TIME, "10%02d00".formatted(z))
                    .put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL", z % 2 == 0 ? "A" : "B")
                    .put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 4e-4 * random.nextDouble(), 0, 0, 1,
                            4e-4 * random.nextDouble())
                    .put(Tag.PIXEL_SPACING, 0.9766 - 1e-4 * random.nextDouble(), 0.9766);
        }
        DicomSeries only = discover().get(0);
        assertEquals(60, only.files().size());
        assertEquals(0, only.part());
        assertEquals(Uids.CT_IMAGE, only.sopClassUid());
        assertEquals(List.of("ORIGINAL", "PRIMARY", "AXIAL", "A"), only.imageType());
    }

    @Test
    void localizer_isAPartOfItsOwn() throws GlomeraException, IOException {
        slice(0).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER");
        stack(4, 0);
        assertParts(1, 4);
        List<DicomSeries> parts = discover();
        assertEquals(List.of(1, 2), parts.stream().map(DicomSeries::part).toList());
        assertEquals(parts.get(0).seriesInstanceUid(), parts.get(1).seriesInstanceUid());
        assertTrue(parts.get(1).toString().endsWith("(part 2)"));
    }

    @Test
    void orientationsAndSizes_areParts() throws GlomeraException, IOException {
        stack(3, 0);
        for (int z = 0; z < 4; z++) {
            slice(z).put(Tag.IMAGE_ORIENTATION_PATIENT, CORONAL).put(Tag.IMAGE_POSITION_PATIENT, 0, z, 0);
        }
        for (int z = 0; z < 5; z++) {
            slice(z).put(Tag.PIXEL_SPACING, 1.5, 1.5);
        }
        for (int z = 0; z < 6; z++) {
            slice(z).put(Tag.ROWS, 8);
        }
        assertParts(3, 4, 5, 6);
    }

    @Test
    void passes_areToldByTheirAcquisition() throws GlomeraException, IOException {
        for (int z = 0; z < 10; z++) {
            slice(z).put(Tag.ACQUISITION_NUMBER, 1);
            slice(z).put(Tag.ACQUISITION_NUMBER, 2);
        }
        assertParts(10, 10);
        List<DicomSeries> parts = discover();
        assertEquals("000.dcm", parts.get(0).files().get(0).getFileName().toString());
        assertEquals("002.dcm", parts.get(0).files().get(1).getFileName().toString());
    }

    @Test
    void dynamic_isToldByTemporalPositionAndType() throws GlomeraException, IOException {
        for (int t = 1; t <= 3; t++) {
            for (String type : List.of("M", "P")) {
                for (int z = 0; z < 5; z++) {
                    slice(z).put(Tag.TEMPORAL_POSITION_IDENTIFIER, t).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", type)
                            .put(Tag.ACQUISITION_TIME, "1000%02d.5".formatted(files));
                }
            }
        }
        assertParts(5, 5, 5, 5, 5, 5);
    }

    @Test
    void passesWithoutANumber_areToldByTheirTimes() throws GlomeraException, IOException {
        for (int t = 0; t < 2; t++) {
            for (int z = 0; z < 8; z++) {
                slice(z).put(Tag.ACQUISITION_TIME, "10%02d%02d".formatted(t, z));
            }
        }
        assertParts(8, 8);
    }

    @Test
    void rescannedSlice_isAPartOfItsOwn() throws GlomeraException, IOException {
        for (int z = 0; z < 9; z++) {
            slice(z).put(Tag.ACQUISITION_NUMBER, 1);
        }
        slice(4).put(Tag.ACQUISITION_NUMBER, 2);
        assertParts(9, 1);
    }

    @Test
    void sliceThatIsThereTwice_staysInItsStack() throws GlomeraException, IOException {
        for (int z = 0; z < 9; z++) {
            slice(z).put(Tag.ACQUISITION_TIME, "10000%d".formatted(z));
        }
        slice(4).put(Tag.ACQUISITION_TIME, "100009");
        assertParts(10);
    }

    @Test
    void piecesThatMeetAtASlice_stayOneStack() throws GlomeraException, IOException {
        for (int z = 0; z <= 10; z++) {
            slice(z).put(Tag.ACQUISITION_NUMBER, 1);
        }
        for (int z = 10; z <= 20; z++) {
            slice(z).put(Tag.ACQUISITION_NUMBER, 2);
        }
        assertParts(22);
    }

    @Test
    void filesThatAreWholeImages_areParts() throws GlomeraException, IOException {
        for (int i = 0; i < 3; i++) {
            slice(0).put(Tag.SOP_CLASS_UID, Uids.NM_IMAGE).put(Tag.MODALITY, "NM").put(Tag.NUMBER_OF_FRAMES, 64);
        }
        assertParts(1, 1, 1);
    }

    @Test
    void nmSlicesThatWereExportedOneByOne_areAStack() throws GlomeraException, IOException {
        for (int z = 0; z < 3; z++) {
            slice(z).put(Tag.SOP_CLASS_UID, Uids.NM_IMAGE).put(Tag.MODALITY, "NM").put(Tag.NUMBER_OF_FRAMES, 1);
        }
        assertParts(3);
    }

    @Test
    void partsOfAConcatenation_stayTogether() throws GlomeraException, IOException {
        for (int i = 0; i < 4; i++) {
            slice(0).put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2.1")
                    .put(Tag.CONCATENATION_UID, i < 3 ? "1.9" : "1.10");
        }
        assertParts(3, 1);
    }

    @Test
    void structureSetsOfASeries_stayTogether() throws GlomeraException, IOException {
        for (int i = 0; i < 2; i++) {
            toolkit.add(next(), object().put(Tag.SOP_CLASS_UID, Uids.RT_STRUCTURE_SET).put(Tag.MODALITY, "RTSTRUCT"));
        }
        assertParts(2);
    }

    @Test
    void emptiedIdentifiers_areMadeUpFromWhatTheSlicesShare() throws GlomeraException, IOException {
        for (int z = 0; z < 4; z++) {
            slice(z).put(Tag.FRAME_OF_REFERENCE_UID, "1.7").put(Tag.SOP_CLASS_UID, "")
                    .put(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Uids.CT_IMAGE).put(Tag.SOP_INSTANCE_UID, "")
                    .put(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, "1.5." + z).put(Tag.SERIES_INSTANCE_UID, "")
                    .put(Tag.STUDY_INSTANCE_UID, "");
        }
        assertParts(4);
        DicomSeries series = discover().get(0);
        assertEquals(Uids.derived("series without identifier", "1.5.0"), series.seriesInstanceUid());
        assertEquals(Uids.derived("study without identifier", "1.7"), series.studyInstanceUid());
        assertNotEquals(series.seriesInstanceUid(), series.studyInstanceUid());
    }

    private void stack(int slices, double first) throws IOException {
        for (int z = 0; z < slices; z++) {
            slice(first + z);
        }
    }

    private Path next() {
        return folder.resolve("%03d.dcm".formatted(files++));
    }

    private DataSet slice(double mm) throws IOException {
        DataSet slice = object().put(Tag.ROWS, 6).put(Tag.COLUMNS, 7).put(Tag.PIXEL_SPACING, 2, 1.5)
                .put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL").put(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
                .put(Tag.IMAGE_POSITION_PATIENT, -3, 4, mm);
        toolkit.add(next(), slice);
        return slice;
    }

    private DataSet object() {
        return new DataSet().put(Tag.SOP_CLASS_UID, Uids.CT_IMAGE).put(Tag.SOP_INSTANCE_UID, "1.2.3." + files)
                .put(Tag.STUDY_INSTANCE_UID, "1.2").put(Tag.SERIES_INSTANCE_UID, "1.2.3").put(Tag.MODALITY, "CT");
    }

    private List<DicomSeries> discover() throws GlomeraException {
        return new DicomDiscovery(toolkit).discover(folder, null).series();
    }

    private void assertParts(Integer... sizes) throws GlomeraException {
        assertEquals(List.of(sizes), discover().stream().map(part -> part.files().size()).toList());
    }
}
