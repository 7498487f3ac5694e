package org.glomera.dicom.codecs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import org.glomera.dicom.testing.SampleFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that other programs compressed, and frames that nobody should have. */
class PixelDecodersTest {

    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final int COLUMNS = SampleFrame.COLUMNS;
    private static final int ROWS = SampleFrame.ROWS;
    /** Only an endless loop takes as long. */
    private static final Duration HANG = Duration.ofSeconds(30);

    static List<SampleFrame> samples() {
        return SampleFrame.all();
    }

    private static PixelForm form(SampleFrame sample, int frames) {
        return new PixelForm(ROWS, COLUMNS, frames, sample.bits());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFrameOfAnotherProgram_isDecodedBitByBit(SampleFrame sample) throws CodecException {
        byte[] words = PixelDecoders.decode(sample.syntax(), new Encapsulated().fragment(sample.frame()).bytes(),
                form(sample, 1));
        CRC32 crc = new CRC32();
        crc.update(words);
        assertEquals(sample.crc(), crc.getValue());
        if (sample.name().startsWith("lossless") || sample.name().equals("j2k")) {
            // x = 12, y = 10: 31 * 144 + 57 * 120 = 11304; modulo 4096 that is 3112 = 0x0c28
            assertArrayEquals(new byte[] {0x28, 0x0c}, Arrays.copyOfRange(words, words.length - 2, words.length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBrokenFrame_isRefusedOrDecoded_neverAnythingElse(SampleFrame sample) {
        Random random = new Random(5);
        byte[] good = sample.frame();
        for (int length = 0; length < good.length; length += 3) {
            decodeOrRefuse(sample, Arrays.copyOf(good, length));
        }
        for (int trial = 0; trial < 300; trial++) {
            byte[] broken = good.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            decodeOrRefuse(sample, broken);
        }
    }

    private static void decodeOrRefuse(SampleFrame sample, byte[] frame) {
        assertTimeoutPreemptively(HANG, () -> {
            try {
                PixelDecoders.decode(sample.syntax(), new Encapsulated().fragment(frame).bytes(), form(sample, 1));
            } catch (CodecException e) {
                assertTrue(e.getMessage().length() > 10, e.getMessage());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void halfAFrame_isRefused(SampleFrame sample) {
        byte[] half = Arrays.copyOf(sample.frame(), sample.frame().length / 2);
        assertRefused(sample.syntax(), new Encapsulated().fragment(half).bytes(), form(sample, 1), "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void framesInFragments_areFoundByTheTableOrTheirMarks(SampleFrame sample) throws CodecException {
        byte[] frame = sample.frame();
        int middle = frame.length / 4 * 2;
        byte[] first = Arrays.copyOf(frame, middle);
        byte[] second = Arrays.copyOfRange(frame, middle, frame.length);
        byte[] one = PixelDecoders.decode(sample.syntax(), new Encapsulated().fragment(frame).bytes(), form(sample, 1));
        int next = 16 + frame.length;
        byte[] byTable = new Encapsulated(0, next, 2 * next).fragment(first).fragment(second).fragment(first)
                .fragment(second).fragment(first).fragment(second).bytes();
        assertThreeTimes(one, PixelDecoders.decode(sample.syntax(), byTable, form(sample, 3)));
        if (!sample.syntax().equals(RLE)) {
            byte[] byMarks = new Encapsulated().fragment(first).fragment(second).fragment(frame).fragment(first)
                    .fragment(second).bytes();
            assertThreeTimes(one, PixelDecoders.decode(sample.syntax(), byMarks, form(sample, 3)));
        }
    }

    private static void assertThreeTimes(byte[] one, byte[] all) {
        assertEquals(3 * one.length, all.length);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(one, Arrays.copyOfRange(all, i * one.length, (i + 1) * one.length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anotherSizeThanTheHeaders_isRefused(SampleFrame sample) {
        byte[] data = new Encapsulated().fragment(sample.frame()).bytes();
        assertRefused(sample.syntax(), data, new PixelForm(ROWS + 40, COLUMNS, 1, sample.bits()), "");
    }

    @Test
    void runs_areUnpackedByHand() throws CodecException {
        byte[] frame = new byte[64 + 8];
        frame[0] = 1;
        frame[4] = 64;
        // two literals 7 and 9; nothing; 255 four times (1 - (-3) = 4); one literal that nobody asks for
        System.arraycopy(new byte[] {1, 7, 9, -128, -3, -1, 0, 5}, 0, frame, 64, 8);
        byte[] words = PixelDecoders.decode(RLE, new Encapsulated().fragment(frame).bytes(),
                new PixelForm(2, 3, 1, 8));
        assertArrayEquals(new byte[] {7, 9, -1, -1, -1, -1}, words);
    }

    @Test
    void lyingSegments_areRefused() {
        byte[] frame = new byte[72];
        frame[0] = 1;
        frame[4] = 70;
        assertRefused(RLE, new Encapsulated().fragment(frame).bytes(), new PixelForm(2, 3, 1, 8), "too early");
        frame[7] = 0x7f;
        assertRefused(RLE, new Encapsulated().fragment(frame).bytes(), new PixelForm(2, 3, 1, 8), "segment 1");
        frame[0] = 15;
        assertRefused(RLE, new Encapsulated().fragment(frame).bytes(), new PixelForm(2, 3, 1, 8), "15 segments");
    }

    @Test
    void lyingFragments_areRefused() {
        SampleFrame sample = SampleFrame.of("ls");
        byte[] longer = new Encapsulated().fragment(sample.frame(), 0x7ffffff0).bytes();
        assertRefused(sample.syntax(), longer, form(sample, 1), "claims 2147483632 bytes");
        assertRefused(sample.syntax(), new Encapsulated().bytes(), form(sample, 1), "hold no frame");
        byte[] two = new Encapsulated().fragment(sample.frame()).fragment(sample.frame()).bytes();
        assertRefused(sample.syntax(), two, form(sample, 3), "3 frames cannot be found");
    }

    @Test
    void aBomb_isRefusedBeforeItTakesMemory() {
        for (SampleFrame sample : List.of(SampleFrame.of("rle"), SampleFrame.of("j2k"), SampleFrame.of("lossless"))) {
            byte[] data = new Encapsulated().fragment(sample.frame()).bytes();
            assertRefused(sample.syntax(), data, new PixelForm(65535, 65535, 1, 16), "too many");
            assertRefused(sample.syntax(), data, new PixelForm(512, 512, Integer.MAX_VALUE, 16), "too many");
        }
    }

    @Test
    void aCodestreamOfMillionsOfTiles_isRefused() {
        byte[] frame = SampleFrame.of("j2k").frame();
        // SIZ: XTsiz and YTsiz stand 24 bytes behind the start of the codestream; tiles of 1 x 1 pixel
        for (int i = 0; i < 8; i++) {
            frame[24 + i] = (byte) (i % 4 == 3 ? 1 : 0);
        }
        assertRefused("1.2.840.10008.1.2.4.90", new Encapsulated().fragment(frame).bytes(),
                new PixelForm(ROWS, COLUMNS, 1, 16), "tiles");
    }

    @Test
    void aSyntaxOfMoviesOrOfNobody_isNotDecoded() {
        assertTrue(PixelDecoders.decodes(RLE));
        assertEquals(false, PixelDecoders.decodes("1.2.840.10008.1.2.4.100"));
        assertRefused("1.2.3", new byte[8], new PixelForm(1, 1, 1, 8), "1.2.3");
    }

    private static void assertRefused(String syntax, byte[] data, PixelForm form, String part) {
        CodecException problem = assertThrows(CodecException.class, () -> PixelDecoders.decode(syntax, data, form));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }
}
