package org.glomera.dicom.testing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;

/** The corpus of files that should not be; made anew each time, always the same. */
public final class HostileFiles {

    private static final int KILOBYTE = 1024;
    private static final int NESTED = 64_000;
    /** Inflates to more than 256 MB and twice any file of this corpus. */
    private static final int BOMB_BYTES = 300 << 20;

    private final List<HostileFile> files = new ArrayList<>();

    private HostileFiles() {
    }

    /** The corpus. */
    public static List<HostileFile> all() {
        HostileFiles made = new HostileFiles();
        made.noDicom();
        made.cutOff();
        made.lengths();
        made.representations();
        made.sequences();
        made.nesting();
        made.pixels();
        made.compressed();
        made.bombs();
        return made.files;
    }

    private void refused(String name, byte[] bytes) {
        files.add(new HostileFile(name, bytes, true));
    }

    private void survived(String name, byte[] bytes) {
        files.add(new HostileFile(name, bytes, false));
    }

    /** A file whose header announces an image of grey words of 16 bits. */
    private static RawFile image(String syntax, int rows, int columns) {
        return new RawFile(syntax).element(0x0008, 0x0060, "CS", 2).ascii("CT")
                .element(0x0028, 0x0002, "US", 2).number(2, 1)
                .element(0x0028, 0x0010, "US", 2).number(2, rows).element(0x0028, 0x0011, "US", 2).number(2, columns)
                .element(0x0028, 0x0100, "US", 2).number(2, 16).element(0x0028, 0x0101, "US", 2).number(2, 12);
    }

    private static RawFile encapsulated(String syntax, int rows, int columns) {
        return image(syntax, rows, columns).element(0x7fe0, 0x0010, "OB", RawFile.UNDEFINED)
                .implicit(0xfffe, 0xe000, 0);
    }

    private static RawFile sample(SampleFrame sample, int rows, int columns, byte[] frame) {
        return encapsulated(sample.syntax(), rows, columns).implicit(0xfffe, 0xe000, frame.length).raw(frame)
                .implicit(0xfffe, 0xe0dd, 0);
    }

    private void noDicom() {
        refused("nothing", new byte[0]);
        refused("one byte", new byte[1]);
        refused("text", "Just text, but long enough for a preamble. ".repeat(100).getBytes());
        refused("zeros", new byte[1 << 20]);
        refused("ones", filled(1 << 20, 0xff));
        byte[] noise = noise(1 << 20);
        refused("noise", noise);
        survived("noise behind a preamble", concat(new RawFile().bytes(), noise));
        survived("zeros before an element", concat(concat(new RawFile().bytes(), new byte[4 << 20]), new byte[] {1}));
    }

    private void cutOff() {
        byte[] slice = image(RawFile.EXPLICIT, 100, 100).element(0x0009, 0x0010, "UN", 6000).raw(new byte[6000])
                .element(0x7fe0, 0x0010, "OW", 20000).raw(new byte[20000]).bytes();
        RawFile structures = new RawFile().element(0x3006, 0x0039, "SQ", RawFile.UNDEFINED);
        for (int i = 0; i < 100; i++) {
            structures.implicit(0xfffe, 0xe000, RawFile.UNDEFINED).element(0x3006, 0x0050, "DS", 200)
                    .ascii("-12.50000\\".repeat(20)).implicit(0xfffe, 0xe00d, 0);
        }
        byte[] outlines = structures.implicit(0xfffe, 0xe0dd, 0).bytes();
        for (int cut = KILOBYTE; cut < slice.length; cut += KILOBYTE) {
            refused("a slice cut off at " + cut, Arrays.copyOf(slice, cut));
        }
        for (int cut = KILOBYTE; cut < outlines.length; cut += KILOBYTE) {
            refused("structures cut off at " + cut, Arrays.copyOf(outlines, cut));
        }
    }

    private void lengths() {
        for (String vr : List.of("OB", "OW", "OF", "UN", "UT", "SQ")) {
            for (int length : new int[] {0x7ffffff0, 0x7fffffff, 0x80000000, 0xfffffffe}) {
                refused("a private " + vr + " of " + Integer.toUnsignedString(length) + " bytes",
                        new RawFile().element(0x0009, 0x0010, vr, length).raw(new byte[40]).bytes());
                refused("image data " + vr + " of " + Integer.toUnsignedString(length) + " bytes",
                        image(RawFile.EXPLICIT, 8, 8).element(0x7fe0, 0x0010, vr, length).raw(new byte[40]).bytes());
            }
        }
        refused("a code of 60,000 bytes", new RawFile().element(0x0008, 0x0060, "CS", 60000).ascii("CT").bytes());
        refused("an implicit element of 4 gigabytes", new RawFile(RawFile.IMPLICIT)
                .implicit(0x0008, 0x0060, 0xfffffffe).ascii("CT").bytes());
        refused("a code without a length", new RawFile().element(0x0008, 0x0018, "UI", 2).ascii("1")
                .number(1, 0).element(0x0008, 0x0060, "UT", RawFile.UNDEFINED).ascii("CTCTCTCT").bytes());
        // 100 GB do not fit into a length of 32 bits; the table of frames' lengths is the place for them
        survived("a frame of 100 gigabytes", encapsulatedWithTable(100L << 30));
    }

