package org.glomera.dicom.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every toolkit promises. A toolkit's tests extend it and say which one it is. */
public abstract class ToolkitContract {

    /** Only an endless loop takes as long. */
    private static final Duration HANG = Duration.ofSeconds(30);
    /** All that reading may allocate besides twice the file: values of a header, or an inflated data set. */
    private static final long FIXED_BYTES = 640L << 20;

    @TempDir
    private Path folder;

    /** The toolkit that is tested. */
    protected abstract DicomToolkit toolkit();

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.dcm"), bytes);
    }

    private Path write(DataSet dataSet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        toolkit().write(dataSet, out);
        return write(out.toByteArray());
    }

    private static DataSet every() {
        return new DataSet().put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2").put(Tag.SOP_INSTANCE_UID, "1.2.3.4.5")
                .put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL").put(Tag.PATIENT_NAME, "S\u00e9cret^N\u00e4me")
                .put(Tag.PATIENT_ID, "ID").putEmpty(Tag.PATIENT_BIRTH_DATE).put(Tag.MODALITY, "CT")
                .put(Tag.IMAGE_POSITION_PATIENT, -125.5, 0.125, 1e-7).put(Tag.INSTANCE_NUMBER, 7)
                .put(Tag.ROWS, 3).put(Tag.COLUMNS, 2).put(Tag.BITS_ALLOCATED, 16).put(Tag.SAMPLES_PER_PIXEL, 1)
                .put(Tag.FRAME_INCREMENT_POINTER, 0x00540080)
                .putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
                        new DataSet().put(Tag.REAL_WORLD_VALUE_SLOPE, 0.1).put(Tag.REAL_WORLD_VALUE_INTERCEPT, -3),
                        new DataSet().putItems(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                                new DataSet().put(Tag.CODE_VALUE, "Bq/ml")))
                .putBytes(Tag.PIXEL_DATA, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1, -2});
    }

    @Test
    void whatIsWritten_isReadBack() throws IOException, GlomeraException {
        DataSet written = every();
        DataSet read = toolkit().read(write(written), ReadExtent.ALL);
        for (Tag tag : written.tags()) {
            assertTrue(read.has(tag), tag.toString());
            assertSameValue(written, read, tag);
        }
        assertEquals(RawFile.EXPLICIT, read.text(Tag.TRANSFER_SYNTAX_UID).orElseThrow());
    }

    private static void assertSameValue(DataSet written, DataSet read, Tag tag) {
        switch (tag.vr().form()) {
            case TEXT -> assertEquals(written.texts(tag), read.texts(tag), tag.toString());
            case NUMBER -> assertArrayEquals(written.numbers(tag), read.numbers(tag), tag.toString());
            case BYTES -> assertArrayEquals(written.bytes(tag).orElseThrow(), read.bytes(tag).orElseThrow());
            case ITEMS -> {
                assertEquals(written.items(tag).size(), read.items(tag).size());
                for (int i = 0; i < written.items(tag).size(); i++) {
                    for (Tag inner : written.items(tag).get(i).tags()) {
                        assertSameValue(written.items(tag).get(i), read.items(tag).get(i), inner);
                    }
                }
            }
        }
    }

    @Test
    void theHeaderAlone_hasNoPixels() throws IOException, GlomeraException {
        DataSet header = toolkit().read(write(every()), ReadExtent.HEADER);
        assertFalse(header.has(Tag.PIXEL_DATA));
        assertEquals(3, header.integer(Tag.ROWS).orElseThrow());
    }

    @Test
    void theSameDataSet_givesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(write(every()));
        assertArrayEquals(first, Files.readAllBytes(write(every())));
    }

    @Test
    void implicitElements_areRead() throws IOException, GlomeraException {
        assertSmallImage(new RawFile(RawFile.IMPLICIT).implicit(0x0008, 0x0060, 2).ascii("CT")
                .implicit(0x0028, 0x0010, 2).number(2, 512)
                .implicit(0x0054, 0x0022, RawFile.UNDEFINED).implicit(0xfffe, 0xe000, RawFile.UNDEFINED)
                .implicit(0x0018, 0x1181, 4).ascii("PARA").implicit(0xfffe, 0xe00d, 0).implicit(0xfffe, 0xe0dd, 0)
                .implicit(0x7fe0, 0x0010, 4).number(4, 0x04030201).bytes());
    }

    /** The elements of a small image, explicit little endian, without meta information. */
    private static byte[] explicitElements() {
        byte[] file = new RawFile().element(0x0008, 0x0060, "CS", 2).ascii("CT")
                .element(0x0009, 0x0010, "LO", 4).ascii("SOME").element(0x0009, 0x1001, "UN", RawFile.UNDEFINED)
                .implicit(0xfffe, 0xe000, RawFile.UNDEFINED).implicit(0x0009, 0x1002, 2).ascii("AB")
                .implicit(0xfffe, 0xe00d, 0).implicit(0xfffe, 0xe0dd, 0)
                .element(0x0028, 0x0010, "US", 2).number(2, 512).element(0x0054, 0x0022, "SQ", 20)
                .implicit(0xfffe, 0xe000, 12).element(0x0018, 0x1181, "CS", 4).ascii("PARA")
                .element(0x7fe0, 0x0010, "OW", 4).number(4, 0x04030201).bytes();
        int meta = new RawFile().bytes().length;
        return Arrays.copyOfRange(file, meta, file.length);
    }

    @Test
    void explicitElementsWithPrivateSequences_areRead() throws IOException, GlomeraException {
        assertSmallImage(new RawFile().raw(explicitElements()).bytes());
    }

    @Test
    void deflatedElements_areRead() throws IOException, GlomeraException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(explicitElements());
        deflater.finish();
        byte[] deflated = new byte[1000];
        int length = deflater.deflate(deflated);
        deflater.end();
        assertSmallImage(new RawFile(RawFile.DEFLATED).raw(Arrays.copyOf(deflated, length + length % 2))
                .bytes());
    }

    @Test
    void bigEndianElements_areReadAndTheirPixelsTurned() throws IOException, GlomeraException {
        assertSmallImage(new RawFile(RawFile.BIG_ENDIAN)
                .raw(new byte[] {0, 8, 0, 0x60, 'C', 'S', 0, 2, 'C', 'T', 0, 0x28, 0, 0x10, 'U', 'S', 0, 2, 2, 0,
                        0, 0x54, 0, 0x22, 'S', 'Q', 0, 0, 0, 0, 0, 20, -1, -2, -32, 0, 0, 0, 0, 12,
                        0, 0x18, 0x11, (byte) 0x81, 'C', 'S', 0, 4, 'P', 'A', 'R', 'A',
                        0x7f, -32, 0, 0x10, 'O', 'W', 0, 0, 0, 0, 0, 4, 2, 1, 4, 3}).bytes());
    }

    private void assertSmallImage(byte[] file) throws IOException, GlomeraException {
        DataSet read = toolkit().read(write(file), ReadExtent.ALL);
        assertEquals("CT", read.text(Tag.MODALITY).orElseThrow());
        assertEquals(512, read.integer(Tag.ROWS).orElseThrow());
        assertEquals("PARA",
                read.items(Tag.DETECTOR_INFORMATION_SEQUENCE).get(0).text(Tag.COLLIMATOR_TYPE).orElseThrow());
        assertArrayEquals(new byte[] {1, 2, 3, 4}, read.bytes(Tag.PIXEL_DATA).orElseThrow());
    }

    static List<SampleFrame> frames() {
        return SampleFrame.all();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void compressedFrames_areDecodedBitByBit(SampleFrame sample) throws IOException, GlomeraException {
        byte[] frame = sample.frame();
        byte[] first = Arrays.copyOf(frame, frame.length / 4 * 2);
        byte[] second = Arrays.copyOfRange(frame, first.length, frame.length);
        byte[] file = new RawFile(sample.syntax()).element(0x0028, 0x0002, "US", 2).number(2, 1)
                .element(0x0028, 0x0004, "CS", 12).ascii("MONOCHROME2")
                .ascii(" ").element(0x0028, 0x0008, "IS", 2).ascii("2 ")
                .element(0x0028, 0x0010, "US", 2).number(2, SampleFrame.ROWS)
                .element(0x0028, 0x0011, "US", 2).number(2, SampleFrame.COLUMNS)
                .element(0x0028, 0x0100, "US", 2).number(2, sample.bits())
                .element(0x0028, 0x0101, "US", 2).number(2, sample.bits() == 16 ? 12 : 8)
                .element(0x0028, 0x0102, "US", 2).number(2, sample.bits() == 16 ? 11 : 7)
                .element(0x0028, 0x0103, "US", 2).number(2, 0)
                .element(0x7fe0, 0x0010, "OB", RawFile.UNDEFINED).implicit(0xfffe, 0xe000, 8).number(4, 0)
                .number(4, frame.length + 16).implicit(0xfffe, 0xe000, first.length).raw(first)
                .implicit(0xfffe, 0xe000, second.length).raw(second).implicit(0xfffe, 0xe000, frame.length).raw(frame)
                .implicit(0xfffe, 0xe0dd, 0).bytes();
        byte[] words = toolkit().read(write(file), ReadExtent.ALL).bytes(Tag.PIXEL_DATA).orElseThrow();
        int bytes = SampleFrame.ROWS * SampleFrame.COLUMNS * sample.bits() / 8;
        assertEquals(2 * bytes, words.length);
        for (int i = 0; i < 2; i++) {
            CRC32 crc = new CRC32();
            crc.update(words, i * bytes, bytes);
            assertEquals(sample.crc(), crc.getValue());
        }
    }

    static Stream<HostileFile> hostileFiles() {
        return HostileFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void hostileFiles_endInASentence(HostileFile hostile) throws IOException {
        Path file = write(hostile.bytes());
        long most = 2L * hostile.bytes().length + FIXED_BYTES;
        for (ReadExtent extent : ReadExtent.values()) {
            long allocated = assertTimeoutPreemptively(HANG, () -> {
                long before = Allocation.ofThisThread();
                if (hostile.refused() && extent == ReadExtent.ALL) {
                    assertSentence(file, assertThrows(GlomeraException.class, () -> toolkit().read(file, extent)));
                } else {
                    sentenceOrDataSet(file, extent);
                }
                return Allocation.ofThisThread() - before;
            });
            assertTrue(allocated <= most, allocated + " bytes for a file of " + hostile.bytes().length);
        }
    }

    private void sentenceOrDataSet(Path file, ReadExtent extent) {
        try {
            toolkit().read(file, extent);
        } catch (GlomeraException e) {
            assertSentence(file, e);
        }
    }

    private static void assertSentence(Path file, GlomeraException problem) {
        assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
        assertTrue(problem.getMessage().endsWith("."), problem.getMessage());
    }

    @Test
    void aMissingFile_isNamed() {
        Path file = folder.resolve("none.dcm");
        assertSentence(file, assertThrows(GlomeraException.class, () -> toolkit().read(file, ReadExtent.ALL)));
    }

    @Test
    void aDataSetWithoutIdentity_isADefectOfTheCaller() {
        assertThrows(IllegalArgumentException.class,
                () -> toolkit().write(new DataSet().put(Tag.MODALITY, "CT"), new ByteArrayOutputStream()));
    }
}
