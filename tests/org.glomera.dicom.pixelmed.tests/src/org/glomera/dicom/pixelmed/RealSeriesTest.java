package org.glomera.dicom.pixelmed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomImages;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.ImageOutline;
import org.glomera.dicom.ReadImage;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.image.nifti.NiftiFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Series that others made, held against the NIfTI files that other programs made of them. The system property
 * {@code glomera.realData} names their folder; without it the tests are skipped and say so.
 */
class RealSeriesTest {

    /** NIfTI keeps positions as floats: 24 bits of some 500 mm. */
    private static final double NIFTI_ROUNDING_MM = 1e-3;

    private final PixelmedToolkit toolkit = new PixelmedToolkit();
    private final DicomImages images = new DicomImages(toolkit, SpectRules.asStored());

    @ParameterizedTest
    @ValueSource(strings = {"generic/anatomical/001", "generic/anatomical/001_implicit", "generic/compressed/001",
            "generic/compressed_j2k/001", "generic/compressed_jpeg/001", "generic/compressed_jpegls/001",
            "generic/compressed_rle/001", "failing/slicecount/001"})
    void mr_isVoxelForVoxelWhatTheNiftiHolds(String path) throws GlomeraException {
        ReadImage mr = read(only(discover("series-problems/" + path)));
        assertEquals(Quantity.UNKNOWN, mr.volume().quantity());
        assertEquals(List.of(), mr.remarks());
        for (String form : List.of("_ground_truth.nii.gz", "_ground_truth_reoriented.nii.gz")) {
            assertSameVoxels(nifti("series-problems/" + path + form), mr.volume());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkerboard", "orientation", "sphere"})
    void digitalPhantom_isVoxelForVoxelWhatTheNiftiHolds(String name) throws GlomeraException {
        Volume ct = read(only(discover("orientation/dicom/" + name))).volume();
        Volume nifti = nifti("orientation/nifti/" + name + "/image/" + name + ".nii.gz");
        // The two mirror each other in the patient: slice k of the NIfTI files lies at z = 2 k mm, the same picture in
        // the DICOM files at -2 k mm (pydicom, nibabel: arrays are equal when the third axis is turned).
        Affine3 m = nifti.grid().voxelToPatientMm();
        Grid grid = new Grid(nifti.grid().nx(), nifti.grid().ny(), nifti.grid().nz(), new Affine3(m.column0(),
                m.column1(), m.column2().times(-1), m.offset()));
        assertSameVoxels(new Volume(grid, nifti.quantity(), nifti.values()), ct);
    }

    @Test
    void tiltedGantry_isStraightened() throws GlomeraException {
        DicomSeries series = only(discover("series-problems/failing/gantrytilting"));
        ReadImage ct = read(series);
        assertTrue(ct.remarks().get(0).contains("14.0 degrees"), ct.remarks().toString());
        // pydicom: normal (0, 0.2419, 0.9703), 5 mm along z between slices: 5 * 0.9703 = 4.8515 mm apart, and
        // 5 * 0.2419 = 1.2096 mm aside a slice, so 3.63 mm = 8.7 rows of 0.418 mm in all
        assertEquals(4.8515, ct.volume().grid().spacingMm().z(), 1e-4);
        assertEquals(List.of(512, 512 + 9, 4), size(ct.volume().grid()));
        assertEquals(ct.volume().grid(), images.look(series, null).grid());
    }

    @Test
    void tiltedGantryWithAMissingSlice_isStraightenedAndFilled() throws GlomeraException {
        DicomSeries series = only(discover("series-problems/failing/sliceincrement/002"));
        ReadImage ct = read(series);
        assertEquals(2, ct.remarks().size(), ct.remarks().toString());
        // The reference has as many rows and slices. Its voxels cannot be compared: it takes the distance of the slices'
        // first voxels, 0.778 mm, for that of their planes, which is 0.778 * cos(15.5 degrees) = 0.7497 mm.
        Grid reference = nifti("series-problems/failing/sliceincrement/002_ground_truth.nii.gz").grid();
        Grid grid = ct.volume().grid();
        assertEquals(size(reference), size(grid));
        assertEquals(0.778 * Math.sqrt(1 - 0.2672383760783 * 0.2672383760783), grid.spacingMm().z(), 1e-6);
        // The lowest slice is not shifted: its voxels stay as they are, wherever the others lie.
        DataSet lowest = toolkit.read(series.files().get(0), ReadExtent.ALL);
        double[] position = lowest.numbers(Tag.IMAGE_POSITION_PATIENT);
        Vector3 first = grid.voxelToPatientMm().inverse().apply(position[0], position[1], position[2]);
        assertTrue(first.minus(new Vector3(0, Math.rint(first.y()), 0)).length() < 1e-6, first.toString());
        byte[] words = lowest.bytes(Tag.PIXEL_DATA).orElseThrow();
        for (int i = 0; i < 512 * 512; i++) {
            int stored = words[2 * i] & 0xff | (words[2 * i + 1] & 0xff) << 8;
            assertEquals(stored - 1024, ct.volume().at(i % 512, i / 512 + (int) Math.rint(first.y()), 0));
        }
    }

    @Test
    void missingSlice_isFilled() throws GlomeraException {
        ReadImage ct = read(only(discover("series-problems/failing/sliceincrement/001")));
        // 18.1075, 23.1075, 28.1075 and 38.1075 mm
        assertEquals(5, ct.volume().grid().nz());
        assertTrue(ct.remarks().get(0).contains("at 33.11 mm"), ct.remarks().toString());
        int middle = 3 * 512 * 512 + 256 * 512 + 256;
        float[] values = ct.volume().values();
        assertEquals((values[middle - 512 * 512] + values[middle + 512 * 512]) / 2, values[middle]);
    }

    @Test
    void fourImagesOfOnePlace_areFourSlicesWithoutAVolume() throws GlomeraException {
        List<DicomSeries> found = discover("series-problems/failing/notavolume").series();
        assertEquals(4, found.size());
        for (DicomSeries series : found) {
            GlomeraException problem = assertThrows(GlomeraException.class, () -> read(series));
            assertTrue(problem.getMessage().contains("no slice thickness"), problem.getMessage());
        }
    }

    @Test
    void twoOrientationsOfASeries_areTwoStacks() throws GlomeraException {
        List<DicomSeries> found = discover("series-problems/failing/sliceorientation").series();
        assertEquals(List.of(2, 2), found.stream().map(part -> part.files().size()).toList());
        for (DicomSeries part : found) {
            assertEquals(2, read(part).volume().grid().nz());
        }
    }

    @Test
    void seriesWithEmptiedIdentifiers_isOneVolume() throws GlomeraException {
        ReadImage ct = read(only(discover("ct-jpeg2000")));
        // pydicom: 20 slices of 512 x 512, PixelSpacing 0.9765625, 2 mm apart, lowest position z = -804.5
        assertEquals(List.of(512, 512, 20), size(ct.volume().grid()));
        assertEquals(new Vector3(0.9765625, 0.9765625, 2), ct.volume().grid().spacingMm());
        assertEquals(new Vector3(-249.51171875, -437.51171875, -804.5), ct.volume().grid().patientMm(0, 0, 0));
        assertTrue(ct.remarks().get(0).contains("which series"), ct.remarks().toString());
    }

    @Test
    void obliqueSlicesOfAnotherProgram_makeAVolume() throws GlomeraException {
        DicomSeries series = discover("rtstruct/oriented_data").ofModality("CT").get(0);
        ReadImage ct = read(series);
        assertEquals(List.of(100, 50, 3), size(ct.volume().grid()));
        // pydicom and numpy: positions along the normal -170.8533, -166.3533, -161.8533
        assertEquals(4.5, ct.volume().grid().spacingMm().z(), 1e-6);
        assertTrue(ct.remarks().get(0).contains("rescale type US"), ct.remarks().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"odd-files", "transfer-syntaxes", "seg", "nm", "rtstruct", "series-problems",
            "lu177-dotatate-spect", "orientation"})
    void anyFolder_isLookedThrough(String path) throws GlomeraException {
        Discovery found = discover(path);
        assertTrue(found.leftOut().stream().noneMatch(left -> left.reason().isBlank()));
        for (DicomSeries series : found.series()) {
            if (images.isImage(series)) {
                assertLooksAsItReads(series);
            }
        }
    }

    private void assertLooksAsItReads(DicomSeries series) throws GlomeraException {
        ReadImage read;
        try {
            read = read(series);
        } catch (GlomeraException e) {
            assertTrue(e.getMessage().endsWith(".") && !e.getMessage().contains("null"), e.getMessage());
            return;
        }
        ImageOutline outline = images.look(series, null);
        assertEquals(read.volume().grid(), outline.grid());
        assertEquals(read.volume().quantity(), outline.quantity());
    }

    /** Every voxel of the one lies on a voxel of the other and has its value. */
    private static void assertSameVoxels(Volume expected, Volume actual) {
        assertEquals(expected.grid().voxelCount(), actual.grid().voxelCount());
        Affine3 toExpected = expected.grid().voxelToPatientMm().inverse();
        Grid grid = actual.grid();
        for (int i = 0; i < grid.voxelCount(); i++) {
            int x = i % grid.nx();
            int y = i / grid.nx() % grid.ny();
            int z = i / (grid.nx() * grid.ny());
            Vector3 at = toExpected.apply(grid.patientMm(x, y, z));
            int ex = (int) Math.rint(at.x());
            int ey = (int) Math.rint(at.y());
            int ez = (int) Math.rint(at.z());
            assertTrue(at.minus(new Vector3(ex, ey, ez)).length() < NIFTI_ROUNDING_MM, at.toString());
            assertEquals(expected.at(ex, ey, ez), actual.values()[i]);
        }
    }

    private static List<Integer> size(Grid grid) {
        return List.of(grid.nx(), grid.ny(), grid.nz());
    }

    private ReadImage read(DicomSeries series) throws GlomeraException {
        return images.read(series, null);
    }

    private static Volume nifti(String path) throws GlomeraException {
        return NiftiFiles.readVolume(folder(path), Quantity.UNKNOWN);
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
        assumeTrue(!root.isBlank() && Files.exists(Path.of(root, path)),
                "The folder " + path + " of real images is not there (-Dglomera.realData=FOLDER names their folder).");
        return Path.of(root, path);
    }
}
