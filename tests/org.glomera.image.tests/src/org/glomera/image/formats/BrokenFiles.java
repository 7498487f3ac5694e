package org.glomera.image.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;

/**
 * A corpus of broken image files, made anew in a folder. Each has a name that says what is wrong with it; all of them
 * have to be refused with a sentence, at once, and without taking the memory that they ask for.
 */
final class BrokenFiles {

    /** Bytes of zeros that a packed file lies about. */
    private static final int BOMB_BYTES = 100 << 20;
    private static final int KILOBYTE = 1024;

    private final Path folder;
    private final Volume volume;
    private final Map<String, Path> files = new LinkedHashMap<>();

    private BrokenFiles(Path folder) {
        this.folder = folder;
        Grid grid = Grid.axial(16, 14, 12, new Vector3(3, 4, 5), new Vector3(-10, 20, 30));
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 7919 % 1000;
        }
        volume = new Volume(grid, Quantity.HOUNSFIELD, values);
    }

    /** Makes the files; by the name of what is wrong. */
    static Map<String, Path> make(Path folder) throws IOException, GlomeraException {
        BrokenFiles corpus = new BrokenFiles(folder);
        corpus.nifti();
        corpus.nrrd();
        corpus.metaImage();
        corpus.interfile();
        corpus.noImages();
        return corpus.files;
    }

    private Path place(String name, String file) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name)).resolve(file);
        files.put(name, place);
        return place;
    }

    private void cut(String name, String file, byte[] whole) throws IOException {
        for (int length = 0; length < whole.length; length += KILOBYTE) {
            FormatFiles.write(place(name + " cut at " + length, file), Arrays.copyOf(whole, length));
        }
        FormatFiles.write(place(name + " without its last byte", file), Arrays.copyOf(whole, whole.length - 1));
    }

    private void nifti() throws IOException, GlomeraException {
        Path good = folder.resolve("good.nii");
        NiftiFiles.write(good, volume);
        byte[] plain = Files.readAllBytes(good);
        cut("nifti", "a.nii", plain);
        cut("nifti packed", "a.nii.gz", FormatFiles.gzip(plain));
        for (float spacing : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            header("nifti spacing " + spacing, plain, h -> h.putFloat(80, spacing));
        }
        for (int size : new int[] {0, -1, Short.MIN_VALUE}) {
            header("nifti size " + size, plain, h -> h.putShort(42, (short) size));
        }
        header("nifti size 32767 cubed", plain, h -> h.putShort(42, Short.MAX_VALUE).putShort(44, Short.MAX_VALUE)
                .putShort(46, Short.MAX_VALUE));
        header("nifti a gigabyte in 32 kB", plain, h -> h.putShort(42, (short) 1000).putShort(44, (short) 1000)
                .putShort(46, (short) 250));
        header("nifti 9 dimensions", plain, h -> h.putShort(40, (short) 9));
        header("nifti 300 images", plain, h -> h.putShort(40, (short) 4).putShort(48, (short) 300));
        for (int type : new int[] {0, 32, 128, 1536, 1792, 2048, 2304, -1}) {
            header("nifti type " + type, plain, h -> h.putShort(70, (short) type));
        }
        for (float offset : new float[] {Float.NaN, 1e30f, -352, 0, 352.5f}) {
            header("nifti voxels at " + offset, plain, h -> h.putFloat(108, offset));
        }
        header("nifti voxels far behind the end", plain, h -> h.putFloat(108, 6e7f));
        header("nifti without orientation", plain, h -> h.putShort(252, (short) 0).putShort(254, (short) 0));
        header("nifti sform of NaN", plain, h -> h.putFloat(280, Float.NaN));
        header("nifti sform of zeros", plain, h -> Arrays.fill(h.array(), 280, 328, (byte) 0));
        header("nifti intercept NaN", plain, h -> h.putFloat(116, Float.NaN));
        header("nifti version 2", plain, h -> h.putInt(0, 540));
        header("nifti no magic", plain, h -> h.putInt(344, 0));
        niftiBombs(plain);
    }

    private void header(String name, byte[] plain, Consumer<ByteBuffer> change) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(plain.clone()).order(ByteOrder.LITTLE_ENDIAN);
        change.accept(header);
        FormatFiles.write(place(name, "a.nii"), header.array());
        FormatFiles.write(place(name + ", packed", "a.nii.gz"), FormatFiles.gzip(header.array()));
    }

    private void niftiBombs(byte[] plain) throws IOException {
        byte[] bomb = Arrays.copyOf(Arrays.copyOf(plain, 352), BOMB_BYTES);
        ByteBuffer header = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(42, (short) 1024).putShort(44, (short) 1024).putShort(46, (short) 101);
        header.putShort(70, (short) 2);
        FormatFiles.write(place("nifti bomb of 100 MB that lacks one", "a.nii.gz"), FormatFiles.gzip(bomb));
        header.putShort(46, (short) 900).putShort(70, (short) 64);
        FormatFiles.write(place("nifti bomb that asks for 7 GB", "a.nii.gz"), FormatFiles.gzip(bomb));
        byte[] packed = FormatFiles.gzip(plain);
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, packed.length / 2, packed.length / 2 + 64, (byte) 0x55);
        FormatFiles.write(place("nifti packed and damaged", "a.nii.gz"), damaged);
        FormatFiles.write(place("nifti packed twice", "a.nii.gz"), FormatFiles.gzip(packed));
    }

    private void nrrd() throws IOException {
        byte[] bytes = FormatFiles.shorts(volume, ByteOrder.LITTLE_ENDIAN);
        String header = FormatFiles.nrrd(volume, "LPS", 1, 1, "raw", "little");
        cut("nrrd", "a.nrrd", concat(header + "\n", bytes));
        String packed = FormatFiles.nrrd(volume, "LPS", 1, 1, "gzip", "little");
        cut("nrrd packed", "a.nrrd", concat(packed + "\n", FormatFiles.gzip(bytes)));
        String text = FormatFiles.nrrd(volume, "LPS", 1, 1, "ascii", "little");
        nrrd("ascii without an end", text, "7".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1));
        nrrd("ascii too short", text, "7 ".repeat(2000).getBytes(StandardCharsets.ISO_8859_1));
        nrrd("ascii of words", text, "seven ".repeat(4000).getBytes(StandardCharsets.ISO_8859_1));
        String[][] changes = {{"sizes: 16", "sizes: 0"}, {"sizes: 16", "sizes: -16"}, {"sizes: 16", "sizes: 9e99"},
                {"sizes: 16", "sizes: 100000000000"}, {"sizes: 16", "sizes: 1600"}, {"sizes: 16 ", "sizes: "},
                {"(3,0,0)", "(0,0,0)"}, {"(3,0,0)", "(NaN,0,0)"}, {"(3,0,0)", "(inf,0,0)"}, {"(3,0,0)", "(0,4,0)"},
                {"(3,0,0)", "none"}, {"(3,0,0)", "(3,0)"}, {"(3,0,0)", "(three,0,0)"}, {"space: LPS", "space: scanner-xyz"},
                {"space: LPS\n", ""}, {"type: short", "type: block"}, {"type: short\n", ""},
                {"encoding: raw", "encoding: bzip2"}, {"encoding: raw", "encoding: hex"}, {"endian: little\n", ""},
                {"endian: little", "endian: middle"}, {"dimension: 3", "dimension: 4"},
                {"dimension: 3", "dimension: many"}, {"kinds", "byte skip: -2\nkinds"},
                {"kinds", "byte skip: 1000000000000000000\nkinds"}, {"kinds", "line skip: 60000000\nkinds"},
                {"space origin: (", "space origin: (1e300"}, {"kinds", "data file: ../good.nii\nkinds"},
                {"kinds", "data file: /dev/zero\nkinds"}, {"kinds", "data file: a/../a.nrrd\nkinds"},
                {"kinds", "data file: missing.raw\nkinds"}, {"kinds", "data file: LIST\nkinds"},
                {"kinds", "data file: a%d.raw 1 3 1\nkinds"}, {"kinds", "data file: \0.raw\nkinds"}};
        for (String[] change : changes) {
            nrrd(change[0].strip() + " to " + change[1].strip(), changed(header, change), bytes);
        }
        FormatFiles.write(place("nrrd header without an end", "a.nrrd"), "NRRD0004\n", "key:=value\n".repeat(200_000));
        FormatFiles.write(place("nrrd line without an end", "a.nrrd"), "NRRD0004\n", new byte[3 << 20]);
        String bomb = packed.replace("sizes: 16 14 12", "sizes: 1024 1024 101");
        nrrd("bomb that lacks a slice", bomb.replace("short", "uint8"), FormatFiles.gzip(new byte[BOMB_BYTES]));
        nrrd("packed that is not", packed, bytes);
    }

    private void nrrd(String name, String header, byte[] bytes) throws IOException {
        FormatFiles.write(place("nrrd " + name.replace('/', ':').replace('\n', ' ').replace('\0', '0'), "a.nrrd"), header,
                "\n", bytes);
    }

    private static String changed(String header, String[] change) {
        if (!header.contains(change[0])) {
            throw new IllegalArgumentException("The header has no '" + change[0] + "' to change.");
        }
        return header.replace(change[0], change[1]);
    }

    private static byte[] concat(String header, byte[] bytes) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(text, text.length + bytes.length);
        System.arraycopy(bytes, 0, all, text.length, bytes.length);
        return all;
    }

    private void metaImage() throws IOException {
        byte[] bytes = FormatFiles.shorts(volume, ByteOrder.LITTLE_ENDIAN);
        String header = FormatFiles.meta(volume, "BinaryDataByteOrderMSB = False\n", "LOCAL");
        cut("metaimage", "a.mha", concat(header, bytes));
        String packed = FormatFiles.meta(volume, "CompressedData = True\n", "LOCAL");
        cut("metaimage packed", "a.mha", concat(packed, FormatFiles.zlib(bytes)));
        String[][] changes = {{"DimSize = 16", "DimSize = 0"}, {"DimSize = 16", "DimSize = -16"},
                {"DimSize = 16", "DimSize = 1e300"}, {"DimSize = 16", "DimSize = 16000"}, {"DimSize = 16 ", "DimSize = "},
                {"ElementSpacing = 3", "ElementSpacing = 0"}, {"ElementSpacing = 3", "ElementSpacing = -3"},
                {"ElementSpacing = 3", "ElementSpacing = NaN"}, {"ElementSpacing = 3", "ElementSpacing = 1e-300"},
                {"ElementSpacing = ", "Spacing = "}, {"TransformMatrix = 1", "TransformMatrix = 0"},
                {"TransformMatrix = 1", "TransformMatrix = nan"}, {"TransformMatrix = 1 ", "TransformMatrix = "},
                {"Offset = -10", "Offset = inf"}, {"NDims = 3", "NDims = 4"}, {"NDims = 3", "NDims = -1"},
                {"MET_SHORT", "MET_STRING"}, {"MET_SHORT", "MET_FLOAT_ARRAY"}, {"ObjectType = Image", "ObjectType = Tube"},
                {"ElementType", "ElementNumberOfChannels = 3\nElementType"}, {"ElementType", "HeaderSize = -2\nElementType"},
                {"ElementType", "HeaderSize = 1e18\nElementType"}, {"LOCAL", "LIST"}, {"LOCAL", "../good.nii"},
                {"LOCAL", "/dev/zero"}, {"LOCAL", "a%03d.raw 1 9 1"}, {"LOCAL", "missing.raw"}, {"LOCAL", "..\\a.raw"},
                {"ElementDataFile = LOCAL\n", ""}, {"BinaryData = True", "BinaryData = False"}};
        for (String[] change : changes) {
            FormatFiles.write(place("metaimage " + (change[0].strip() + " to " + change[1].strip()).replace('/', ':')
                    .replace('\n', ' '), "a.mha"), changed(header, change), bytes);
        }
        String unoriented = header.replaceAll("TransformMatrix.*\n", "").replace("= RAI", "= ???");
        FormatFiles.write(place("metaimage without orientation", "a.mha"), unoriented, bytes);
        String bomb = packed.replace("DimSize = 16 14 12", "DimSize = 1024 1024 101").replace("MET_SHORT", "MET_UCHAR");
        FormatFiles.write(place("metaimage bomb that lacks a slice", "a.mha"), bomb,
                FormatFiles.zlib(new byte[BOMB_BYTES]));
        FormatFiles.write(place("metaimage packed that is not", "a.mha"), packed, bytes);
        FormatFiles.write(place("metaimage line without an end", "a.mha"), "NDims = ", "3".repeat(3 << 20));
    }

    private void interfile() throws IOException {
        byte[] bytes = FormatFiles.shorts(volume, ByteOrder.LITTLE_ENDIAN);
        String header = String.join("\n", "!INTERFILE :=", "!name of data file := a.i33", "!matrix size [1] := 16",
                "!matrix size [2] := 14", "!number of slices := 12", "!number format := signed integer",
                "!number of bytes per pixel := 2", "imagedata byte order := LITTLEENDIAN",
                "scaling factor (mm/pixel) [1] := 3", "scaling factor (mm/pixel) [2] := 4",
                "scaling factor (mm/pixel) [3] := 5", "patient orientation := head_in", "patient rotation := supine",
                "!END OF INTERFILE :=", "");
        for (int length = 0; length < bytes.length; length += KILOBYTE) {
            interfile("cut at " + length, header, Arrays.copyOf(bytes, length));
        }
        for (int length = 1; length < header.length() - 30; length += 40) {
            interfile("header cut at " + length, header.substring(0, length), new byte[0]);
        }
        String[][] changes = {{"[1] := 16", "[1] := 0"}, {"[1] := 16", "[1] := -16"}, {"[1] := 16", "[1] := 1e300"},
                {"[1] := 16", "[1] := 16000"}, {"[1] := 3", "[1] := 0"}, {"[1] := 3", "[1] := -3"},
                {"[1] := 3", "[1] := NaN"}, {"[3] := 5", "[3] := {5,6,7}"}, {"pixel := 2", "pixel := 2000000000"},
                {"a.i33", "../good.nii"}, {"a.i33", "/dev/zero"}, {"a.i33", ".."}, {"a.i33", "missing.i33"},
                {"signed integer", "complex"}, {"signed integer", "ascii"}, {"LITTLEENDIAN", "UPSIDEDOWN"},
                {"head_in", "sideways"}, {"!number of slices", "!data offset in bytes := -1\n!number of slices"},
                {"!number of slices", "data offset in bytes := 1e18\n!number of slices"},
                {"!number of slices", "rescale slope := NaN\n!number of slices"},
                {"!number of slices", "rescale intercept := inf\n!number of slices"},
                {"!number of slices", "first pixel offset (mm) [1] := NaN\n!number of slices"},
                {"!number of slices", "number of time frames := 99\n!number of slices"}};
        for (String[] change : changes) {
            interfile((change[0] + " to " + change[1]).replace('/', ':').replace('\n', ' '),
                    changed(header, change), bytes);
        }
        interfile("key without an end", "!INTERFILE :=\n" + "a".repeat(3 << 20), bytes);
        interfile("header of a million keys", "!INTERFILE :=\n" + "key := 1\n".repeat(1 << 20), bytes);
    }

    private void interfile(String name, String header, byte[] bytes) throws IOException {
        Path file = place("interfile " + name, "a.h33");
        FormatFiles.write(file, header);
        FormatFiles.write(file.resolveSibling("a.i33"), bytes);
    }

    private void noImages() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(3).nextBytes(noise);
        for (String ending : new String[] {"nii", "nii.gz", "nrrd", "nhdr", "mha", "mhd", "h33", "hv"}) {
            FormatFiles.write(place("empty " + ending, "a." + ending));
            FormatFiles.write(place("zeros " + ending, "a." + ending), new byte[5000]);
            FormatFiles.write(place("noise " + ending, "a." + ending), noise);
            files.put("missing " + ending, folder.resolve("missing." + ending));
            files.put("folder " + ending, Files.createDirectories(folder.resolve("folder." + ending)));
        }
    }
}
