package org.glomera.dicom.pixelmed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.CtReader;
import org.glomera.dicom.DicomInstance;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.NmReader;
import org.glomera.dicom.RtStructReader;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.testing.RawFile;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import com.pixelmed.dicom.TransferSyntax;

/** Broken files end in a sentence that names them, not in an endless loop, a full memory or another exception. */
class BrokenFilesTest {

    /** Only an endless loop takes as long. */
    private static final Duration HANG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final PixelmedToolkit toolkit = new PixelmedToolkit();

    @Test
    void emptyFileAndText_areNotDicom() throws IOException {
        assertRefused(new byte[0], "not a DICOM file");
        assertRefused("Just text, but long enough for a preamble. ".repeat(20).getBytes(), "not a DICOM file");
    }

    @Test
    void preambleAlone_hasNoMetaInformation() throws IOException {
        byte[] bytes = Arrays.copyOf(new RawFile().bytes(), 132);
        assertRefused(bytes, "ends before its meta information");
    }

    @Test
    void moviesAndUnknownSyntaxes_areNamed() throws IOException {
        assertRefused(encapsulated(TransferSyntax.MPEG2MPML), "1.2.840.10008.1.2.4.100", "MPEG2");
        assertRefused(encapsulated("not a syntax!"), "unknown");
    }

    private static byte[] encapsulated(String syntax) {
        return new RawFile(syntax).element(0x0028, 0x0010, "US", 2).number(2, 4)
                .element(0x7fe0, 0x0010, "OB", RawFile.UNDEFINED).ascii("abcdabcd").bytes();
    }

    @Test
    void lengthPastTheEnd_isRefused() throws IOException {
        assertRefused(new RawFile().element(0x0008, 0x0060, "CS", 60000).ascii("CT").bytes(), "(0008,0060)");
        assertRefused(new RawFile().element(0x0009, 0x0010, "UN", 0x7ffffff0).bytes(), "(0009,0010)");
        assertRefused(new RawFile().element(0x0009, 0x0010, "OB", 0xfffffffe).bytes(), "(0009,0010)");
    }

    @Test
    void pixelDataShorterThanTheyClaim_areRefused() throws IOException {
        assertRefused(new RawFile().element(0x7fe0, 0x0010, "OW", 0x7ffffff0).ascii("abcd").bytes(), "(7FE0,0010)");
    }

    @Test
    void encapsulatedPixelDataInAPlainSyntax_areRefused() throws IOException {
        assertRefused(new RawFile().element(0x7fe0, 0x0010, "OB", RawFile.UNDEFINED).ascii("abcdabcd").bytes(),
                "encapsulated");
    }

    @Test
    void unknownRepresentation_isRefused() throws IOException {
        assertRefused(new RawFile().element(0x0008, 0x0060, "??", 2).ascii("CT").bytes(),
                "(0008,0060)", "value representation");
    }

    @Test
    void sequencesWithoutEnd_areRefused() throws IOException {
        assertRefused(new RawFile().element(0x0054, 0x0022, "SQ", RawFile.UNDEFINED).bytes(), "sequence has no end");
        assertRefused(new RawFile().element(0x0054, 0x0022, "SQ", RawFile.UNDEFINED)
                .implicit(0xfffe, 0xe000, RawFile.UNDEFINED).bytes(), "item of a sequence has no end");
        assertRefused(new RawFile().element(0x0054, 0x0022, "SQ", 8).implicit(0x0008, 0x0060, 0).bytes(),
                "in place of an item");
    }

    @Test
    void nestingWithoutEnd_isRefused() throws IOException {
        RawFile file = new RawFile();
        for (int i = 0; i < 64_000; i++) {
            file.element(0x0054, 0x0022, "SQ", RawFile.UNDEFINED).implicit(0xfffe, 0xe000, RawFile.UNDEFINED);
        }
        assertRefused(file.bytes(), "nested more than 32 deep");
    }

    @Test
    void itemLargerThanItsSequence_isRefused() throws IOException {
        assertRefused(new RawFile().element(0x0054, 0x0022, "SQ", 16).implicit(0xfffe, 0xe000, 0x7ffffff0)
                .element(0x0008, 0x0060, "CS", 0).bytes(), "(FFFE,E000)");
    }

