package org.glomera.dicom.pixelmed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.CtDescription;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomImages;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DicomWriter;
import org.glomera.dicom.DrawnKidneysReader;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.NmDescription;
import org.glomera.dicom.ReadImage;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.StructureSetDescription;
import org.glomera.dicom.StudyIdentity;
import org.glomera.dicom.WrittenImage;
import org.glomera.testing.AsymmetricPhantom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mark of the asymmetric phantom stays where it was, through the DICOM writers and readers. */
class PhantomInDicomTest {

    /** Decimal strings keep 1e-11 of a coordinate; the sums over a grid add a few roundings. */
    private static final double POSITION_MM = 1e-6;
    private static final StudyIdentity STUDY = StudyIdentity.derived("phantom", "PHANTOM", "Phantom",
            LocalDateTime.of(2024, 2, 29, 13, 5, 7), "Phantom");

    private final PixelmedToolkit toolkit = new PixelmedToolkit();
    private final DicomWriter writer = new DicomWriter(toolkit);

    @TempDir
    Path folder;

    static List<Grid> grids() {
        return AsymmetricPhantom.grids();
    }

    private WrittenImage writeCt(Grid grid) throws Exception {
        return writer.writeCt(folder.resolve("ct"), AsymmetricPhantom.volume(grid, Quantity.HOUNSFIELD), STUDY,
                new CtDescription(1, "CT", 120, 40, "B30", ""), null);
    }

    private WrittenImage writeNm(Grid grid) throws Exception {
        return writer.writeNm(folder.resolve("nm.dcm"),
                AsymmetricPhantom.volume(grid, Quantity.ACTIVITY_CONCENTRATION), STUDY,
                new NmDescription(2, "SPECT", 2.5, 7400), null);
    }

    private Volume read(String modality) throws Exception {
        List<DicomSeries> found = new DicomDiscovery(toolkit).discover(folder, new NullProgressMonitor())
                .ofModality(modality);
        assertEquals(1, found.size());
        ReadImage image = new DicomImages(toolkit, SpectRules.asStored()).read(found.get(0),
                new NullProgressMonitor());
        return image.volume();
    }

    private static void assertUnmoved(Volume drawn, Volume found) {
        assertEquals(List.of(), AsymmetricPhantom.moved(drawn, found, new Vector3(0, 0, 0), POSITION_MM));
    }

    private LabelMap readKidneys(Path file, Grid grid) throws Exception {
        return new DrawnKidneysReader(toolkit).read(file)
                .onto(grid, KidneyStructures.COMMON_NAMES, new NullProgressMonitor()).kidneys();
    }

