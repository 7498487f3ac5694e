package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DicomWriterTest {

    /** Decimal strings of 16 characters keep at least 1e-11 of a coordinate of some hundred millimetres. */
    private static final double DECIMAL_STRING_MM = 1e-8;

    static final List<Grid> ORIENTATIONS = Phantoms.ORIENTATIONS;

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();
    private final DicomWriter writer = new DicomWriter(toolkit);

    @ParameterizedTest
    @FieldSource("ORIENTATIONS")
    void ct_comesBackUnchanged(Grid grid) throws GlomeraException {
        Volume ct = Phantoms.ct(grid);
        WrittenImage written = writer.writeCt(folder.resolve("ct"), ct, Phantoms.STUDY, Phantoms.CT, null);
        List<Path> shuffled = new ArrayList<>(written.files());
        Collections.shuffle(shuffled, new Random(1));
        Volume read = new CtReader(toolkit).read(Phantoms.series("CT", shuffled), null).volume();
        assertArrayEquals(ct.values(), read.values());
        assertEquals(Quantity.HOUNSFIELD, read.quantity());
        assertTrue(read.grid().isSameAs(grid, DECIMAL_STRING_MM));
    }

    @ParameterizedTest
    @FieldSource("ORIENTATIONS")
    void nm_comesBackUnchanged(Grid grid) throws GlomeraException {
        Volume spect = Phantoms.spect(grid);
        WrittenImage written = writer.writeNm(folder.resolve("nm.dcm"), spect, Phantoms.STUDY, Phantoms.NM, null);
        Volume read = new NmReader(toolkit).read(Phantoms.series("NM", written.files()), SpectRules.asStored(), null)
                .volume();
        assertArrayEquals(spect.values(), read.values());
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, read.quantity());
        assertTrue(read.grid().isSameAs(grid, DECIMAL_STRING_MM));
    }

    @ParameterizedTest
    @FieldSource("ORIENTATIONS")
    void delineation_comesBackUnchanged(Grid grid) throws GlomeraException {
        LabelMap map = Phantoms.scattered(grid, 7);
        WrittenImage ct = writer.writeCt(folder.resolve("ct"), Phantoms.ct(grid), Phantoms.STUDY, Phantoms.CT, null);
        Path file = writer.writeRtStruct(folder.resolve("rs.dcm"), map, ct.reference(), Phantoms.STUDY,
                Phantoms.KIDNEYS, null);
        StructureSet set = new RtStructReader(toolkit).read(file);
        LabelMap read = ContourRasteriser.rasterise(set, KidneyStructures.COMMON_NAMES.require(set), grid);
        assertArrayEquals(map.labels(), read.labels());
        assertEquals(List.of(ct.reference().seriesInstanceUid()), set.referencedSeriesUids());
        assertEquals(Phantoms.STUDY.frameOfReferenceUid(), set.frameOfReferenceUid());
    }

    @Test
    void leftHandedGrid_comesBackAsTheSameImage() throws GlomeraException {
        // Slices run to the feet; the readers order them along the normal, to the head. Slice z is then slice 4 - z.
        Grid down = new Grid(7, 6, 5, new Affine3(new Vector3(1.5, 0, 0),
                new Vector3(0, 2.25, 0), new Vector3(0, 0, -3.125), new Vector3(1, 2, 3)));
        Volume spect = Phantoms.spect(down);
        WrittenImage nm = writer.writeNm(folder.resolve("nm.dcm"), spect, Phantoms.STUDY, Phantoms.NM, null);
        WrittenImage ct = writer.writeCt(folder.resolve("ct"), Phantoms.ct(down), Phantoms.STUDY, Phantoms.CT, null);
        Volume readNm = new NmReader(toolkit).read(Phantoms.series("NM", nm.files()), SpectRules.asStored(), null)
                .volume();
        Volume readCt = new CtReader(toolkit).read(Phantoms.series("CT", ct.files()), null).volume();
        assertEquals(3 - 4 * 3.125, readNm.grid().patientMm(0, 0, 0).z(), DECIMAL_STRING_MM);
        assertTrue(readNm.grid().isSameAs(readCt.grid(), DECIMAL_STRING_MM));
        assertEquals(spect.at(2, 3, 0), readNm.at(2, 3, 4));
        assertEquals(Phantoms.ct(down).at(2, 3, 1), readCt.at(2, 3, 3));
    }

    @Test
    void position_isWrittenForTheFirstVoxelOfEachSlice() throws GlomeraException, IOException {
        WrittenImage ct = writer.writeCt(folder.resolve("ct"), Phantoms.ct(Phantoms.AXIAL), Phantoms.STUDY, Phantoms.CT,
                null);
        DataSet third = toolkit.of(ct.files().get(2));
        // z = -400.75 + 2 * 3.125 = -394.5; pixel spacing is row distance first: 2.25 along y, 1.5 along x.
        assertEquals(List.of("-20.5", "31.25", "-394.5"), third.texts(Tag.IMAGE_POSITION_PATIENT));
        assertEquals(List.of("2.25", "1.5"), third.texts(Tag.PIXEL_SPACING));
        assertEquals(List.of("1", "0", "0", "0", "1", "0"), third.texts(Tag.IMAGE_ORIENTATION_PATIENT));
        assertEquals("20240229", third.text(Tag.STUDY_DATE).orElseThrow());
        assertEquals("130507", third.text(Tag.ACQUISITION_TIME).orElseThrow());
    }

    @Test
    void sameInput_givesTheSameIdentifiers() throws GlomeraException {
        ImageReference one = writer.writeCt(folder.resolve("a"), Phantoms.ct(Phantoms.AXIAL), Phantoms.STUDY,
                Phantoms.CT, null).reference();
        ImageReference two = writer.writeCt(folder.resolve("b"), Phantoms.ct(Phantoms.AXIAL), Phantoms.STUDY,
                Phantoms.CT, null).reference();
        assertEquals(one, two);
        assertEquals(5, one.sopInstanceUids().stream().distinct().count());
    }

    @Test
    void nmCalibration_isWhatTurnsCountsIntoBqPerMl() throws GlomeraException, IOException {
        WrittenImage nm = writer.writeNm(folder.resolve("nm.dcm"), Phantoms.spect(Phantoms.AXIAL), Phantoms.STUDY,
                Phantoms.NM, null);
        byte[] words = toolkit.of(nm.files().get(0)).bytes(Tag.PIXEL_DATA).orElseThrow();
        // Voxel 3 has 7.5 Bq/ml; at 2.5 Bq/ml per count that is 3 counts.
        assertEquals(3, words[6]);
        assertEquals(0, words[7]);
    }

    @Test
    void finestCalibration_storesTheLargestValueAs65535() {
        Volume spect = new Volume(Grid.axial(2, 1, 1, new Vector3(1, 2, 3), new Vector3(0, 0, 0)),
                Quantity.ACTIVITY_CONCENTRATION, new float[] {10, 131070});
        assertEquals(2.0, NmDescription.finestBqPerMlPerCount(spect), 0);
    }

    @Test
    void valuesThatCannotBeStored_areRefusedAndLeaveNothing() throws IOException {
        float[] values = new float[Phantoms.AXIAL.voxelCount()];
        values[100] = Float.NaN;
        Volume ct = new Volume(Phantoms.AXIAL, Quantity.HOUNSFIELD, values);
        GlomeraException ctProblem = assertThrows(GlomeraException.class,
                () -> writer.writeCt(folder.resolve("ct"), ct, Phantoms.STUDY, Phantoms.CT, null));
        // 42 voxels a slice: voxel 100 is in the third.
        assertTrue(ctProblem.getMessage().contains("slice 3"), ctProblem.getMessage());
        Volume spect = new Volume(Phantoms.AXIAL, Quantity.ACTIVITY_CONCENTRATION, values);
        assertThrows(GlomeraException.class,
                () -> writer.writeNm(folder.resolve("nm.dcm"), spect, Phantoms.STUDY, Phantoms.NM, null));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void filledFolder_isNotWrittenTo() throws IOException {
        Path full = Files.createDirectories(folder.resolve("ct"));
        Files.writeString(full.resolve("mine.txt"), "mine");
        GlomeraException problem = assertThrows(GlomeraException.class, () -> writer.writeCt(full,
                Phantoms.ct(Phantoms.AXIAL), Phantoms.STUDY, Phantoms.CT, null));
        assertTrue(problem.getMessage().contains(full.toString()), problem.getMessage());
        assertEquals("mine", Files.readString(full.resolve("mine.txt")));
    }

    @Test
    void cancelledWriting_leavesNothing() throws IOException {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> writer.writeCt(folder.resolve("ct"),
                Phantoms.ct(Phantoms.AXIAL), Phantoms.STUDY, Phantoms.CT, monitor));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void contour_refersToItsSlice() throws GlomeraException, IOException {
        WrittenImage nm = writer.writeNm(folder.resolve("nm.dcm"), Phantoms.spect(Phantoms.AXIAL), Phantoms.STUDY,
                Phantoms.NM, null);
        WrittenImage ct = writer.writeCt(folder.resolve("ct"), Phantoms.ct(Phantoms.AXIAL), Phantoms.STUDY, Phantoms.CT,
                null);
        byte[] labels = new byte[Phantoms.AXIAL.voxelCount()];
        labels[Phantoms.AXIAL.index(3, 2, 4)] = 1;
        LabelMap map = new LabelMap(Phantoms.AXIAL, labels);
        DataSet onNm = firstImage(writer.writeRtStruct(folder.resolve("1.dcm"), map, nm.reference(), Phantoms.STUDY,
                Phantoms.KIDNEYS, null));
        DataSet onCt = firstImage(writer.writeRtStruct(folder.resolve("2.dcm"), map, ct.reference(), Phantoms.STUDY,
                Phantoms.KIDNEYS, null));
        assertEquals(5, onNm.integer(Tag.REFERENCED_FRAME_NUMBER).orElseThrow());
        assertEquals(toolkit.of(ct.files().get(4)).texts(Tag.SOP_INSTANCE_UID),
                onCt.texts(Tag.REFERENCED_SOP_INSTANCE_UID));
        assertFalse(onCt.has(Tag.REFERENCED_FRAME_NUMBER));
    }

    @Test
    void labelWithoutVoxels_isNotWritten() throws GlomeraException {
        WrittenImage nm = writer.writeNm(folder.resolve("nm.dcm"), Phantoms.spect(Phantoms.AXIAL), Phantoms.STUDY,
                Phantoms.NM, null);
        byte[] labels = new byte[Phantoms.AXIAL.voxelCount()];
        assertThrows(GlomeraException.class, () -> writer.writeRtStruct(folder.resolve("none.dcm"),
                new LabelMap(Phantoms.AXIAL, labels), nm.reference(), Phantoms.STUDY, Phantoms.KIDNEYS, null));
        byte[] right = labels.clone();
        right[50] = (byte) Side.RIGHT.label();
        Path file = writer.writeRtStruct(folder.resolve("right.dcm"), new LabelMap(Phantoms.AXIAL, right),
                nm.reference(), Phantoms.STUDY, Phantoms.KIDNEYS, null);
        StructureSet set = new RtStructReader(toolkit).read(file);
        assertEquals(List.of("Kidney_R"), set.structures().stream().map(Structure::name).toList());
        assertTrue(KidneyStructures.COMMON_NAMES.find(set, Side.LEFT).isEmpty());
    }

    @Test
    void otherGridThanTheImage_isADefectOfTheCaller() throws GlomeraException {
        WrittenImage nm = writer.writeNm(folder.resolve("nm.dcm"), Phantoms.spect(Phantoms.AXIAL), Phantoms.STUDY,
                Phantoms.NM, null);
        LabelMap elsewhere = Phantoms.scattered(Phantoms.OBLIQUE, 1);
        assertThrows(IllegalArgumentException.class, () -> writer.writeRtStruct(folder.resolve("rs.dcm"), elsewhere,
                nm.reference(), Phantoms.STUDY, Phantoms.KIDNEYS, null));
    }

    @Test
    void descriptions_refuseWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new NmDescription(1, "SPECT", 0, 7400));
        assertThrows(IllegalArgumentException.class, () -> new CtDescription(0, "CT", 120, 40, "", ""));
        assertThrows(IllegalArgumentException.class,
                () -> new StructureSetDescription(1, "longer than sixteen", Map.of()));
        Grid sheared = new Grid(2, 2, 2, new Affine3(new Vector3(1, 0, 0),
                new Vector3(0, 1, 0), new Vector3(0, 0.2, 3), new Vector3(0, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> new GridPlanes(sheared));
    }

    private DataSet firstImage(Path structureSet) throws IOException {
        return toolkit.of(structureSet).items(Tag.ROI_CONTOUR_SEQUENCE).get(0).items(Tag.CONTOUR_SEQUENCE).get(0)
                .items(Tag.CONTOUR_IMAGE_SEQUENCE).get(0);
    }
}
