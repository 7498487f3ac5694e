package org.glomera.dicom.pixelmed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.CtReader;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomInstance;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.NmReader;
import org.glomera.dicom.ReadImage;
import org.glomera.dicom.PtReader;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.RtStructReader;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.Structure;
import org.glomera.dicom.StructureSet;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that others made. The system property {@code glomera.realData} names their folder; without it the tests are
 * skipped and say so.
 */
class RealDataTest {

    private static final double EXACT_ENOUGH = 1e-6;

    private final PixelmedToolkit toolkit = new PixelmedToolkit();

    @Test
    void orientationPhantom_hasItsAxesAndSpacing() throws GlomeraException {
        Volume ct = ct(only(discover("orientation/dicom/orientation")));
        // pydicom: Columns 32, Rows 48, 64 files, PixelSpacing 2\2, positions -126 to 0 along z in steps of 2
        assertEquals(List.of(32, 48, 64), List.of(ct.grid().nx(), ct.grid().ny(), ct.grid().nz()));
        assertEquals(new Vector3(2, 2, 2), ct.grid().spacingMm());
        assertEquals(new Vector3(0, 0, -126), ct.grid().patientMm(0, 0, 0));
    }

    @Test
    void implicitAndExplicit_holdTheSameImage() throws GlomeraException {
        Path folder = folder("transfer-syntaxes");
        float[] explicit = single(folder
                .resolve("CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm"));
        float[] implicit = single(folder
                .resolve("CTImage.dcm_LittleEndianImplicitTransferSyntax_1.2.840.10008.1.2.dcm"));
        assertEquals(512 * 512, explicit.length);
        assertEquals(-1, Arrays.mismatch(explicit, implicit));
        // python3 -c "import pydicom; d = pydicom.dcmread(FILE); print((d.pixel_array * d.RescaleSlope
        //   + d.RescaleIntercept).sum())"
        assertEquals(-248794693.0, sum(explicit), EXACT_ENOUGH);
    }

    @ParameterizedTest
    @CsvSource({"BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2, true",
            "DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99, true",
            "RLELosslessTransferSyntax_1.2.840.10008.1.2.5, true",
            "JPEGProcess14TransferSyntax_1.2.840.10008.1.2.4.57, true",
            "JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70, true",
            "JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80, true",
            "JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90, true",
            "JPEGProcess1TransferSyntax_1.2.840.10008.1.2.4.50, false",
            "JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51, false",
            "JPEGProcess6_8TransferSyntax_1.2.840.10008.1.2.4.53, false",
            "JPEGProcess10_12TransferSyntax_1.2.840.10008.1.2.4.55, false",
            "JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81, false",
            "JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91, false"})
    void compressedFiles_holdTheSameImage(String name, boolean lossless) throws GlomeraException {
        Path folder = folder("transfer-syntaxes");
        DataSet plain = toolkit.read(folder
                .resolve("CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm"), ReadExtent.ALL);
        DataSet compressed = toolkit.read(folder.resolve("CTImage.dcm_" + name + ".dcm"), ReadExtent.ALL);
        byte[] expected = plain.bytes(Tag.PIXEL_DATA).orElseThrow();
        byte[] actual = compressed.bytes(Tag.PIXEL_DATA).orElseThrow();
        if (lossless) {
            assertArrayEquals(expected, actual);
        } else {
            int words = plain.integer(Tag.ROWS).orElseThrow() * plain.integer(Tag.COLUMNS).orElseThrow();
            int bits = compressed.integer(Tag.BITS_ALLOCATED).orElseThrow();
            assertEquals(words * bits / 8, actual.length);
        }
    }

    @Test
    void scintigrams_areRefusedAsNotReconstructed() throws GlomeraException {
        for (String name : List.of("testImage.dcm", "testImage2.dcm", "poumonsReins.dcm")) {
            DicomSeries series = new DicomSeries("NM", "1", "1", "", "", "",
                    List.of(new DicomInstance(folder("nm").resolve(name), "1")));
            GlomeraException problem = assertThrows(GlomeraException.class,
                    () -> new NmReader(toolkit).look(series, SpectRules.asStored(), null));
            assertTrue(problem.getMessage().contains("STATIC"), problem.getMessage());
            assertTrue(problem.getMessage().contains("Reconstruct it first"), problem.getMessage());
        }
    }

