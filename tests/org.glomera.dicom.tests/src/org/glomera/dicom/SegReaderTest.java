package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SegReaderTest {

    /** 7 x 6 voxels a frame are 42 bits: each frame but the first begins within a byte. */
    static List<Grid> grids() {
        return Phantoms.ORIENTATIONS;
    }

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();

    @ParameterizedTest
    @MethodSource("grids")
    void writtenSegmentation_comesBackUnchanged(Grid grid) throws GlomeraException {
        LabelMap map = Phantoms.scattered(grid, 4);
        KidneysOnImage kidneys = read(written(map)).onto(grid, KidneyStructures.COMMON_NAMES,
                new NullProgressMonitor());
        assertArrayEquals(map.labels(), kidneys.kidneys().labels());
        assertEquals(List.of(), kidneys.remarks());
    }

    @ParameterizedTest
    @MethodSource("grids")
    void imageStackedTheOtherWayRound_takesEachVoxelAtItsPlace(Grid grid) throws GlomeraException {
        // The same voxels with slices and columns counted from the other end.
        Affine3 m = grid.voxelToPatientMm();
        Grid turned = new Grid(grid.nx(), grid.ny(), grid.nz(), new Affine3(m.column0().times(-1), m.column1(),
                m.column2().times(-1), grid.patientMm(grid.nx() - 1, 0, grid.nz() - 1)));
        LabelMap map = Phantoms.scattered(grid, 5);
        LabelMap onTurned = read(written(map)).onto(turned, KidneyStructures.COMMON_NAMES, new NullProgressMonitor())
                .kidneys();
        for (int i = 0; i < map.labels().length; i++) {
            int x = i % grid.nx();
            int y = i / grid.nx() % grid.ny();
            int z = i / grid.nx() / grid.ny();
            assertEquals(map.at(x, y, z), onTurned.at(grid.nx() - 1 - x, y, grid.nz() - 1 - z));
        }
    }

    @Test
    void framesInAnyOrder_goWhereTheyBelong() throws GlomeraException, IOException {
        LabelMap map = Phantoms.scattered(Phantoms.OBLIQUE, 6);
        Path file = written(map);
        DataSet dataSet = toolkit.of(file);
        List<DataSet> groups = new ArrayList<>(dataSet.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(3));
        byte[] bits = dataSet.bytes(Tag.PIXEL_DATA).orElseThrow();
        PackedBits shuffled = new PackedBits();
        for (int frame : order) {
            for (int i = frame * 42; i < frame * 42 + 42; i++) {
                shuffled.add((bits[i / 8] >> i % 8 & 1) != 0);
            }
        }
        dataSet.putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, order.stream().map(groups::get).toList())
                .putBytes(Tag.PIXEL_DATA, shuffled.bytes());
        assertArrayEquals(map.labels(), onto(file, Phantoms.OBLIQUE).labels());
    }

    @Test
    void slicesWithoutAFrame_areEmpty() throws GlomeraException {
        // Voxels in the slices 0, 1 and 4 of 5: two frames are missing, and the grid still has five slices.
        byte[] labels = new byte[Phantoms.AXIAL.voxelCount()];
        for (int z : new int[] {0, 1, 4}) {
            labels[Phantoms.AXIAL.index(1, 2, z)] = 1;
            labels[Phantoms.AXIAL.index(5, 2, z)] = 2;
        }
        Segmentation read = read(written(new LabelMap(Phantoms.AXIAL, labels)));
        assertTrue(Phantoms.AXIAL.isSameAs(read.grid(), 1e-9), read.grid().toString());
        assertArrayEquals(labels, onto(read.file(), Phantoms.AXIAL).labels());
    }

    @Test
    void fractions_countFromOneHalf() throws GlomeraException, IOException {
        // Largest value 200: 99 is less than a half, 100 is a half.
        Path file = bytes("FRACTIONAL", new int[] {0, 99, 100, 200});
        toolkit.of(file).put(Tag.MAXIMUM_FRACTIONAL_VALUE, 200).put(Tag.SEGMENTATION_FRACTIONAL_TYPE, "PROBABILITY");
        assertArrayEquals(new byte[] {0, 0, 1, 1}, read(file).read(1, new NullProgressMonitor()).labels());
    }

    @Test
    void labelMap_holdsSegmentsByNumber() throws GlomeraException, IOException {
        Path file = bytes("LABELMAP", new int[] {0, 2, 1, 2});
        toolkit.of(file).put(Tag.SOP_CLASS_UID, Uids.LABEL_MAP_SEGMENTATION);
        assertArrayEquals(new byte[] {0, 0, 1, 0}, read(file).read(1, new NullProgressMonitor()).labels());
        assertArrayEquals(new byte[] {0, 1, 0, 1}, read(file).read(2, new NullProgressMonitor()).labels());
    }

    @Test
    void otherGrid_takesTheLargestShareAndSaysTheVolumes() throws GlomeraException {
        // Blocks of 2 x 2 x 2 voxels on the SEG's grid become one voxel each on a grid of twice the spacing.
        Grid fine = Grid.axial(8, 8, 4, new Vector3(1, 2, 3), new Vector3(0, 0, 0));
        byte[] labels = new byte[fine.voxelCount()];
        for (int i = 0; i < 8; i++) {
            labels[fine.index(2 + (i & 1), 4 + (i >> 1 & 1), 2 + (i >> 2))] = 1;
            labels[fine.index(6 + (i & 1), 4 + (i >> 1 & 1), 2 + (i >> 2))] = 2;
        }
        KidneysOnImage kidneys = read(written(new LabelMap(fine, labels))).onto(fine.withSize(4, 4, 2),
                KidneyStructures.COMMON_NAMES, new NullProgressMonitor());
        assertEquals(1, kidneys.kidneys().count(Side.RIGHT));
        assertEquals(1, kidneys.kidneys().at(1, 2, 1));
        assertEquals(2, kidneys.kidneys().at(3, 2, 1));
        // 8 voxels of 6 mm3 are 0.048 ml.
        assertTrue(kidneys.remarks().toString().contains("right kidney 0.0 ml became 0.0 ml"),
                kidneys.remarks().toString());
    }

    @Test
    void kidneyMostlyOutsideTheImage_isRefused() throws GlomeraException {
        LabelMap map = Phantoms.scattered(Phantoms.AXIAL, 7);
        Grid half = Grid.axial(3, 6, 5, Phantoms.AXIAL.spacingMm(), Phantoms.AXIAL.patientMm(0, 0, 0));
        Segmentation read = read(written(map));
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> read.onto(half, KidneyStructures.COMMON_NAMES, new NullProgressMonitor()));
        assertTrue(problem.getMessage().contains("reaches outside the image"), problem.getMessage());
    }

    @Test
    void overlappingSegments_areReadEachForItself() throws GlomeraException, IOException {
        Path file = bytes("BINARY", new int[] {1, 1, 0, 0});
        DataSet dataSet = toolkit.of(file);
        DataSet frame = dataSet.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).get(0);
        DataSet second = MemoryToolkit.copy(frame, true).putItems(Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                new DataSet().put(Tag.REFERENCED_SEGMENT_NUMBER, 2));
        dataSet.put(Tag.NUMBER_OF_FRAMES, 2).putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frame, second)
                .putBytes(Tag.PIXEL_DATA, new byte[] {1, 1, 0, 0, 0, 1, 1, 0});
        assertArrayEquals(new byte[] {1, 1, 0, 0}, read(file).read(1, new NullProgressMonitor()).labels());
        assertArrayEquals(new byte[] {0, 1, 1, 0}, read(file).read(2, new NullProgressMonitor()).labels());
        GlomeraException problem = assertThrows(GlomeraException.class, () -> onto(file, read(file).grid()));
        assertTrue(problem.getMessage().contains("overlaps the other kidney in 1 voxels"), problem.getMessage());
    }

    @Test
    void tilesOfAMicroscope_areRefused() throws IOException {
        Path file = bytes("BINARY", new int[] {1, 1, 0, 0});
        toolkit.of(file).put(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, 50);
        assertRefused(file, "microscope");
    }

    @Test
    void framesWithoutAPlaceInThePatient_areRefused() throws IOException {
        Path file = bytes("BINARY", new int[] {1, 1, 0, 0});
        toolkit.of(file).items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).get(0)
                .putItems(Tag.PLANE_POSITION_SEQUENCE);
        assertRefused(file, "position in the patient");
    }

    @Test
    void shortPixelData_areRefused() throws IOException {
        Path file = bytes("BINARY", new int[] {1, 1, 0, 0});
        toolkit.of(file).putBytes(Tag.PIXEL_DATA, new byte[] {1, 1});
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> read(file).read(1, new NullProgressMonitor()));
        assertTrue(problem.getMessage().contains("need 4 bytes"), problem.getMessage());
    }

    @Test
    void announcedFramesThatAreNotDescribed_areRefused() throws IOException {
        Path file = bytes("BINARY", new int[] {1, 1, 0, 0});
        toolkit.of(file).put(Tag.NUMBER_OF_FRAMES, 1_000_000);
        assertRefused(file, "announces 1000000 frames");
    }

    @Test
    void codes_tellKidneysOfAnyName() {
        assertEquals(Optional.of(Side.LEFT), codes("64033007", "7771000").side());
        assertEquals(Optional.of(Side.RIGHT), codes("64033007", "24028007").side());
        assertEquals(Optional.of(Side.RIGHT), codes("9846003", "").side());
        assertEquals(new KidneyCodes(true, Optional.empty()), codes("64033007", ""));
        // Liver, left; a lesion (52988006) in the left kidney is no kidney.
        assertEquals(KidneyCodes.NONE, codes("10200004", "7771000"));
        DataSet lesion = segment("52988006", "").putItems(Tag.ANATOMIC_REGION_SEQUENCE,
                CommonModules.code("64033007", "SCT", "Kidney"));
        assertEquals(KidneyCodes.NONE, KidneyCodes.of(lesion));
        DataSet organ = segment("113343008", "").putItems(Tag.ANATOMIC_REGION_SEQUENCE,
                CommonModules.code("64033007", "SCT", "Kidney").putItems(Tag.ANATOMIC_REGION_MODIFIER_SEQUENCE,
                        CommonModules.code("7771000", "SCT", "Left")));
        assertEquals(Optional.of(Side.LEFT), KidneyCodes.of(organ).side());
    }

    private static KidneyCodes codes(String type, String modifier) {
        return KidneyCodes.of(segment(type, modifier));
    }

    private static DataSet segment(String type, String modifier) {
        DataSet code = CommonModules.code(type, "SCT", "x");
        if (!modifier.isEmpty()) {
            code.putItems(Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE,
                    CommonModules.code(modifier, "SCT", "y"));
        }
        return new DataSet().put(Tag.SEGMENT_NUMBER, 1).putItems(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, code);
    }

    private void assertRefused(Path file, String part) {
        GlomeraException problem = assertThrows(GlomeraException.class, () -> read(file));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
        assertTrue(problem.getMessage().contains(file.getFileName().toString()), problem.getMessage());
    }

    private Segmentation read(Path file) throws GlomeraException {
        return new SegReader(toolkit).read(file);
    }

    private LabelMap onto(Path file, Grid grid) throws GlomeraException {
        return read(file).onto(grid, KidneyStructures.COMMON_NAMES, new NullProgressMonitor()).kidneys();
    }

    private Path written(LabelMap map) throws GlomeraException {
        ImageReference image = new ImageReference("1.2", "1.2.3", "1.2.4", Uids.CT_IMAGE, List.of("1.2.3.9"),
                map.grid());
        return new DicomWriter(toolkit).writeSeg(folder.resolve("seg.dcm"), map, image, Phantoms.STUDY,
                Phantoms.KIDNEYS, null);
    }

    /** A SEG of one frame of 2 x 2 voxels, one byte each, with the segments Kidney_R (1) and Kidney_L (2). */
    private Path bytes(String type, int[] values) throws IOException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        DataSet frame = new DataSet()
                .putItems(Tag.PLANE_POSITION_SEQUENCE, new DataSet().put(Tag.IMAGE_POSITION_PATIENT, 1, 2, 3))
                .putItems(Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                        new DataSet().put(Tag.REFERENCED_SEGMENT_NUMBER, 1));
        DataSet shared = new DataSet()
                .putItems(Tag.PIXEL_MEASURES_SEQUENCE, new DataSet().put(Tag.PIXEL_SPACING, 2, 3)
                        .put(Tag.SLICE_THICKNESS, 4))
                .putItems(Tag.PLANE_ORIENTATION_SEQUENCE,
                        new DataSet().put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0));
        DataSet dataSet = new DataSet().put(Tag.SOP_CLASS_UID, Uids.SEGMENTATION).put(Tag.SEGMENTATION_TYPE, type)
                .put(Tag.ROWS, 2).put(Tag.COLUMNS, 2).put(Tag.NUMBER_OF_FRAMES, 1).put(Tag.BITS_ALLOCATED, 8)
                .putItems(Tag.SEGMENT_SEQUENCE, named(1, "Kidney_R"), named(2, "Kidney_L"))
                .putItems(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frame)
                .putBytes(Tag.PIXEL_DATA, bytes);
        return toolkit.add(folder.resolve("bytes.dcm"), dataSet);
    }

    private static DataSet named(int number, String name) {
        return new DataSet().put(Tag.SEGMENT_NUMBER, number).put(Tag.SEGMENT_LABEL, name);
    }
}