    private static byte[] encapsulatedWithTable(long frameBytes) {
        return image(RawFile.RLE, 8, 8).element(0x7fe0, 0x0001, "OV", 8).number(4, 0).number(4, 0)
                .element(0x7fe0, 0x0002, "OV", 8).number(4, (int) frameBytes).number(4, (int) (frameBytes >> 32))
                .element(0x7fe0, 0x0010, "OB", RawFile.UNDEFINED).implicit(0xfffe, 0xe000, 0)
                .implicit(0xfffe, 0xe000, 0xfffffff0).raw(new byte[100]).bytes();
    }

    private void representations() {
        for (String vr : List.of("AE", "AT", "CS", "DS", "FD", "FL", "IS", "OB", "OW", "SQ", "UI", "UL", "UN", "US",
                "UT", "ZZ", "??", "\0\0")) {
            RawFile file = new RawFile().element(0x0008, 0x0060, vr, 2).ascii("CT");
            survived("a modality as " + vr, file.element(0x0028, 0x0010, vr, 2).number(2, 512)
                    .element(0x0020, 0x0032, vr, 6).ascii("1\\2\\3 ").bytes());
            survived("a sequence as " + vr, new RawFile().element(0x0054, 0x0022, vr, 16)
                    .implicit(0xfffe, 0xe000, 0x7ffffff0).implicit(0x0008, 0x0060, 0x7ffffff0).bytes());
        }
    }

    private void sequences() {
        refused("a sequence without an end", new RawFile().element(0x0054, 0x0022, "SQ", RawFile.UNDEFINED).bytes());
        refused("an item without an end", new RawFile().element(0x0054, 0x0022, "SQ", RawFile.UNDEFINED)
                .implicit(0xfffe, 0xe000, RawFile.UNDEFINED).bytes());
        refused("a private sequence without an end", new RawFile().element(0x0009, 0x1001, "SQ", RawFile.UNDEFINED)
                .implicit(0xfffe, 0xe000, RawFile.UNDEFINED).element(0x0009, 0x1002, "LO", 2).ascii("ab").bytes());
        refused("an element in place of an item", new RawFile().element(0x0054, 0x0022, "SQ", 8)
                .implicit(0x0008, 0x0060, 0).bytes());
        refused("an item larger than its sequence", new RawFile().element(0x0054, 0x0022, "SQ", 16)
                .implicit(0xfffe, 0xe000, 0x7ffffff0).element(0x0008, 0x0060, "CS", 0).bytes());
        byte[] items = new byte[24 << 20];
        byte[] empty = {(byte) 0xfe, (byte) 0xff, 0, (byte) 0xe0, 0, 0, 0, 0};
        for (int i = 0; i < items.length; i++) {
            items[i] = empty[i % 8];
        }
        survived("three million empty items", new RawFile().element(0x0054, 0x0022, "SQ", items.length).raw(items)
                .bytes());
        survived("four million values of one element", new RawFile().element(0x0008, 0x0119, "UN", 4 << 20)
                .raw(filled(4 << 20, '\\')).bytes());
    }

    private void nesting() {
        RawFile undefined = new RawFile();
        RawFile ofNobody = new RawFile();
        RawFile implicit = new RawFile(RawFile.IMPLICIT);
        for (int i = 0; i < NESTED; i++) {
            undefined.element(0x0054, 0x0022, "SQ", RawFile.UNDEFINED).implicit(0xfffe, 0xe000, RawFile.UNDEFINED);
            ofNobody.element(0x0009, 0x1001, "SQ", RawFile.UNDEFINED).implicit(0xfffe, 0xe000, RawFile.UNDEFINED);
            implicit.implicit(0x0009, 0x1001, RawFile.UNDEFINED).implicit(0xfffe, 0xe000, RawFile.UNDEFINED);
        }
        refused("64,000 nested sequences", undefined.bytes());
        refused("64,000 nested private sequences", ofNobody.bytes());
        refused("64,000 nested implicit sequences", implicit.bytes());
        RawFile defined = new RawFile();
        int left = NESTED * 20;
        for (int i = 0; i < NESTED; i++, left -= 20) {
            defined.element(0x0054, 0x0022, "SQ", left - 12).implicit(0xfffe, 0xe000, left - 20);
        }
        refused("64,000 nested sequences with lengths", defined.bytes());
    }

