package org.glomera.dicom.pixelmed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DrawnKidneys;
import org.glomera.dicom.DrawnKidneysReader;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.KidneysOnImage;
import org.glomera.dicom.PtReader;
import org.glomera.dicom.SegReader;
import org.glomera.dicom.Segmentation;
import org.glomera.dicom.SpectRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Delineations that others made. The system property {@code glomera.realData} names their folder; without it the tests
 * are skipped and say so.
 */
class DelineationRealDataTest {

    private final PixelmedToolkit toolkit = new PixelmedToolkit();

    @Test
    void liverLesions_haveTheVoxelsThatNumpyFinds() throws GlomeraException {
        DicomSeries spect = only("lu177-dotatate-spect/image");
        DrawnKidneys drawn = new DrawnKidneysReader(toolkit).read(only("lu177-dotatate-spect/mask").files().get(0));
        assertTrue(drawn.refersTo(spect));
        assertEquals(List.of(), drawn.requireFrameOf(spect));
        KidneysOnImage lesions = drawn.onto(new PtReader(toolkit).look(spect, SpectRules.asStored(), null).grid(),
                KidneyStructures.ofExpressions(List.of("lesion1 .*"), List.of("lesion2 .*")),
                new NullProgressMonitor());
        // numpy: (points - ImagePositionPatient) / PixelSpacing, even-odd rule at whole indices, each of 35 and 10 planes
        // on its slice: 14364 and 384 voxels of 1.95313^3 mm3, 107.02 and 2.86 ml. (Polygon areas times 1.95313 mm:
        // 106.93 and 2.80 ml.) Corners of the first lie on centres: with the points shifted by a millionth of a voxel
        // numpy finds 14359 to 14380.
        assertEquals(14364, lesions.kidneys().count(Side.RIGHT), 16);
        assertEquals(384, lesions.kidneys().count(Side.LEFT));
        assertEquals(List.of(), lesions.remarks());
    }

    @ParameterizedTest
    // pydicom: (pixel_array > 0), or of the fractional ones (2 * pixel_array >= 255), summed over a segment's frames
    @CsvSource({"seg_image_ct_binary.dcm, 1, 638, 3", "seg_image_ct_binary_fractional.dcm, 1, 638, 3",
            "seg_image_ct_true_fractional.dcm, 1, 638, 3", "seg_image_ct_binary_overlap.dcm, 1, 64, 165",
            "seg_image_ct_binary_overlap.dcm, 2, 16, 165", "seg_image_ct_binary_single_frame.dcm, 1, 1832, 1"})
    void segments_haveTheVoxelsThatPydicomFinds(String name, int segment, int voxels, int slices)
            throws GlomeraException {
        Segmentation seg = new SegReader(toolkit).read(folder("seg").resolve(name));
        LabelMap map = seg.read(segment, new NullProgressMonitor());
        assertEquals(voxels, map.count(1));
        // Frames at -99.48, 103.02, 104.27 and 105.52 mm: 1.25 mm apart, from the first to the last 164 steps.
        assertEquals(slices, map.grid().nz());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seg_image_sm_control.dcm", "seg_image_sm_control_labelmap.dcm", "seg_image_sm_dots.dcm",
            "seg_image_sm_dots_tiled_full.dcm", "seg_image_sm_numbers.dcm"})
    void tiles_areRefusedWithASentence(String name) throws GlomeraException {
        assertRefused(folder("seg").resolve(name), "microscope tiles");
    }

    @Test
    void radiographsSegmentation_hasNoPlaceInThePatient() throws GlomeraException {
        assertRefused(folder("seg").resolve("seg_image_cr_binary.dcm"), "it does not say the");
    }

    @Test
    void structuresThatNameAnotherFrame_areTakenOnTheImageTheyName() throws GlomeraException {
        DicomSeries ct = new DicomDiscovery(toolkit).discover(folder("rtstruct/mock_data"), null).ofModality("CT")
                .get(0);
        DrawnKidneys own = read("rtstruct/mock_data/rt.dcm");
        assertTrue(own.refersTo(ct));
        assertEquals(1, own.requireFrameOf(ct).size());
        DrawnKidneys lost = read("rtstruct/mock_data/non_existent_reference_rt.dcm");
        assertEquals(List.of(), lost.referencedSeriesUids());
        assertTrue(lost.sharesFrameWith(ct));
    }

    private DrawnKidneys read(String path) throws GlomeraException {
        Path file = folder(path);
        return new DrawnKidneysReader(toolkit).read(file);
    }

    private void assertRefused(Path file, String part) {
        GlomeraException problem = assertThrows(GlomeraException.class, () -> new SegReader(toolkit).read(file));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }

    private DicomSeries only(String path) throws GlomeraException {
        List<DicomSeries> series = new DicomDiscovery(toolkit).discover(folder(path), null).series();
        assertEquals(1, series.size());
        return series.get(0);
    }

    private static Path folder(String path) {
        String root = System.getProperty("glomera.realData", "");
        assumeTrue(!root.isBlank() && Files.exists(Path.of(root, path)),
                "The folder " + path + " of real images is not there (-Dglomera.realData=FOLDER names their folder).");
        return Path.of(root, path);
    }
}
