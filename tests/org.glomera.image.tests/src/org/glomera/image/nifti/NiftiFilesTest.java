package org.glomera.image.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NiftiFilesTest {

    /** Positions of a few centimetres in single precision. */
    private static final double SINGLE_MM = 1e-5;

    /**
     * Written by nibabel 5.0 ({@code /usr/bin/python3}): big endian, 3 x 2 x 4 16-bit integers {@code 7 i - 50}, i the
     * voxel's place with x fastest, scl_slope 0.5, scl_inter -3, a qform only:
     * <pre>
     * A = eye(4); A[:3,:3] = rz(-35 degrees) @ rx(20 degrees) @ diag([2, 3, -5]); A[:3,3] = [-10, 20.5, -30]
     * h = nibabel.Nifti1Header(endianness='>'); h.set_data_dtype('>i2'); h.set_data_shape((3, 2, 4))
     * h.set_qform(A, code=1); h['scl_slope'] = 0.5; h['scl_inter'] = -3; h['vox_offset'] = 352; h['magic'] = b'n+1'
     * gzip.compress(h.binaryblock + bytes(4) + data.astype('>i2').tobytes(order='F'))
     * </pre>
     */
    private static final String BY_NIBABEL = "H4sIAAAAAAACA2NgYIxhIAYwAyETAwsDIxSiAhYGAQaG/Q0MDA5AjgOQcFjAwGDfgI"
            + "qdNwBpoPwBB7AeJoaBBkBf2GlO/bM39GHTvunzgw4qMDA4LmFgOPiBcqPztA3B9P9z/6/+v/P/8f9X/z/+//H/PwMbAy+DCIM0gxKDJo"
            + "MBgzmDHYMrgw9DMEMUQyJDBkM+AFthH9qQAQAA";

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        Path file = folder.resolve("image.nii");
        Files.write(file, bytes);
        return file;
    }

    private String refusal(byte[] bytes) throws IOException {
        Path file = file(bytes);
        GlomeraException e = assertThrows(GlomeraException.class, () -> NiftiFiles.readVolume(file, Quantity.UNKNOWN));
        assertEquals(GlomeraException.Kind.INPUT, e.kind());
        assertTrue(e.getMessage().contains(file.toString()), "the sentence names the file: " + e.getMessage());
        return e.getMessage();
    }

    private static void assertNear(double x, double y, double z, Vector3 actual) {
        assertEquals(x, actual.x(), SINGLE_MM);
        assertEquals(y, actual.y(), SINGLE_MM);
        assertEquals(z, actual.z(), SINGLE_MM);
    }

    /** Columns of 2, 3 and 5 mm turned about z by -35 degrees and about x by 20, the third mirrored; in LPS. */
    private static Grid oblique() {
        double c = Math.cos(Math.toRadians(-35));
        double s = Math.sin(Math.toRadians(-35));
        double cx = Math.cos(Math.toRadians(20));
        double sx = Math.sin(Math.toRadians(20));
        // RAS columns: 2 (c, s, 0); 3 (-s cx, c cx, sx); -5 (s sx, -c sx, cx); LPS has x and y negated
        return new Grid(3, 2, 4, new Affine3(new Vector3(-2 * c, -2 * s, 0),
                new Vector3(3 * s * cx, -3 * c * cx, 3 * sx), new Vector3(5 * s * sx, -5 * c * sx, -5 * cx),
                new Vector3(10, -20.5, -30)));
    }

    // reading

    @Test
    void read_givesThePositionsAndValuesThatNibabelGives() throws Exception {
        Volume volume = NiftiFiles.readVolume(file(Base64.getDecoder().decode(BY_NIBABEL)), Quantity.COUNTS);
        Grid grid = volume.grid();
        assertEquals(List.of(3, 2, 4), List.of(grid.nx(), grid.ny(), grid.nz()));
        assertEquals(Quantity.COUNTS, volume.quantity());
        // nibabel.load('a.nii').affine, with x and y negated: RAS to LPS
        Affine3 m = grid.voxelToPatientMm();
        assertNear(-1.6383041127434266, 1.147152838190262, 0.00000001126020433, m.column0());
        assertNear(-1.6169565841414906, -2.3092534362372845, 1.0260604135370277, m.column1());
        assertNear(-0.9808734512886175, -1.4008324810113935, -4.698463113902313, m.column2());
        assertNear(10, -20.5, -30, m.offset());
        // nibabel: get_fdata()[2, 1, 3] = 52.5: place 23: 0.5 * (7 * 23 - 50) - 3 = 52.5; [1, 0, 2] = 17.5
        assertEquals(52.5f, volume.at(2, 1, 3));
        assertEquals(17.5f, volume.at(1, 0, 2));
    }

    @Test
    void readGrid_isTheGridOfTheVolume() throws Exception {
        Path file = file(NiftiBytes.ofInt16().packed());
        assertEquals(NiftiFiles.readVolume(file, Quantity.UNKNOWN).grid(), NiftiFiles.readGrid(file));
    }

    @Test
    void read_prefersTheSform() throws Exception {
        // a qform that says something else (code 1, no rotation, offset 100) beside the sform diag(2, 3, 5), 7, 8, 9
        byte[] bytes = NiftiBytes.ofInt16().shorts(252, 1, 1).floats(268, 100, 100, 100).plain();
        Grid grid = NiftiFiles.readVolume(file(bytes), Quantity.UNKNOWN).grid();
        assertNear(-7, -8, 9, grid.patientMm(0, 0, 0));
        assertNear(-7 - 2 * 2, -8 - 3 * 1, 9 + 5 * 3, grid.patientMm(2, 1, 3));
    }

    @Test
    void read_takesTheUnitOfLengthFromTheHeader() throws Exception {
        // metres: 2 m between neighbours; micrometres: 0.002 mm
        byte[] metres = NiftiBytes.ofInt16().set(b -> b.put(123, (byte) 1)).plain();
        assertEquals(2000, NiftiFiles.readVolume(file(metres), Quantity.UNKNOWN).grid().spacingMm().x(), SINGLE_MM);
        byte[] micrometres = NiftiBytes.ofInt16().set(b -> b.put(123, (byte) (3 + 8))).plain();
        assertEquals(0.002, NiftiFiles.readVolume(file(micrometres), Quantity.UNKNOWN).grid().spacingMm().x(), 1e-9);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                type(2, 1, 0, 255, b -> b.put(352, (byte) 0).put(353, (byte) 255)),
                type(256, 1, -128, 127, b -> b.put(352, (byte) -128).put(353, (byte) 127)),
                type(4, 2, -32768, 32767, b -> b.putShort(352, (short) -32768).putShort(354, (short) 32767)),
                type(512, 2, 0, 65535, b -> b.putShort(352, (short) 0).putShort(354, (short) -1)),
                // 2^31 and 2^32 - 1 are rounded to single precision, as everywhere in a volume
                type(8, 4, -2147483648f, 5, b -> b.putInt(352, Integer.MIN_VALUE).putInt(356, 5)),
                type(768, 4, 4294967296f, 5, b -> b.putInt(352, -1).putInt(356, 5)),
                type(16, 4, 1.5f, -1e30f, b -> b.putFloat(352, 1.5f).putFloat(356, -1e30f)),
                type(64, 8, 0.1f, -2.5f, b -> b.putDouble(352, 0.1).putDouble(360, -2.5)),
                type(1024, 8, -9223372036854775808f, 7, b -> b.putLong(352, Long.MIN_VALUE).putLong(360, 7)),
                type(1280, 8, 18446744073709551616f, 7, b -> b.putLong(352, -1).putLong(360, 7)));
    }

    private static Arguments type(int code, int bytes, float first, float second, Consumer<ByteBuffer> put) {
        return Arguments.of(code, bytes, first, second, put);
    }

    @ParameterizedTest
    @MethodSource("types")
    void read_takesEveryScalarTypeInBothByteOrders(int code, int bytes, float first, float second,
            Consumer<ByteBuffer> put) throws Exception {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            NiftiBytes image = new NiftiBytes(order, code, bytes, 2, 1, 1).set(put);
            assertArrayEquals(new float[] {first, second},
                    NiftiFiles.readVolume(file(image.plain()), Quantity.UNKNOWN).values());
            assertArrayEquals(new float[] {first, second},
                    NiftiFiles.readVolume(file(image.packed()), Quantity.UNKNOWN).values());
        }
    }

    @Test
    void read_ofASlopeOfZeroOrNanLeavesTheStoredValues() throws Exception {
        // nifti1.h: scl_slope 0 means that the data are not scaled; scl_inter is then not looked at
        for (float slope : new float[] {0, Float.NaN}) {
            byte[] bytes = NiftiBytes.ofInt16().shorts(352, 42).floats(112, slope, 9).plain();
            assertEquals(42, NiftiFiles.readVolume(file(bytes), Quantity.UNKNOWN).at(0, 0, 0));
        }
    }

    @Test
    void read_keepsVoxelsThatAreNotFinite() throws Exception {
        NiftiBytes image = new NiftiBytes(ByteOrder.LITTLE_ENDIAN, 16, 4, 3, 1, 1).floats(352, Float.NaN,
                Float.NEGATIVE_INFINITY, 1);
        Volume volume = NiftiFiles.readVolume(file(image.plain()), Quantity.UNKNOWN);
        assertEquals(2, volume.nonFiniteCount());
        assertTrue(Float.isNaN(volume.at(0, 0, 0)));
    }

    @Test
    void read_skipsHeaderExtensions() throws Exception {
        // an extension of 16 bytes after the header: voxels begin at 368
        byte[] plain = NiftiBytes.ofInt16().shorts(352, 5, 6).floats(108, 368).plain();
        ByteBuffer longer = ByteBuffer.allocate(plain.length + 16);
        longer.put(plain, 0, 352).position(368).put(plain, 352, plain.length - 352);
        assertEquals(6, NiftiFiles.readVolume(file(longer.array()), Quantity.UNKNOWN).at(1, 0, 0));
    }

    @Test
    void read_acceptsFurtherDimensionsOfSizeOne() throws Exception {
        byte[] bytes = NiftiBytes.ofInt16().shorts(40, 5, 3, 2, 4, 1, 1).plain();
        assertEquals(4, NiftiFiles.readVolume(file(bytes), Quantity.UNKNOWN).grid().nz());
    }

    @Test
    void readLabelMap_takesWholeNumbersOfAnyType() throws Exception {
        NiftiBytes image = new NiftiBytes(ByteOrder.BIG_ENDIAN, 64, 8, 3, 1, 1)
                .set(b -> b.putDouble(352, 0).putDouble(360, 2).putDouble(368, 255));
        LabelMap map = NiftiFiles.readLabelMap(file(image.plain()));
        assertEquals(List.of(0, 2, 255), List.of(map.at(0, 0, 0), map.at(1, 0, 0), map.at(2, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("noLabels")
    void readLabelMap_namesAValueThatIsNoLabel(double value) throws Exception {
        NiftiBytes image = new NiftiBytes(ByteOrder.LITTLE_ENDIAN, 64, 8, 1, 1, 1).set(b -> b.putDouble(352, value));
        Path file = file(image.plain());
        GlomeraException e = assertThrows(GlomeraException.class, () -> NiftiFiles.readLabelMap(file));
        assertTrue(e.getMessage().contains(String.valueOf(value)), e.getMessage());
    }

    static double[] noLabels() {
        return new double[] {-1, 256, 0.5, Double.NaN, Double.POSITIVE_INFINITY, 1e300};
    }

    // writing

    @Test
    void write_setsSformAndQformAsNibabelDoes() throws Exception {
        // nibabel: j = Nifti1Image(data, A); j.set_qform(A, 1); j.set_sform(A, 1), A as for BY_NIBABEL; its fields:
        float[] pixdim = {-1, 2, 3, 5};
        float[] quatern = {0.16561120748519897f, -0.052217014133930206f, -0.29613739252090454f, -10, 20.5f, -30};
        float[] srow = {1.6383041143417358f, 1.6169565916061401f, 0.9808734655380249f, -10,
                -1.1471529006958008f, 2.309253454208374f, 1.4008325338363647f, 20.5f,
                0, 1.0260604619979858f, -4.698462963104248f, -30};
        Path file = folder.resolve("written.nii");
        NiftiFiles.write(file, new Volume(oblique(), Quantity.HOUNSFIELD, new float[24]));
        ByteBuffer b = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(352 + 4 * 24, b.capacity());
        assertEquals(1, b.getShort(252));
        assertEquals(1, b.getShort(254));
        assertFloats(pixdim, b, 76);
        assertFloats(quatern, b, 256);
        assertFloats(srow, b, 280);
    }

    private static void assertFloats(float[] expected, ByteBuffer actual, int at) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual.getFloat(at + 4 * i), 1e-6f);
        }
    }

    static List<Grid> grids() {
        Vector3 first = new Vector3(-100, 50, -30);
        return List.of(oblique(),
                Grid.axial(3, 2, 4, new Vector3(2, 3, 5), first),
                grid(new Vector3(-2, 0, 0), new Vector3(0, -3, 0), new Vector3(0, 0, 5), first),
                grid(new Vector3(0, 0, -2), new Vector3(0, 3, 0), new Vector3(5, 0, 0), first),
                grid(new Vector3(0, 2, 0), new Vector3(0, 0, 3), new Vector3(-5, 0, 0), first));
    }

    private static Grid grid(Vector3 column0, Vector3 column1, Vector3 column2, Vector3 first) {
        return new Grid(3, 2, 4, new Affine3(column0, column1, column2, first));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void written_volumesAreReadBackTheSame(Grid grid) throws Exception {
        float[] values = new float[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 5 ? Float.NaN : 0.1f * i - 1;
        }
        for (String name : List.of("a.nii", "a.nii.gz")) {
            Path file = folder.resolve(name);
            NiftiFiles.write(file, new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values));
            Volume back = NiftiFiles.readVolume(file, Quantity.ACTIVITY_CONCENTRATION);
            assertArrayEquals(values, back.values());
            assertTrue(grid.isSameAs(back.grid(), SINGLE_MM));
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void written_qformSaysTheSameAsTheSform(Grid grid) throws Exception {
        Path file = folder.resolve("a.nii");
        NiftiFiles.write(file, new LabelMap(grid, new byte[24]));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(254, (short) 0);
        assertTrue(grid.isSameAs(NiftiFiles.readLabelMap(file(bytes)).grid(), SINGLE_MM));
    }

    @Test
    void written_shearedGridHasNoQform() throws Exception {
        Grid sheared = new Grid(2, 2, 2, new Affine3(new Vector3(2, 0, 0), new Vector3(0, 3, 0), new Vector3(0, 1, 5),
                new Vector3(0, 0, 0)));
        Path file = folder.resolve("a.nii");
        NiftiFiles.write(file, new LabelMap(sheared, new byte[8]));
        ByteBuffer b = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0, b.getShort(252));
        assertTrue(sheared.isSameAs(NiftiFiles.readLabelMap(file).grid(), SINGLE_MM));
    }

    @Test
    void written_labelMapsAreBytesWithTheIntentOfLabels() throws Exception {
        byte[] labels = new byte[24];
        labels[3] = 1;
        labels[4] = (byte) 200;
        Path file = folder.resolve("labels.nii.gz");
        NiftiFiles.write(file, new LabelMap(oblique(), labels));
        assertArrayEquals(labels, NiftiFiles.readLabelMap(file).labels());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            ByteBuffer b = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(352 + 24, b.capacity());
            assertEquals(1002, b.getShort(68));
            assertEquals(2, b.getShort(70));
        }
    }

    @Test
    void written_sameVolumeGivesTheSameBytes() throws Exception {
        Volume volume = new Volume(oblique(), Quantity.HOUNSFIELD, new float[24]);
        Path a = folder.resolve("a.nii.gz");
        Path b = folder.resolve("b.nii.gz");
        NiftiFiles.write(a, volume);
        NiftiFiles.write(b, volume);
        assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(b));
    }

    @Test
    void written_imagesLargerThanOnePieceAreReadBackTheSame() throws Exception {
        // 41 * 43 * 47 = 82861 voxels, more than the 65536 that are converted at a time
        Grid grid = Grid.axial(41, 43, 47, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        float[] values = new float[grid.voxelCount()];
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
            labels[i] = (byte) (i % 251);
        }
        Path file = folder.resolve("a.nii.gz");
        NiftiFiles.write(file, new Volume(grid, Quantity.UNKNOWN, values));
        assertArrayEquals(values, NiftiFiles.readVolume(file, Quantity.UNKNOWN).values());
        NiftiFiles.write(file, new LabelMap(grid, labels));
        assertArrayEquals(labels, NiftiFiles.readLabelMap(file).labels());
    }

    @Test
    void write_refusesANameThatIsNotOfNifti() {
        Volume volume = new Volume(oblique(), Quantity.HOUNSFIELD, new float[24]);
        assertThrows(GlomeraException.class, () -> NiftiFiles.write(folder.resolve("a.png"), volume));
    }

    @Test
    void write_thatIsCancelledLeavesTheOldFile() throws Exception {
        Path file = folder.resolve("a.nii.gz");
        Files.writeString(file, "old");
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        Volume volume = new Volume(oblique(), Quantity.HOUNSFIELD, new float[24]);
        assertThrows(OperationCanceledException.class, () -> NiftiFiles.write(file, volume, cancelled));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        NiftiFiles.write(file, volume);
        assertThrows(OperationCanceledException.class,
                () -> NiftiFiles.readVolume(file, Quantity.HOUNSFIELD, cancelled));
    }

    @Test
    void write_intoAFileInPlaceOfAFolderSaysSo() throws Exception {
        Path noFolder = folder.resolve("file");
        Files.writeString(noFolder, "");
        Path file = noFolder.resolve("a.nii");
        GlomeraException e = assertThrows(GlomeraException.class,
                () -> NiftiFiles.write(file, new LabelMap(oblique(), new byte[24])));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }

    // what is refused

    @Test
    void read_saysThatAFileIsMissingOrAFolder() {
        Path missing = folder.resolve("missing.nii");
        GlomeraException e = assertThrows(GlomeraException.class, () -> NiftiFiles.readLabelMap(missing));
        assertTrue(e.getMessage().contains("missing.nii does not exist"), e.getMessage());
        GlomeraException f = assertThrows(GlomeraException.class, () -> NiftiFiles.readLabelMap(folder));
        assertTrue(f.getMessage().contains("folder"), f.getMessage());
    }

    @Test
    void read_refusesATruncatedFile() throws Exception {
        byte[] plain = NiftiBytes.ofInt16().plain();
        assertTrue(refusal(Arrays.copyOf(plain, plain.length - 1)).contains("truncated"));
        assertTrue(refusal(Arrays.copyOf(plain, 100)).contains("too short"));
        assertTrue(refusal(new byte[0]).contains("too short"));
        byte[] packed = NiftiBytes.ofInt16().packed();
        assertTrue(refusal(Arrays.copyOf(packed, packed.length - 12)).contains("truncated"));
    }

    @Test
    void read_refusesAPackedFileWithAChangedByte() throws Exception {
        NiftiBytes image = NiftiBytes.ofInt16();
        byte[] packed = image.packed();
        // the last 8 bytes are the checksum and the length
        packed[packed.length - 8] ^= 1;
        assertTrue(refusal(packed).contains("damaged"));
    }

    @Test
    void read_refusesAHeaderThatAsksForMoreThanThePackedFileCanHold() throws Exception {
        // 1000 x 1000 x 1000 voxels of 2 bytes from a file of a few hundred bytes: deflate packs 1032 to 1 at most
        assertTrue(refusal(NiftiBytes.ofInt16().shorts(42, 1000, 1000, 1000).packed()).contains("truncated"));
        assertTrue(refusal(NiftiBytes.ofInt16().shorts(42, 32767, 32767, 32767).packed()).contains("voxels"));
    }

    @Test
    void read_refusesSizesAndSpacingsThatCannotBe() throws Exception {
        assertTrue(refusal(NiftiBytes.ofInt16().shorts(42, 0).plain()).contains("size 0"));
        assertTrue(refusal(NiftiBytes.ofInt16().shorts(42, -3).plain()).contains("size -3"));
        assertTrue(refusal(NiftiBytes.ofInt16().shorts(40, 9).plain()).contains("9 dimensions"));
        assertTrue(refusal(NiftiBytes.ofInt16().floats(80, 0).plain()).contains("0.0"));
        assertTrue(refusal(NiftiBytes.ofInt16().floats(84, -1).plain()).contains("-1.0"));
        assertTrue(refusal(NiftiBytes.ofInt16().floats(88, Float.NaN).plain()).contains("NaN"));
        assertTrue(refusal(NiftiBytes.ofInt16().floats(88, Float.POSITIVE_INFINITY).plain()).contains("Infinity"));
    }

    @Test
    void read_refusesAnOrientationThatCannotBe() throws Exception {
        assertTrue(refusal(NiftiBytes.ofInt16().floats(280, Float.NaN).plain()).contains("orientation"));
        // the first column is zero
        assertTrue(refusal(NiftiBytes.ofInt16().floats(280, 0).plain()).contains("orientation"));
        byte[] qform = NiftiBytes.ofInt16().shorts(252, 1, 0).floats(256, Float.NaN).plain();
        assertTrue(refusal(qform).contains("orientation"));
    }

    @Test
    void read_refusesAFileThatDoesNotTellRightFromLeft() throws Exception {
        assertTrue(refusal(NiftiBytes.ofInt16().shorts(252, 0, 0).plain()).contains("right and left"));
    }

    @Test
    void read_refusesWhatIsNotOneRealImage() throws Exception {
        assertTrue(refusal(NiftiBytes.ofInt16().shorts(40, 4, 3, 2, 4, 2).plain()).contains("2 images"));
        // 128: colours; 32: complex; 1536: 128-bit
        for (int code : new int[] {0, 1, 32, 128, 1536, 1792, 2048, 2304}) {
            assertTrue(refusal(NiftiBytes.ofInt16().shorts(70, code).plain()).contains("type " + code));
        }
        byte[] pair = NiftiBytes.ofInt16().set(b -> b.put(345, (byte) 'i').put(346, (byte) '1')).plain();
        assertTrue(refusal(pair).contains("pair"));
        assertTrue(refusal(NiftiBytes.ofInt16().set(b -> b.put(344, (byte) 0)).plain()).contains("no NIfTI-1"));
        assertTrue(refusal(NiftiBytes.ofInt16().set(b -> b.putInt(0, 540)).plain()).contains("NIfTI-2"));
        assertTrue(refusal(NiftiBytes.ofInt16().floats(108, 10).plain()).contains("byte 10"));
        assertTrue(refusal(NiftiBytes.ofInt16().floats(108, Float.NaN).plain()).contains("vox_offset"));
        assertTrue(refusal(NiftiBytes.ofInt16().floats(112, 1, Float.NaN).plain()).contains("scl_inter"));
    }
}