    private void pixels() {
        refused("image data that are shorter than they say", image(RawFile.EXPLICIT, 512, 512)
                .element(0x7fe0, 0x0010, "OW", 0x80000).raw(new byte[1000]).bytes());
        refused("encapsulated image data in a plain syntax", image(RawFile.EXPLICIT, 8, 8)
                .element(0x7fe0, 0x0010, "OB", RawFile.UNDEFINED).ascii("abcdabcd").bytes());
        refused("image data of a movie", encapsulated("1.2.840.10008.1.2.4.100", 8, 8)
                .implicit(0xfffe, 0xe000, 4).ascii("abcd").implicit(0xfffe, 0xe0dd, 0).bytes());
        refused("an unknown syntax", encapsulated("1.2.3.4", 8, 8).implicit(0xfffe, 0xe000, 4).ascii("abcd")
                .implicit(0xfffe, 0xe0dd, 0).bytes());
        refused("no pixels in a compressed file", encapsulated(RawFile.RLE, 8, 8).implicit(0xfffe, 0xe0dd, 0).bytes());
        refused("a compressed image without a size", new RawFile(RawFile.RLE)
                .element(0x7fe0, 0x0010, "OB", RawFile.UNDEFINED).implicit(0xfffe, 0xe000, 0)
                .implicit(0xfffe, 0xe000, 4).ascii("abcd").implicit(0xfffe, 0xe0dd, 0).bytes());
    }

    private void compressed() {
        for (SampleFrame sample : SampleFrame.all()) {
            byte[] frame = sample.frame();
            byte[] half = Arrays.copyOf(frame, frame.length / 2);
            refused(sample + ", half a frame", sample(sample, SampleFrame.ROWS, SampleFrame.COLUMNS, half).bytes());
            refused(sample + ", a fragment of 4 gigabytes", encapsulated(sample.syntax(), SampleFrame.ROWS,
                    SampleFrame.COLUMNS).implicit(0xfffe, 0xe000, 0xfffffff0).raw(frame).bytes());
            refused(sample + ", 65,535 x 65,535 pixels", sample(sample, 65535, 65535, frame).bytes());
            refused(sample + ", 11,000 x 11,000 pixels", sample(sample, 11000, 11000, frame).bytes());
            refused(sample + ", noise", sample(sample, SampleFrame.ROWS, SampleFrame.COLUMNS,
                    noise(400)).bytes());
        }
        refused("JPEG of 65,500 x 65,500 pixels in its own header", sample(SampleFrame.of("lossless"), 65500, 65500,
                withSize(SampleFrame.of("lossless").frame(), 0xc3)).bytes());
        refused("JPEG-LS of 65,500 x 65,500 pixels in its own header", sample(SampleFrame.of("ls"), 65500, 65500,
                withSize(SampleFrame.of("ls").frame(), 0xf7)).bytes());
        refused("JPEG 2000 of 9,000 x 9,000 pixels in its own header", sample(SampleFrame.of("j2k"), 9000, 9000,
                codestream(SampleFrame.of("j2k").frame(), 9000)).bytes());
    }

    /** Another size in the header of a JPEG or JPEG-LS frame: marker, length, precision, rows, columns. */
    private static byte[] withSize(byte[] frame, int marker) {
        byte[] changed = frame.clone();
        for (int i = 0; i < changed.length - 9; i++) {
            if (changed[i] == (byte) 0xff && changed[i + 1] == (byte) marker) {
                for (int at = i + 5; at < i + 9; at += 2) {
                    changed[at] = (byte) (65500 >> 8);
                    changed[at + 1] = (byte) 65500;
                }
                return changed;
            }
        }
        throw new IllegalStateException("The frame has no header.");
    }

    /** Another size and one tile of that size in a codestream: SIZ, from its eighth byte on. */
    private static byte[] codestream(byte[] frame, int size) {
        byte[] changed = frame.clone();
        for (int at : new int[] {8, 12, 24, 28}) {
            changed[at] = 0;
            changed[at + 1] = 0;
            changed[at + 2] = (byte) (size >> 8);
            changed[at + 3] = (byte) size;
        }
        return changed;
    }

    private void bombs() {
        RawFile file = new RawFile(RawFile.DEFLATED);
        refused("a bomb of zeros in a deflated data set", file.raw(deflatedZeros()).bytes());
        refused("a deflated data set that breaks off", new RawFile(RawFile.DEFLATED)
                .raw(Arrays.copyOf(deflatedZeros(), 1000)).bytes());
        refused("a deflated data set of noise", new RawFile(RawFile.DEFLATED).raw(filled(5000, 0x77)).bytes());
        refused("a deflated data set of nothing", new RawFile(RawFile.DEFLATED).raw(new byte[4]).bytes());
    }

    private static byte[] deflatedZeros() {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 20];
        byte[] target = new byte[1 << 16];
        for (int made = 0; made < BOMB_BYTES; made += chunk.length) {
            deflater.setInput(chunk);
            while (!deflater.needsInput()) {
                out.write(target, 0, deflater.deflate(target));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(target, 0, deflater.deflate(target));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(3).nextBytes(noise);
        return noise;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
