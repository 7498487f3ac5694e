package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enhanced multi-frame images, made from the slices of a single-frame series. */
class FramesReaderTest {

    private static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";
    private static final double EXACT_ENOUGH_MM = 1e-8;
    /** Not the order of the slices. */
    private static final List<Integer> ORDER = List.of(3, 0, 4, 1, 2);

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();
    private Path file;
    private DataSet enhanced;
    private List<DataSet> frames;
    private DataSet shared;

    static List<Grid> orientations() {
        return Phantoms.ORIENTATIONS;
    }

    @BeforeEach
    void write() throws GlomeraException, IOException {
        write(Phantoms.OBLIQUE, ORDER);
    }

    private void write(Grid grid, List<Integer> order) throws GlomeraException, IOException {
        Volume ct = Phantoms.ct(grid);
        CtObjects slices = new CtObjects(ct, Phantoms.STUDY, Phantoms.CT);
        frames = new ArrayList<>();
        byte[] words = new byte[0];
        DataSet slice = slices.slice(0);
        for (int z : order) {
            slice = slices.slice(z);
            byte[] own = slice.bytes(Tag.PIXEL_DATA).orElseThrow();
            byte[] all = Arrays.copyOf(words, words.length + own.length);
            System.arraycopy(own, 0, all, words.length, own.length);
            words = all;
            frames.add(new DataSet().putItems(Tag.PLANE_POSITION_SEQUENCE, new DataSet()
                    .put(Tag.IMAGE_POSITION_PATIENT, slice.numbers(Tag.IMAGE_POSITION_PATIENT))));
        }
        shared = new DataSet()
                .putItems(Tag.PLANE_ORIENTATION_SEQUENCE, new DataSet().put(Tag.IMAGE_ORIENTATION_PATIENT,
                        slice.numbers(Tag.IMAGE_ORIENTATION_PATIENT)))
                .putItems(Tag.PIXEL_MEASURES_SEQUENCE, new DataSet().put(Tag.SLICE_THICKNESS, 3.125)
                        .put(Tag.PIXEL_SPACING, slice.numbers(Tag.PIXEL_SPACING)))
                .putItems(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, new DataSet().put(Tag.RESCALE_SLOPE, 1)
                        .put(Tag.RESCALE_INTERCEPT, 0).put(Tag.RESCALE_TYPE, "HU"));
        enhanced = new DataSet();
        for (Tag tag : List.of(Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED, Tag.BITS_STORED, Tag.HIGH_BIT,
                Tag.PIXEL_REPRESENTATION, Tag.SAMPLES_PER_PIXEL, Tag.SERIES_INSTANCE_UID, Tag.STUDY_INSTANCE_UID,
                Tag.SOP_INSTANCE_UID, Tag.MODALITY)) {
            MemoryToolkit.copyElement(slice, enhanced, tag);
        }
        enhanced.put(Tag.SOP_CLASS_UID, ENHANCED_CT).put(Tag.NUMBER_OF_FRAMES, order.size())
                .putItems(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames).putBytes(Tag.PIXEL_DATA, words);
        file = toolkit.add(folder.resolve("enhanced.dcm"), enhanced);
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void framesInAnyOrder_makeTheVolume(Grid grid) throws GlomeraException, IOException {
        write(grid, ORDER);
        ReadImage image = read();
        Volume ct = Phantoms.ct(grid);
        assertTrue(grid.isSameAs(image.volume().grid(), EXACT_ENOUGH_MM));
        assertEquals(Quantity.HOUNSFIELD, image.volume().quantity());
        assertArrayEquals(ct.values(), image.volume().values());
        assertEquals(List.of(), image.remarks());
        ImageOutline outline = new DicomImages(toolkit, SpectRules.asStored()).look(series(), null);
        assertEquals(image.volume().grid(), outline.grid());
    }

    @Test
    void enhancedPet_isBqPerMlByTheMappingOfEachFrame() throws GlomeraException, IOException {
        enhanced.put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.130").put(Tag.DECAY_CORRECTED, "YES")
                .put(Tag.DECAY_CORRECTION_DATE_TIME, "20240229120000").put(Tag.ACQUISITION_DATE_TIME, "20240229130000")
                .putItems(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                        new DataSet().put(Tag.RADIONUCLIDE_HALF_LIFE, 3600));
        shared.putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, kiloBecquerels(0.5));
        frames.get(0).putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, kiloBecquerels(0.25));
        DicomSeries pet = new DicomSeries("PT", "1.2.840.10008.5.1.4.1.1.130", List.of(), "1.2.3", 0, "1.2", "1.2.4",
                "SECRET-ID", "", List.of(new DicomInstance(file, "1.2.3.4")));
        ReadImage image = new DicomImages(toolkit, SpectRules.asStored()).read(pet, null);
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, image.volume().quantity());
        // Stored values are 42 z + i - 1000: -958 * 500 Bq/ml in slice 1; the first frame is slice 3: -874 * 250
        assertEquals(-479000f, image.volume().at(0, 0, 1));
        assertEquals(-218500f, image.volume().at(0, 0, 3));
        // From 12:00, which the file names, to the acquisition at 13:00 is one half-life.
        SpectRules atStart = SpectRules.asStored().with(DecayReference.SCAN_START);
        assertEquals(-239500f, new DicomImages(toolkit, atStart).read(pet, null).volume().at(0, 0, 1));
        frames.get(0).putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
                kiloBecquerels(1).putItems(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE));
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> new DicomImages(toolkit, SpectRules.asStored()).read(pet, null));
        assertTrue(problem.getMessage().contains("no real world value mapping to Bq/ml"), problem.getMessage());
    }

    private static DataSet kiloBecquerels(double slope) {
        return new DataSet().putItems(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, new DataSet().put(Tag.CODE_VALUE, "kBq/ml"))
                .put(Tag.REAL_WORLD_VALUE_SLOPE, slope).put(Tag.REAL_WORLD_VALUE_INTERCEPT, 0)
                .put(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, -1000).put(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 1000);
    }

    @Test
    void groupOfAFrame_goesBeforeTheSharedOne() throws GlomeraException, IOException {
        frames.get(0).putItems(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, new DataSet().put(Tag.RESCALE_SLOPE, 2)
                .put(Tag.RESCALE_INTERCEPT, 10).put(Tag.RESCALE_TYPE, "HU"));
        Volume ct = read().volume();
        // The first frame is slice 3: its first stored value is 3 * 42 - 1000 = -874; 2 * -874 + 10 = -1738
        assertEquals(-1738, ct.at(0, 0, 3));
        assertEquals(-1000, ct.at(0, 0, 0));
    }

    @Test
    void padding_becomesAir() throws GlomeraException {
        enhanced.put(Tag.PIXEL_PADDING_VALUE, -1000);
        assertEquals(CtReader.PADDING_HU, readAny().volume().at(0, 0, 0));
    }

    @Test
    void missingFrame_isFilled() throws GlomeraException, IOException {
        write(Phantoms.AXIAL, List.of(4, 0, 1, 3));
        ReadImage image = read();
        // Values grow evenly from slice to slice, so that the filled one is what was left out.
        assertArrayEquals(Phantoms.ct(Phantoms.AXIAL).values(),
                image.volume().values());
        assertTrue(image.remarks().get(0).contains("-394.50 mm"), image.remarks().get(0));
    }

    @Test
    void otherOrientationOfAFrame_isRefused() {
        frames.get(2).putItems(Tag.PLANE_ORIENTATION_SEQUENCE,
                new DataSet().put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0));
        assertRefused("frames 1 and 3");
    }

    @Test
    void framesAtOnePlace_areNamed() {
        frames.get(1).putItems(Tag.PLANE_POSITION_SEQUENCE, frames.get(0).items(Tag.PLANE_POSITION_SEQUENCE));
        assertRefused("frame 1 of", "frame 2 of", "same position");
    }

    @Test
    void concatenation_isRefused() {
        enhanced.put(Tag.CONCATENATION_UID, "1.2.9").put(Tag.IN_CONCATENATION_TOTAL_NUMBER, 2);
        assertRefused("concatenation (0020,9161)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 6, 2_000_000_000})
    void numberOfFramesThatIsNotDescribed_isRefused(int number) {
        enhanced.put(Tag.NUMBER_OF_FRAMES, number);
        assertRefused("promises " + number + " frames");
    }

    @Test
    void cutOffPixels_areRefused() {
        enhanced.putBytes(Tag.PIXEL_DATA, new byte[400]);
        // 5 frames of 7 x 6 words of two bytes
        assertRefused("400 bytes", "420");
    }

    @Test
    void missingPosition_isRefused() {
        frames.get(1).putItems(Tag.PLANE_POSITION_SEQUENCE, List.of());
        assertRefused("image position (0020,0032)");
    }

    @Test
    void otherClasses_areOfUnknownQuantity() throws GlomeraException {
        enhanced.put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4.1");
        ReadImage mr = readAny();
        assertEquals(Quantity.UNKNOWN, mr.volume().quantity());
        assertEquals(-1000, mr.volume().at(0, 0, 0));
    }

    private DicomSeries series() {
        return new DicomSeries("CT", enhanced.text(Tag.SOP_CLASS_UID).orElse(""), List.of(), "1.2.3", 0, "1.2", "", "",
                "", List.of(new DicomInstance(file, "1.2.3.4")));
    }

    private ReadImage read() throws GlomeraException {
        return new CtReader(toolkit).read(series(), null);
    }

    private ReadImage readAny() throws GlomeraException {
        return new DicomImages(toolkit, SpectRules.asStored()).read(series(), null);
    }

    private void assertRefused(String... parts) {
        GlomeraException problem = assertThrows(GlomeraException.class, this::read);
        for (String part : parts) {
            assertTrue(problem.getMessage().contains(part), problem.getMessage());
        }
    }
}
