package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtStructReaderTest {

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();

    @Test
    void points_becomeTriplesOfMillimetres() throws GlomeraException, IOException {
        StructureSet set = read(file(contour("CLOSED_PLANAR", 1, 2, 3, 4, 5, 6, 7, 8, 9.5)));
        assertEquals(List.of(new Vector3(1, 2, 3), new Vector3(4, 5, 6), new Vector3(7, 8, 9.5)),
                set.structures().get(0).contours().get(0).pointsMm());
        assertEquals("1.2.4", set.frameOfReferenceUid());
    }

    @Test
    void whatEnclosesNothing_isPassedOver() throws GlomeraException, IOException {
        StructureSet set = read(file(contour("POINT", 1, 2, 3), contour("OPEN_PLANAR", 0, 0, 0, 1, 0, 0, 1, 1, 0),
                contour("CLOSED_PLANAR", 0, 0, 0, 1, 0, 0)));
        assertEquals(List.of(), set.structures().get(0).contours());
    }

    @Test
    void numbersThatAreNoTriples_areRefused() {
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> read(file(contour("CLOSED_PLANAR", 1, 2, 3, 4))));
        assertTrue(problem.getMessage().contains("4 numbers"), problem.getMessage());
        assertTrue(problem.getMessage().contains("rs.dcm"), problem.getMessage());
    }

    @Test
    void coordinateThatIsNoNumber_isRefused() {
        DataSet nonsense = contour("CLOSED_PLANAR").put(Tag.CONTOUR_DATA, "1", "2", "three");
        assertThrows(GlomeraException.class, () -> read(file(nonsense)));
        DataSet infinite = contour("CLOSED_PLANAR").put(Tag.CONTOUR_DATA, "1", "2", "Infinity");
        assertThrows(GlomeraException.class, () -> read(file(infinite)));
    }

    @Test
    void structureWithoutContourItem_isThereWithoutContours() throws GlomeraException, IOException {
        DataSet dataSet = toolkit.of(file());
        dataSet.putItems(Tag.ROI_CONTOUR_SEQUENCE);
        assertEquals(List.of(new Structure(7, "Kidney_R", List.of())), read(folder.resolve("rs.dcm")).structures());
    }

    @Test
    void otherObjects_areRefused() throws IOException {
        toolkit.of(file()).put(Tag.SOP_CLASS_UID, Uids.CT_IMAGE);
        assertThrows(GlomeraException.class, () -> read(folder.resolve("rs.dcm")));
    }

    private StructureSet read(Path file) throws GlomeraException {
        return new RtStructReader(toolkit).read(file);
    }

    private Path file(DataSet... contours) throws IOException {
        DataSet dataSet = new DataSet().put(Tag.SOP_CLASS_UID, Uids.RT_STRUCTURE_SET)
                .putItems(Tag.STRUCTURE_SET_ROI_SEQUENCE, new DataSet().put(Tag.ROI_NUMBER, 7)
                        .put(Tag.ROI_NAME, "Kidney_R").put(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "1.2.4"))
                .putItems(Tag.ROI_CONTOUR_SEQUENCE, new DataSet().put(Tag.REFERENCED_ROI_NUMBER, 7)
                        .putItems(Tag.CONTOUR_SEQUENCE, contours));
        return toolkit.add(folder.resolve("rs.dcm"), dataSet);
    }

    private static DataSet contour(String type, double... numbers) {
        return new DataSet().put(Tag.CONTOUR_GEOMETRIC_TYPE, type).put(Tag.CONTOUR_DATA, numbers);
    }
}