    @ParameterizedTest
    @MethodSource("grids")
    void ct_keepsEveryMark(Grid grid) throws Exception {
        writeCt(grid);
        assertUnmoved(AsymmetricPhantom.volume(grid, Quantity.HOUNSFIELD), read("CT"));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void nm_keepsEveryMark(Grid grid) throws Exception {
        writeNm(grid);
        assertUnmoved(AsymmetricPhantom.volume(grid, Quantity.ACTIVITY_CONCENTRATION), read("NM"));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void rtStruct_keepsBothKidneys(Grid grid) throws Exception {
        LabelMap drawn = AsymmetricPhantom.kidneys(grid);
        Path file = writer.writeRtStruct(folder.resolve("rs.dcm"), drawn, writeCt(grid).reference(), STUDY,
                StructureSetDescription.kidneys(3, "CT"), null);
        assertEquals(List.of(), AsymmetricPhantom.moved(drawn, readKidneys(file, read("CT").grid()), POSITION_MM));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void seg_keepsBothKidneys(Grid grid) throws Exception {
        LabelMap drawn = AsymmetricPhantom.kidneys(grid);
        Path file = writer.writeSeg(folder.resolve("seg.dcm"), drawn, writeNm(grid).reference(), STUDY,
                StructureSetDescription.kidneys(4, "SPECT"), null);
        assertEquals(List.of(), AsymmetricPhantom.moved(drawn, readKidneys(file, read("NM").grid()), POSITION_MM));
    }

    /** Writes PET slices with pydicom, last slice first, from 32-bit numbers and the grid's columns. */
    private static final String PYDICOM_WRITES = """
            import sys, numpy
            from pydicom.dataset import Dataset, FileMetaDataset
            from pydicom.uid import ExplicitVRLittleEndian, PositronEmissionTomographyImageStorage
            raw, out = sys.argv[1:3]
            nx, ny, nz = map(int, sys.argv[3:6])
            x, y, z, first = numpy.array(list(map(float, sys.argv[6:18]))).reshape(4, 3)
            values = numpy.fromfile(raw, '>f4').reshape(nz, ny, nx)
            length = numpy.linalg.norm
            for k in reversed(range(nz)):
                d = Dataset()
                d.SOPClassUID = PositronEmissionTomographyImageStorage
                d.SOPInstanceUID = f'1.2.3.4.{k + 1}'
                d.StudyInstanceUID, d.SeriesInstanceUID, d.FrameOfReferenceUID = '1.2.3.1', '1.2.3.2', '1.2.3.3'
                d.PatientID, d.PatientName, d.Modality = 'PHANTOM', 'Phantom', 'PT'
                d.SeriesNumber, d.InstanceNumber = 1, nz - k
                d.SeriesDate, d.SeriesTime, d.AcquisitionDate, d.AcquisitionTime = ('20240229', '130507') * 2
                d.Rows, d.Columns, d.PixelSpacing = ny, nx, [str(length(y)), str(length(x))]
                d.SliceThickness = str(length(z))
                d.ImageOrientationPatient = [f'{c:.12g}' for c in (*(x / length(x)), *(y / length(y)))]
                d.ImagePositionPatient = [f'{c:.12g}' for c in first + k * z]
                d.Units, d.DecayCorrection, d.SeriesType = 'BQML', 'NONE', ['WHOLE BODY', 'IMAGE']
                d.ImageType, d.CorrectedImage = ['ORIGINAL', 'PRIMARY'], ['ATTN']
                d.NumberOfSlices, d.ActualFrameDuration = nz, 60000
                d.SamplesPerPixel, d.PhotometricInterpretation = 1, 'MONOCHROME2'
                d.BitsAllocated, d.BitsStored, d.HighBit, d.PixelRepresentation = 16, 16, 15, 1
                d.RescaleSlope, d.RescaleIntercept = '0.5', '0'
                d.PixelData = (2 * values[k]).astype('<i2').tobytes()
                d.file_meta = FileMetaDataset()
                d.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
                d.is_little_endian, d.is_implicit_VR = True, False
                d.save_as(f'{out}/pt{k}.dcm', write_like_original=False)
            """;

    private void writePtWithPydicom(Grid grid) throws Exception {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(python), "Python is not installed.");
        float[] values = AsymmetricPhantom.volume(grid, Quantity.ACTIVITY_CONCENTRATION).values();
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length);
        raw.asFloatBuffer().put(values);
        Path file = Files.write(Files.createTempFile("phantom", ".raw"), raw.array());
        Path script = Files.writeString(Files.createTempFile("phantom", ".py"), PYDICOM_WRITES);
        try {
            List<String> command = new ArrayList<>(List.of(python.toString(), script.toString(), file.toString(),
                    folder.toString(), String.valueOf(grid.nx()), String.valueOf(grid.ny()),
                    String.valueOf(grid.nz())));
            Affine3 m = grid.voxelToPatientMm();
            for (Vector3 v : List.of(m.column0(), m.column1(), m.column2(), m.offset())) {
                command.addAll(List.of(String.valueOf(v.x()), String.valueOf(v.y()), String.valueOf(v.z())));
            }
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            assumeTrue(!said.contains("No module named"), "pydicom (Debian's python3-pydicom) is not installed.");
            assertEquals(0, code, said);
        } finally {
            Files.delete(file);
            Files.delete(script);
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void ptOfPydicom_hasEveryMarkWhereItWas(Grid grid) throws Exception {
        writePtWithPydicom(grid);
        assertUnmoved(AsymmetricPhantom.volume(grid, Quantity.ACTIVITY_CONCENTRATION), read("PT"));
    }
}
