package org.glomera.image.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.ImageReader;
import org.glomera.image.interfile.InterfileImageReader;
import org.glomera.image.metaimage.MetaImageReader;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.nrrd.NrrdImageReader;
import org.glomera.testing.AsymmetricPhantom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mark of the asymmetric phantom stays where it was, through every reader and writer of image files. */
class PhantomInFilesTest {

    /** NIfTI's numbers have single precision: 1e-7 of 500 mm, and sums of them. */
    private static final double SINGLE_MM = 1e-3;
    /**
     * A qform's quaternion has single precision, and its real part is the root of what its squares lack of 1: the root
     * of 1.2e-7 is an angle of 3.5e-4, over 100 mm.
     */
    private static final double QFORM_MM = 0.035;
    /** Twelve digits stand in the text headers. */
    private static final double TEXT_MM = 1e-6;
    private static final Vector3 NO_SHIFT = new Vector3(0, 0, 0);

    @TempDir
    Path folder;

    static List<Grid> grids() {
        return AsymmetricPhantom.grids();
    }

    private static Volume phantom(Grid grid) {
        return AsymmetricPhantom.volume(grid, Quantity.UNKNOWN);
    }

    private static Volume read(ImageReader reader, Path file) throws Exception {
        assertTrue(reader.supports(file).supported(), reader.supports(file).reason());
        return reader.read(file, new NullProgressMonitor()).volumes().get(0);
    }

    private static void assertUnmoved(Volume drawn, Volume found, Vector3 shift, double toleranceMm) {
        assertEquals(List.of(), AsymmetricPhantom.moved(drawn, found, shift, toleranceMm));
    }

    @Test
    void phantom_isChangedByEveryFlipAndExchange() {
        // the test's own eyes: what a wrong reader would do is seen
        Volume drawn = phantom(AsymmetricPhantom.axial());
        Affine3 m = drawn.grid().voxelToPatientMm();
        Vector3 last = drawn.grid().patientMm(drawn.grid().nx() - 1, 0, 0);
        Grid flipped = new Grid(drawn.grid().nx(), drawn.grid().ny(), drawn.grid().nz(),
                new Affine3(m.column0().times(-1), m.column1(), m.column2(), last));
        assertFalse(AsymmetricPhantom.moved(drawn, new Volume(flipped, drawn.quantity(), drawn.values()), NO_SHIFT, 2.9)
                .isEmpty());
        Grid shifted = new Grid(drawn.grid().nx(), drawn.grid().ny(), drawn.grid().nz(),
                new Affine3(m.column0(), m.column1(), m.column2(), m.offset().plus(new Vector3(3, 0, 0))));
        assertEquals(3, AsymmetricPhantom.moved(drawn, new Volume(shifted, drawn.quantity(), drawn.values()), NO_SHIFT,
                2.9).size());
    }

    @ParameterizedTest
    @MethodSource("grids")
    void nifti_keepsEveryMark(Grid grid) throws Exception {
        Volume drawn = phantom(grid);
        for (String name : List.of("a.nii", "a.nii.gz")) {
            Path file = folder.resolve(name);
            NiftiFiles.write(file, drawn);
            assertUnmoved(drawn, NiftiFiles.readVolume(file, Quantity.UNKNOWN), NO_SHIFT, SINGLE_MM);
        }
        LabelMap kidneys = AsymmetricPhantom.kidneys(grid);
        NiftiFiles.write(folder.resolve("k.nii.gz"), kidneys);
        assertEquals(List.of(), AsymmetricPhantom.moved(kidneys, NiftiFiles.readLabelMap(folder.resolve("k.nii.gz")),
                SINGLE_MM));
    }

