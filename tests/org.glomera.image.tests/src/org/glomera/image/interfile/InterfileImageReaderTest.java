package org.glomera.image.interfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageContent;
import org.glomera.image.components.LabelSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfileImageReaderTest {

    private static final double EXACT = 1e-9;
    /** 2 x 3 x 4 voxels of 4 x 5 x 6 mm, signed 16-bit numbers, as STIR and the standard write them. */
    private static final List<String> HEADER = List.of("!INTERFILE  :=", "!imaging modality := nucmed",
            "!version of keys := 3.3", "!name of data file := a.i33", "imagedata byte order := LITTLEENDIAN",
            "!matrix size [1] := 2", "!matrix size [2] := 3", "!number of slices := 4",
            "!number format := signed integer", "!number of bytes per pixel := 2",
            "scaling factor (mm/pixel) [1] := 4", "scaling factor (mm/pixel) [2] := 5",
            "scaling factor (mm/pixel) [3] := 6", "patient orientation := head_in", "patient rotation := supine",
            "slice orientation := Transverse", "!END OF INTERFILE :=");

    private final InterfileImageReader reader = new InterfileImageReader();

    @TempDir
    Path folder;

    /** The header with keys replaced or added; a key without a value is taken out. */
    private Path header(String... changes) throws Exception {
        List<String> lines = new ArrayList<>(HEADER);
        for (String change : changes) {
            String key = change.substring(0, change.indexOf(":=")).replace("!", "").strip();
            lines.removeIf(line -> line.replace("!", "").startsWith(key));
            if (!change.strip().endsWith(":=")) {
                lines.add(lines.size() - 1, change);
            }
        }
        Path file = folder.resolve("a.h33");
        Files.write(file, lines);
        return file;
    }

    private void voxels(ByteOrder order) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(48).order(order);
        for (int i = 0; i < 24; i++) {
            bytes.putShort((short) (i - 3));
        }
        Files.write(folder.resolve("a.i33"), bytes.array());
    }

    private ImageContent read(Path file) throws Exception {
        return reader.read(file, new NullProgressMonitor());
    }

    @Test
    void values_areThoseOfTheFileWithXFastest() throws Exception {
        voxels(ByteOrder.LITTLE_ENDIAN);
        ImageContent content = read(header());
        Volume volume = content.volumes().get(0);
        assertEquals(List.of(2, 3, 4), List.of(volume.grid().nx(), volume.grid().ny(), volume.grid().nz()));
        // voxel (1, 2, 3) is the last, number 23 of 24: 23 - 3
        assertEquals(20, volume.at(1, 2, 3));
        assertEquals(-2, volume.at(1, 0, 0));
        assertEquals(new Vector3(4, 5, 6), volume.grid().spacingMm());
        assertEquals(Quantity.UNKNOWN, volume.quantity());
        assertEquals(1, content.remarks().size(), content.remarks().toString());
        assertTrue(content.remarks().get(0).contains("origin"));
    }

    @ParameterizedTest
    @CsvSource({"head_in, supine, 1, 1, -1", "head_in, prone, -1, -1, -1", "feet_in, supine, -1, 1, 1",
            "feet_in, prone, 1, -1, 1"})
    void axes_followThePositionOfThePatient(String position, String rotation, int x, int y, int z) throws Exception {
        // x grows to the patient's left, y to the back, z to the head: signs as STIR's swap_axes_based_on_orientation
        voxels(ByteOrder.LITTLE_ENDIAN);
        Volume volume = read(header("patient orientation := " + position, "patient rotation := " + rotation))
                .volumes().get(0);
        assertEquals(new Vector3(4.0 * x, 0, 0), volume.grid().voxelToPatientMm().column0());
        assertEquals(new Vector3(0, 5.0 * y, 0), volume.grid().voxelToPatientMm().column1());
        assertEquals(new Vector3(0, 0, 6.0 * z), volume.grid().voxelToPatientMm().column2());
        // the middle lies at the origin
        assertEquals(0, volume.grid().centreMm().length(), EXACT);
    }

    @Test
    void firstPixelOffset_isThePlaceOfTheFirstVoxel() throws Exception {
        voxels(ByteOrder.LITTLE_ENDIAN);
        ImageContent content = read(header("first pixel offset (mm) [1] := -10", "first pixel offset (mm) [2] := -20",
                "first pixel offset (mm) [3] := 30"));
        // head in, supine: index z runs to the feet, so 30 mm along it is 30 mm towards the feet
        assertEquals(new Vector3(-10, -20, -30), content.volumes().get(0).grid().patientMm(0, 0, 0));
        assertEquals(List.of(), content.remarks());
    }

    @Test
    void phantomOfASimulator_liesOnRightHandedAxesAndSaysSo() throws Exception {
        voxels(ByteOrder.LITTLE_ENDIAN);
        ImageContent content = read(header("patient orientation :=", "patient rotation :=",
                "scaling factor (mm/pixel) [3] :=", "slice thickness (pixels) := 1.5"));
        Volume volume = content.volumes().get(0);
        assertEquals(new Vector3(4, 0, 0), volume.grid().voxelToPatientMm().column0());
        assertEquals(new Vector3(0, -5, 0), volume.grid().voxelToPatientMm().column1());
        // 1.5 pixels of (4 + 5) / 2 mm
        assertEquals(new Vector3(0, 0, -6.75), volume.grid().voxelToPatientMm().column2());
        assertTrue(content.remarks().get(0).contains("left"), content.remarks().toString());
    }

    @Test
    void imageOfStirWithoutAPatient_liesHeadFirstAndSupine() throws Exception {
        voxels(ByteOrder.LITTLE_ENDIAN);
        ImageContent content = read(header("patient orientation :=", "patient rotation :=",
                "matrix axis label [1] := x"));
        assertEquals(new Vector3(0, 5, 0), content.volumes().get(0).grid().voxelToPatientMm().column1());
        assertEquals(new Vector3(0, 0, -6), content.volumes().get(0).grid().voxelToPatientMm().column2());
        assertTrue(content.remarks().get(0).contains("head first, supine"), content.remarks().toString());
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "4, 4", "4.42, 4.42", "0.5, 2", "2, 8"})
    void sliceThickness_isInPixelsUnlessOnlyMillimetresCanBeMeant(double number, double expectedMm) throws Exception {
        // pixels of 4 mm: 1 -> 4 mm; 4 is the pixel's own width; 4.42 would be 17.7 mm; 0.5 -> 2 mm; 2 -> 8 mm
        voxels(ByteOrder.LITTLE_ENDIAN);
        Volume volume = read(header("scaling factor (mm/pixel) [2] := 4", "scaling factor (mm/pixel) [3] :=",
                "slice thickness (pixels) := " + number)).volumes().get(0);
        assertEquals(expectedMm, volume.grid().spacingMm().z(), EXACT);
    }

    @Test
    void byteOrder_isBigEndianWhereTheHeaderIsSilent() throws Exception {
        voxels(ByteOrder.BIG_ENDIAN);
        ImageContent content = read(header("imagedata byte order :="));
        assertEquals(20, content.volumes().get(0).at(1, 2, 3));
        assertTrue(content.remarks().stream().anyMatch(each -> each.contains("byte order")));
    }

    @Test
    void keys_areReadWithoutRegardToCaseSpaceAndComments() throws Exception {
        voxels(ByteOrder.LITTLE_ENDIAN);
        ImageContent content = read(header("Rescale  Slope:=+2.0 ; factor", "RESCALE INTERCEPT := -1"));
        assertEquals(2 * 20 - 1, content.volumes().get(0).at(1, 2, 3));
    }

    @Test
    void voxelsBehindTheHeaderInOneFile_areFoundByTheirOffset() throws Exception {
        Path file = header("name of data file := a.h33", "data offset in bytes := 2048");
        byte[] text = Files.readAllBytes(file);
        ByteBuffer all = ByteBuffer.allocate(2048 + 48).order(ByteOrder.LITTLE_ENDIAN).put(text);
        all.position(2048);
        for (int i = 0; i < 24; i++) {
            all.putShort((short) i);
        }
        Files.write(file, all.array());
        assertEquals(23, read(file).volumes().get(0).at(1, 2, 3));
    }

    @Test
    void bits_areReadFromTheHighestOn() throws Exception {
        // 24 bits: 10000000 00000001 11111111
        Files.write(folder.resolve("a.i33"), new byte[] {(byte) 0x80, 1, (byte) 0xff});
        Volume volume = read(header("number format := bit", "number of bytes per pixel := 1")).volumes().get(0);
        float[] expected = new float[24];
        expected[0] = 1;
        Arrays.fill(expected, 15, 24, 1);
        assertArrayEquals(expected, volume.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name of data file := ../a.i33 | own folder",
            "name of data file := /etc/passwd | own folder", "name of data file := b.i33 | not beside it",
            "matrix size [1] := 0 | size 0", "matrix size [1] := 999999999 | more than",
            "matrix size [1] := 20 | truncated", "matrix size [1] := two | no number",
            "scaling factor (mm/pixel) [1] := 0 | positive", "scaling factor (mm/pixel) [2] := NaN | positive",
            "scaling factor (mm/pixel) [3] := -6 | positive", "number of bytes per pixel := 3 | 3 bytes",
            "number format := complex | does not know", "data offset in bytes := -5 | cannot be",
            "data compression := gzip | packed", "number of time frames := 3 | several images",
            "total number of images := 8 | different numbers", "slice orientation := sagittal | transverse",
            "patient rotation := sideways | right and left", "process status := Acquired | projections"})
    void whatCannotBeUnderstood_isRefusedWithASentence(String change, String part) throws Exception {
        voxels(ByteOrder.LITTLE_ENDIAN);
        Path file = header(change);
        GlomeraException e = assertThrows(GlomeraException.class, () -> read(file));
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertTrue(e.getMessage().startsWith("The file " + folder), e.getMessage());
    }

    @Test
    void linkOutOfTheFolder_isNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        voxels(ByteOrder.LITTLE_ENDIAN);
        Path inner = elsewhere.resolve("a.h33");
        Files.copy(header(), inner);
        Files.createSymbolicLink(elsewhere.resolve("a.i33"), folder.resolve("a.i33"));
        GlomeraException e = assertThrows(GlomeraException.class, () -> read(inner));
        assertTrue(e.getMessage().contains("own folder"), e.getMessage());
    }

    @Test
    void supports_looksAtNameAndFirstKey() throws Exception {
        voxels(ByteOrder.LITTLE_ENDIAN);
        assertTrue(reader.supports(header()).supported());
        assertFalse(reader.supports(folder.resolve("a.i33")).supported());
        Path analyze = folder.resolve("b.hdr");
        Files.write(analyze, new byte[348]);
        assertFalse(reader.supports(analyze).supported());
        assertFalse(reader.supports(folder.resolve("missing.h33")).supported());
    }

    private static ImageContent real(String name) throws Exception {
        String root = System.getProperty("glomera.realData", "");
        assumeTrue(!root.isEmpty(), "skipped: glomera.realData names no folder with images of others");
        Path file = Path.of(root, "lu177-dotatate-patient", name);
        assumeTrue(Files.isRegularFile(file), () -> "skipped: " + name + " is not in the folder glomera.realData");
        return new InterfileImageReader().read(file, new NullProgressMonitor());
    }

    private static Vector3 centroidMm(Volume labels, int value) {
        Vector3 sum = new Vector3(0, 0, 0);
        int n = 0;
        for (int i = 0; i < labels.values().length; i++) {
            if (labels.values()[i] == value) {
                int nx = labels.grid().nx();
                int ny = labels.grid().ny();
                sum = sum.plus(labels.grid().patientMm(i % nx, i / nx % ny, i / nx / ny));
                n++;
            }
        }
        return sum.times(1.0 / n);
    }

    @Test
    void realPatient_hasKidneysOf168And138MlOnTheirSides() throws Exception {
        Volume labels = real("patient15_LuDOTATATE_src.h33").volumes().get(0);
        LabelMap kidneys = LabelSelection.of(18000, 17000).select(labels, "the labels").kidneys();
        // 2493 and 2052 voxels of 3.9063 x 3.9063 x 4.4196 mm: 168.13 and 138.39 ml
        assertEquals(2493, kidneys.count(Side.RIGHT));
        assertEquals(2052, kidneys.count(Side.LEFT));
        assertEquals(168.13, kidneys.volumeMl(Side.RIGHT), 0.005);
        assertEquals(138.39, kidneys.volumeMl(Side.LEFT), 0.005);
        Vector3 liver = centroidMm(labels, 15000);
        Vector3 spleen = centroidMm(labels, 16000);
        Vector3 right = centroidMm(labels, 18000);
        assertTrue(liver.x() < spleen.x(), "the liver lies right of the spleen");
        assertTrue(right.x() < centroidMm(labels, 17000).x(), "the right kidney lies right of the left one");
        assertTrue(right.z() < liver.z(), "the right kidney lies below the liver");
        assertTrue(right.y() > liver.y(), "the kidneys lie behind the liver");
    }

    @Test
    void realPatient_hasLungsAboveTheLiver() throws Exception {
        Volume ct = real("patient15_LuDOTATATE_attn.h33").volumes().get(0);
        int first = 0;
        int last = 0;
        // lung: -900 to -500 HU, stored as HU + 1000
        for (int y = 0; y < ct.grid().ny(); y++) {
            for (int x = 0; x < ct.grid().nx(); x++) {
                first += ct.at(x, y, 0) > 100 && ct.at(x, y, 0) < 500 ? 1 : 0;
                last += ct.at(x, y, 89) > 100 && ct.at(x, y, 89) < 500 ? 1 : 0;
            }
        }
        assertTrue(first > last, first + " and " + last);
        assertTrue(ct.grid().patientMm(0, 0, 0).z() > ct.grid().patientMm(0, 0, 89).z(), "slice 0 is the upper one");
    }
}