    @Test
    void tomogramThatDoesNotSayHowItLies_isRefusedAndNamed() throws GlomeraException {
        Path heart = folder("nm").resolve("NM-MONO2-16-13x-heart");
        DicomSeries series = new DicomSeries("NM", "1", "1", "", "", "", List.of(new DicomInstance(heart, "1")));
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> new NmReader(toolkit).look(series, SpectRules.asStored(), null));
        assertTrue(problem.getMessage().contains("64 x 64 x 13 voxels of 3.11583 x 3.11583 x 6.23167 mm"),
                problem.getMessage());
        assertTrue(problem.getMessage().contains("image orientation (0020,0037) is missing"), problem.getMessage());
    }

    @Test
    void dotatateSpectStoredAsPet_holdsItsActivity() throws GlomeraException {
        DicomSeries series = only(discover("lu177-dotatate-spect/image"));
        ReadImage image = new PtReader(toolkit).read(series, SpectRules.asStored(), null);
        Volume spect = image.volume();
        assertEquals(List.of(256, 256, 199), List.of(spect.grid().nx(), spect.grid().ny(), spect.grid().nz()));
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, spect.quantity());
        // pydicom: sum over the slices of (pixel_array * RescaleSlope + RescaleIntercept) * 1.95313**3 / 1e9: 1350.5538
        assertEquals(1350.5538, sum(spect.values()) * spect.grid().voxelVolumeMl() / 1e6, 0.01);
        assertTrue(image.remarks().contains("SPECT of 177Lu, stored as PET."), image.remarks().toString());
        assertEquals(spect.grid(), new PtReader(toolkit).look(series, SpectRules.asStored(), null).grid());
    }

    @Test
    void dotatateSpect_isBroughtToTheStartOfItsScan() throws GlomeraException {
        DicomSeries series = only(discover("lu177-dotatate-spect/image"));
        Volume spect = new PtReader(toolkit).read(series, SpectRules.asStored().with(DecayReference.SCAN_START), null)
                .volume();
        // Given at 9:22:00, acquired from 13:06:28.148: 13468.148 s; 2^(-13468.148 / 574300) = 0.9838760
        assertEquals(1350.5538 * 0.9838760, sum(spect.values()) * spect.grid().voxelVolumeMl() / 1e6, 0.01);
    }

    @Test
    void lesions_areReadFromTheDotatatePatientsStructures() throws GlomeraException {
        StructureSet set = new RtStructReader(toolkit).read(
                only(discover("lu177-dotatate-spect/mask")).files().get(0));
        // dcmdump FILE | grep -c "CLOSED_PLANAR" gives 45: 35 and 10.
        assertEquals(List.of(35, 10), set.structures().stream().map(Structure::contours).map(List::size).toList());
    }

    @Test
    void oddFiles_areReadOrLeftOutEachWithAReason() throws GlomeraException {
        Discovery found = discover("odd-files");
        assertTrue(found.leftOut().stream().noneMatch(left -> left.reason().isBlank()));
        assertTrue(found.series().size() > 10, found.series().toString());
    }

    private float[] single(Path file) throws GlomeraException {
        DicomSeries found = new DicomSeries("CT", "1", "1", "", "", "",
                List.of(new DicomInstance(file, "1")));
        return ct(found).values();
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private Volume ct(DicomSeries series) throws GlomeraException {
        return new CtReader(toolkit).read(series, null).volume();
    }

    private Discovery discover(String path) throws GlomeraException {
        return new DicomDiscovery(toolkit).discover(folder(path), null);
    }

    private static DicomSeries only(Discovery found) {
        assertEquals(1, found.series().size(), found.series().toString());
        return found.series().get(0);
    }

    private static Path folder(String path) {
        String root = System.getProperty("glomera.realData", "");
        assumeTrue(!root.isBlank() && Files.isDirectory(Path.of(root, path)),
                "The folder " + path + " of real images is not there (-Dglomera.realData=FOLDER names their folder).");
        return Path.of(root, path);
    }
}