    @ParameterizedTest
    @CsvSource({"left-posterior-superior, 1, 1, raw, little", "right-anterior-superior, -1, -1, gzip, big",
            "LAS, 1, -1, raw, big", "RAS, -1, -1, gz, little"})
    void nrrd_keepsEveryMark(String space, int signX, int signY, String encoding, String endian) throws Exception {
        ByteOrder order = endian.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        for (Grid grid : grids()) {
            Volume drawn = phantom(grid);
            byte[] bytes = FormatFiles.shorts(drawn, order);
            byte[] stored = encoding.equals("raw") ? bytes : FormatFiles.gzip(bytes);
            String header = FormatFiles.nrrd(drawn, space, signX, signY, encoding, endian);
            Path attached = FormatFiles.write(folder.resolve("a.nrrd"), header, "\n", stored);
            assertUnmoved(drawn, read(new NrrdImageReader(), attached), NO_SHIFT, TEXT_MM);
            Path detached = FormatFiles.write(folder.resolve("a.nhdr"), header, "data file: a.raw\n");
            FormatFiles.write(folder.resolve("a.raw"), stored);
            assertUnmoved(drawn, read(new NrrdImageReader(), detached), NO_SHIFT, TEXT_MM);
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void metaImage_keepsEveryMark(Grid grid) throws Exception {
        Volume drawn = phantom(grid);
        byte[] little = FormatFiles.shorts(drawn, ByteOrder.LITTLE_ENDIAN);
        byte[] big = FormatFiles.shorts(drawn, ByteOrder.BIG_ENDIAN);
        MetaImageReader reader = new MetaImageReader();
        Path attached = FormatFiles.write(folder.resolve("a.mha"), FormatFiles.meta(drawn,
                "BinaryDataByteOrderMSB = False\nCompressedData = False\n", "LOCAL"), little);
        assertUnmoved(drawn, read(reader, attached), NO_SHIFT, TEXT_MM);
        Path packed = FormatFiles.write(folder.resolve("z.mha"), FormatFiles.meta(drawn,
                "BinaryDataByteOrderMSB = True\nCompressedData = True\nCompressedDataSize = 99\n", "LOCAL"),
                FormatFiles.zlib(big));
        assertUnmoved(drawn, read(reader, packed), NO_SHIFT, TEXT_MM);
        FormatFiles.write(folder.resolve("b.raw"), "some header of 40 bytes ................", big);
        Path behind = FormatFiles.write(folder.resolve("b.mhd"), FormatFiles.meta(drawn,
                "ElementByteOrderMSB = True\nHeaderSize = -1\n", "b.raw"));
        assertUnmoved(drawn, read(reader, behind), NO_SHIFT, TEXT_MM);
        FormatFiles.write(folder.resolve("c.zraw"), FormatFiles.zlib(little));
        Path beside = FormatFiles.write(folder.resolve("c.mhd"), FormatFiles.meta(drawn,
                "ElementByteOrderMSB = False\nCompressedData = True\n", "c.zraw"));
        assertUnmoved(drawn, read(reader, beside), NO_SHIFT, TEXT_MM);
    }

    /** Grids with the axes of the positions of a patient, as the table of InterfileOrientation has them. */
    static Stream<Arguments> positions() {
        return Stream.of(Arguments.of("head_in", "supine", 1, 1, -1),
                Arguments.of("head_in", "prone", -1, -1, -1),
                Arguments.of("feet_in", "supine", -1, 1, 1),
                Arguments.of("feet_in", "prone", 1, -1, 1));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void interfile_keepsEveryMark(String position, String rotation, int x, int y, int z) throws Exception {
        Grid grid = AsymmetricPhantom.around(32, 26, 20, new Vector3(3.0 * x, 0, 0), new Vector3(0, 4.0 * y, 0),
                new Vector3(0, 0, 5.0 * z));
        Volume drawn = phantom(grid);
        FormatFiles.write(folder.resolve("a.i33"), FormatFiles.shorts(drawn, ByteOrder.BIG_ENDIAN));
        Path header = FormatFiles.write(folder.resolve("a.h33"), String.join("\r\n", "!INTERFILE :=",
                "!name of data file := a.i33", "!matrix size [1] := 32", "!matrix size [2] := 26",
                "!number of slices := 20", "!number format := signed integer", "!number of bytes per pixel := 2",
                "imagedata byte order := BIGENDIAN", "scaling factor (mm/pixel) [1] := 3",
                "scaling factor (mm/pixel) [2] := 4", "scaling factor (mm/pixel) [3] := 5",
                "patient orientation := " + position, "patient rotation := " + rotation, "!END OF INTERFILE :=", ""));
        // Interfile says no place: the middle is put at the origin
        assertUnmoved(drawn, read(new InterfileImageReader(), header), AsymmetricPhantom.middleMm().times(-1), TEXT_MM);
    }

    private static final String NIBABEL_READS = """
            import sys, nibabel, numpy
            for name in sys.argv[1:]:
                image = nibabel.load(name)
                d = numpy.asarray(image.dataobj)
                for value in (100, 200, 300, 1, 2):
                    at = numpy.argwhere(numpy.abs(d - value) < 0.5)
                    if len(at):
                        p = nibabel.affines.apply_affine(image.affine, at.mean(0))
                        q = nibabel.affines.apply_affine(image.get_qform(), at.mean(0))
                        print(value, len(at), -p[0], -p[1], p[2], -q[0], -q[1], q[2])
            """;

    private static final String NIBABEL_WRITES = """
            import sys, nibabel, numpy
            source = nibabel.load(sys.argv[1])
            d = numpy.asarray(source.dataobj).astype('>i2')
            for name, code in (('sform.nii', 's'), ('qform.nii.gz', 'q')):
                header = nibabel.Nifti1Header(endianness='>')
                image = nibabel.Nifti1Image(d, None, header)
                image.header.set_data_dtype('>i2')
                image.set_sform(source.affine, 1 if code == 's' else 0)
                image.set_qform(source.affine, 1 if code == 'q' else 0)
                nibabel.save(image, sys.argv[2] + '/' + name)
            """;

    private List<String> python(String script, String... arguments) throws Exception {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(python), "skipped: Python is not installed");
        Path file = Files.writeString(folder.resolve("script.py"), script);
        List<String> command = Stream.concat(Stream.of(python.toString(), file.toString()), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assumeTrue(!said.contains("No module named"), "skipped: nibabel (Debian's python3-nibabel) is not installed");
        assertEquals(0, code, said);
        return said.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("grids")
    void nibabel_findsEveryMarkWhereItWas(Grid grid) throws Exception {
        Volume drawn = phantom(grid);
        NiftiFiles.write(folder.resolve("a.nii.gz"), drawn);
        NiftiFiles.write(folder.resolve("k.nii"), AsymmetricPhantom.kidneys(grid));
        List<String> lines = python(NIBABEL_READS, folder.resolve("a.nii.gz").toString(),
                folder.resolve("k.nii").toString());
        assertEquals(5, lines.size(), lines.toString());
        for (String line : lines.subList(0, 3)) {
            double[] n = Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
            int value = (int) n[0];
            int[] at = IntStream.range(0, drawn.values().length).filter(i -> drawn.values()[i] == value).toArray();
            Vector3 centroid = new Vector3(0, 0, 0);
            for (int i : at) {
                centroid = centroid.plus(grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(),
                        i / grid.nx() / grid.ny()).times(1.0 / at.length));
            }
            assertEquals(at.length, (int) n[1]);
            assertEquals(0, new Vector3(n[2], n[3], n[4]).minus(centroid).length(), SINGLE_MM, "sform of " + value);
            assertEquals(0, new Vector3(n[5], n[6], n[7]).minus(centroid).length(), QFORM_MM, "qform of " + value);
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void filesOfNibabel_haveEveryMarkWhereItWas(Grid grid) throws Exception {
        Volume drawn = phantom(grid);
        NiftiFiles.write(folder.resolve("a.nii"), drawn);
        python(NIBABEL_WRITES, folder.resolve("a.nii").toString(), folder.toString());
        for (String name : List.of("sform.nii", "qform.nii.gz")) {
            assertUnmoved(drawn, NiftiFiles.readVolume(folder.resolve(name), Quantity.UNKNOWN), NO_SHIFT, SINGLE_MM);
        }
    }
}
