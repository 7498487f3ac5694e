package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CtReaderTest {

    /** Rounding of a few float operations on numbers of a few thousand. */
    private static final float FLOAT_ROUNDING = 1e-3f;
    private static final double EXACT_ENOUGH_MM = 1e-8;

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();
    private List<Path> files;

    @BeforeEach
    void writeASeries() throws GlomeraException {
        files = new ArrayList<>(new DicomWriter(toolkit).writeCt(folder.resolve("ct"), Phantoms.ct(Phantoms.AXIAL),
                Phantoms.STUDY, Phantoms.CT, null).files());
    }

    @Test
    void rescale_isApplied() throws GlomeraException, IOException {
        for (Path file : files) {
            toolkit.of(file).put(Tag.RESCALE_SLOPE, 0.5).put(Tag.RESCALE_INTERCEPT, -10);
        }
        // Stored -1000 + 17 = -983; -983 * 0.5 - 10 = -501.5
        assertEquals(-501.5f, read().values()[17], FLOAT_ROUNDING);
    }

    @Test
    void padding_becomesAir() throws GlomeraException, IOException {
        for (Path file : files) {
            // Signed -1000 as the unsigned word 64536: a toolkit may read an ambiguous word either way.
            toolkit.of(file).put(Tag.PIXEL_PADDING_VALUE, 65536 - 1000);
        }
        assertEquals(CtReader.PADDING_HU, read().values()[0]);
        assertEquals(-999, read().values()[1]);
    }

    @Test
    void paddingRange_isPaddingFromEndToEnd() throws GlomeraException, IOException {
        for (Path file : files) {
            toolkit.of(file).put(Tag.PIXEL_PADDING_VALUE, -998).put(Tag.PIXEL_PADDING_RANGE_LIMIT, -1000);
        }
        Volume ct = read();
        assertEquals(CtReader.PADDING_HU, ct.values()[2]);
        assertEquals(-997, ct.values()[3]);
    }

    @Test
    void unsignedTwelveBits_ignoreTheBitsAbove() throws GlomeraException, IOException {
        byte[] words = new byte[2 * 42];
        words[0] = (byte) 0xff;
        words[1] = (byte) 0xff; // 0xffff: the low twelve bits are 4095
        for (Path file : files) {
            toolkit.of(file).put(Tag.PIXEL_REPRESENTATION, 0).put(Tag.BITS_STORED, 12).put(Tag.HIGH_BIT, 11)
                    .put(Tag.RESCALE_INTERCEPT, -1024).putBytes(Tag.PIXEL_DATA, words);
        }
        assertEquals(4095 - 1024, read().values()[0]);
        assertEquals(-1024, read().values()[1]);
    }

    @Test
    void signedTwelveBits_keepTheSign() throws GlomeraException, IOException {
        byte[] words = new byte[2 * 42];
        words[0] = 0x18;
        words[1] = 0x0c; // 0x0c18 = 3096; as signed twelve bits 3096 - 4096 = -1000
        for (Path file : files) {
            toolkit.of(file).put(Tag.BITS_STORED, 12).put(Tag.HIGH_BIT, 11).putBytes(Tag.PIXEL_DATA, words);
        }
        assertEquals(-1000, read().values()[0]);
    }

    @Test
    void roundedPositions_areAccepted() throws GlomeraException, IOException {
        for (int z = 0; z < files.size(); z++) {
            // To a tenth of a millimetre: off by at most 0.05 of 3.125 mm.
            toolkit.of(files.get(z)).put(Tag.IMAGE_POSITION_PATIENT, -20.5, 31.25,
                    Math.rint((-400.75 + z * 3.125) * 10) / 10);
        }
        // -400.8 to -388.2 (rounded half to even: -388.25 is -388.2): 12.6 mm in 4 steps
        assertEquals(3.15, read().grid().spacingMm().z(), EXACT_ENOUGH_MM);
    }

    @Test
    void otherOrientation_isRefused() throws IOException {
        toolkit.of(files.get(4)).put(Tag.IMAGE_ORIENTATION_PATIENT, 0, 1, 0, 0, 0, -1);
        assertRefused("another orientation", "0005.dcm");
    }

    @Test
    void otherSpacingInThePlane_isRefused() throws IOException {
        toolkit.of(files.get(4)).put(Tag.PIXEL_SPACING, 2.25, 1.6);
        assertRefused("another size or pixel spacing", "0005.dcm");
    }

    @Test
    void cutOffPixelData_areRefused() throws IOException {
        toolkit.of(files.get(1)).putBytes(Tag.PIXEL_DATA, new byte[80]);
        assertRefused("80 bytes", "84", "0002.dcm");
    }

    @Test
    void sizeThatTheFileCannotHold_isRefusedBeforeItTakesMemory() throws IOException {
        files = files.subList(0, 1);
        toolkit.of(files.get(0)).put(Tag.ROWS, 40_000).put(Tag.COLUMNS, 40_000);
        assertRefused("84 bytes", "3200000000");
    }

    @Test
    void missingRescale_isRefused() throws IOException {
        DataSet without = new DataSet();
        DataSet with = toolkit.of(files.get(0));
        for (Tag tag : with.tags()) {
            if (tag != Tag.RESCALE_SLOPE) {
                MemoryToolkit.copyElement(with, without, tag);
            }
        }
        files.set(0, toolkit.add(folder.resolve("noslope.dcm"), without));
        assertRefused("rescale slope (0028,1053)", "noslope.dcm");
    }

    @Test
    void otherUnits_areRefused() throws IOException {
        toolkit.of(files.get(1)).put(Tag.RESCALE_TYPE, "HU_MOD");
        assertRefused("'HU_MOD', not Hounsfield units", "0002.dcm");
    }

    @Test
    void unspecifiedUnits_areTakenWithARemark() throws GlomeraException, IOException {
        toolkit.of(files.get(1)).put(Tag.RESCALE_TYPE, "US");
        ReadImage image = new CtReader(toolkit).read(Phantoms.series("CT", files), null);
        assertEquals(List.of("The files call their values unspecified (rescale type US); they were taken as Hounsfield "
                + "units."), image.remarks());
    }

    @Test
    void tableOfValues_isRefused() throws IOException {
        toolkit.of(files.get(1)).putItems(Tag.MODALITY_LUT_SEQUENCE, new DataSet().put(Tag.LUT_LABEL, "HU"));
        assertRefused("modality LUT sequence (0028,3000)", "0002.dcm");
    }

    @Test
    void rescale_isComputedInDoublePrecision() throws GlomeraException, IOException {
        for (Path file : files) {
            toolkit.of(file).put(Tag.RESCALE_SLOPE, 0.1).put(Tag.RESCALE_INTERCEPT, 16777216);
        }
        // -983 * 0.1 + 16777216 = 16777117.7, of which a float keeps 16777118; a float's 0.1 * -983 added to a float
        // of 2^24 would be rounded twice.
        assertEquals((float) (-983 * 0.1 + 16777216), read().values()[17]);
    }

    @Test
    void localizer_isRefused() throws IOException {
        toolkit.of(files.get(0)).put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER");
        assertRefused("localizer", "0001.dcm");
    }

    @Test
    void emptyClass_isTakenFromTheMetaInformation() throws GlomeraException, IOException {
        for (Path file : files) {
            toolkit.of(file).putEmpty(Tag.SOP_CLASS_UID).put(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Uids.CT_IMAGE);
        }
        assertEquals(-983, read().values()[17]);
    }

    @Test
    void nonsenseInTheHeader_isRefused() throws IOException {
        toolkit.of(files.get(0)).put(Tag.PIXEL_SPACING, "0", "1.5");
        assertRefused("pixel spacing is not positive");
        toolkit.of(files.get(0)).put(Tag.PIXEL_SPACING, "wide", "1.5");
        assertRefused("(0028,0030)", "not the number");
        toolkit.of(files.get(0)).put(Tag.PIXEL_SPACING, "NaN", "1.5");
        assertRefused("not a finite number");
    }

    @Test
    void singleSlice_takesItsThicknessAsSpacing() throws GlomeraException {
        files = files.subList(0, 1);
        assertEquals(new Vector3(1.5, 2.25, 3.125), read().grid().spacingMm());
    }

    @Test
    void messages_holdNoPatient() throws IOException {
        toolkit.of(files.get(2)).put(Tag.RESCALE_TYPE, "ED");
        GlomeraException problem = assertThrows(GlomeraException.class, this::read);
        assertFalse(problem.getMessage().toUpperCase().contains("SECRET"), problem.getMessage());
        assertFalse(Phantoms.series("CT", files).toString().contains("SECRET"));
        assertFalse(Phantoms.STUDY.toString().toUpperCase().contains("SECRET"));
    }

    @Test
    void eachFile_isReadOnce() throws GlomeraException {
        read();
        assertEquals(5, toolkit.reads());
    }

    @Test
    void cancel_endsTheReading() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class,
                () -> new CtReader(toolkit).read(Phantoms.series("CT", files), monitor));
    }

    private Volume read() throws GlomeraException {
        return new CtReader(toolkit).read(Phantoms.series("CT", files), null).volume();
    }

    private void assertRefused(String... parts) {
        GlomeraException problem = assertThrows(GlomeraException.class, this::read);
        for (String part : parts) {
            assertTrue(problem.getMessage().contains(part), problem.getMessage());
        }
    }
}