    @Test
    void absurdLengthInASequenceOfUnknownOrImplicitRepresentation_isRefusedOrPassedOver() throws IOException {
        // PixelMed looks into these too, where its dictionary says sequence.
        byte[] unknown = new RawFile().element(0x0054, 0x0022, "UN", 16).implicit(0xfffe, 0xe000, 0x7ffffff0)
                .implicit(0x0008, 0x0060, 0x7ffffff0).bytes();
        assertNothingButASentence(write(unknown));
        byte[] implicit = new RawFile(TransferSyntax.ImplicitVRLittleEndian).implicit(0x0054, 0x0022, 16)
                .implicit(0xfffe, 0xe000, 8).implicit(0x0008, 0x0060, 0x7ffffff0).bytes();
        assertRefused(implicit, "(0008,0060)");
    }

    @Test
    void implicitElements_areRead() throws IOException, GlomeraException {
        byte[] bytes = new RawFile(TransferSyntax.ImplicitVRLittleEndian).implicit(0x0008, 0x0060, 2).ascii("CT")
                .implicit(0x0028, 0x0010, 2).number(2, 512)
                .implicit(0x0054, 0x0022, RawFile.UNDEFINED).implicit(0xfffe, 0xe000, RawFile.UNDEFINED)
                .implicit(0x0018, 0x1181, 4).ascii("PARA").implicit(0xfffe, 0xe00d, 0).implicit(0xfffe, 0xe0dd, 0)
                .implicit(0x7fe0, 0x0010, 4).number(4, 0x04030201).bytes();
        DataSet read = toolkit.read(write(bytes), ReadExtent.ALL);
        assertEquals("CT", read.text(Tag.MODALITY).orElseThrow());
        assertEquals(512, read.integer(Tag.ROWS).orElseThrow());
        assertEquals("PARA",
                read.items(Tag.DETECTOR_INFORMATION_SEQUENCE).get(0).text(Tag.COLLIMATOR_TYPE).orElseThrow());
        assertEquals(3, read.bytes(Tag.PIXEL_DATA).orElseThrow()[2]);
    }

    @Test
    void cutOffFiles_areRefusedByTheReaders() throws IOException, GlomeraException {
        Samples samples = new Samples(folder.resolve("good"));
        byte[] slice = Files.readAllBytes(samples.ct.files().get(0));
        byte[] structures = Files.readAllBytes(samples.onNm);
        for (int length = 0; length < slice.length; length += 7) {
            Path cut = write(Arrays.copyOf(slice, length));
            assertSentence(cut, () -> new CtReader(toolkit).read(series("CT", cut), null));
        }
        for (int length = 0; length < structures.length - 600; length += 501) {
            Path cut = write(Arrays.copyOf(structures, length));
            assertNothingButASentence(cut);
        }
    }

    @Test
    void scatteredErrors_giveASentenceOrADataSet() throws IOException, GlomeraException {
        Samples samples = new Samples(folder.resolve("good"));
        Random random = new Random(17);
        for (Path good : List.of(samples.ct.files().get(0), samples.nm.files().get(0), samples.onNm)) {
            byte[] bytes = Files.readAllBytes(good);
            for (int trial = 0; trial < 300; trial++) {
                byte[] broken = bytes.clone();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    broken[132 + random.nextInt(Math.min(broken.length, 4000) - 132)] = (byte) random.nextInt(256);
                }
                assertNothingButASentence(write(broken));
            }
        }
    }

    private void assertNothingButASentence(Path file) {
        assertTimeoutPreemptively(HANG, () -> {
            sentenceOrNothing(file, () -> toolkit.read(file, ReadExtent.HEADER));
            sentenceOrNothing(file, () -> new CtReader(toolkit).read(series("CT", file), null));
            sentenceOrNothing(file, () -> new NmReader(toolkit).read(series("NM", file), SpectRules.asStored(), null));
            sentenceOrNothing(file, () -> new RtStructReader(toolkit).read(file));
        });
    }

    private static void sentenceOrNothing(Path file, Executable reading) throws Throwable {
        try {
            reading.execute();
        } catch (GlomeraException e) {
            assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        }
    }

    private static DicomSeries series(String modality, Path file) {
        return new DicomSeries(modality, "1", "1", "1", "", "", List.of(new DicomInstance(file, "1")));
    }

    private void assertRefused(byte[] bytes, String... parts) throws IOException {
        Path file = write(bytes);
        String message = assertSentence(file, () -> toolkit.read(file, ReadExtent.ALL));
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private static String assertSentence(Path file, Executable reading) {
        GlomeraException problem = assertTimeoutPreemptively(HANG, () -> assertThrows(GlomeraException.class, reading));
        assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
        assertFalse(problem.getMessage().contains("SECRET"), problem.getMessage());
        return problem.getMessage();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("broken.dcm"), bytes);
    }
}
