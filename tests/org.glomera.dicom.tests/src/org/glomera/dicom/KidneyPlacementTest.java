package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

/** Kidneys whose names do not say which they are. The patient's right is at smaller x. */
class KidneyPlacementTest {

    /** 80 x 40 x 30 voxels of 4 x 5 x 6 mm; index x runs to the patient's right: x = 160 - 4 i. */
    private static final Grid GRID = new Grid(80, 40, 30, new Affine3(new Vector3(-4, 0, 0), new Vector3(0, 5, 0),
            new Vector3(0, 0, 6), new Vector3(160, 0, 0)));
    /** 8 x 10 x 10 voxels of 0.12 ml are 96 ml. */
    private static final int KIDNEY = 800;

    @Test
    void twoStructuresWithoutASide_areToldByPlace() throws GlomeraException {
        KidneysOnImage found = onto(structure(1, "Kidney 1", box(16)), structure(2, "Kidney 2", box(56)));
        // Index 56 is at x = -64 mm: the right one is 'Kidney 2'.
        assertEquals(1, found.kidneys().at(58, 15, 12));
        assertEquals(2, found.kidneys().at(18, 15, 12));
        assertTrue(found.taken().contains("right kidney: 'Kidney 2' (by its place in the patient)"), found.taken());
        assertTrue(found.remarks().get(0).contains("told by their place"), found.remarks().toString());
    }

    @Test
    void oneStructureOfBoth_isSplitAndKeepsEveryVoxel() throws GlomeraException {
        List<Contour> both = new ArrayList<>(box(16));
        both.addAll(box(56));
        both.addAll(crumb(30));
        KidneysOnImage found = onto(new Structure(1, "Kidneys", both));
        assertEquals(1, found.kidneys().at(58, 15, 12));
        assertEquals(2, found.kidneys().at(18, 15, 12));
        // The crumb of one voxel at index 30 (x = 40 mm) lies left of the midline, half-way at index 39.5 (x = 2 mm).
        assertEquals(KIDNEY, found.kidneys().count(Side.RIGHT));
        assertEquals(KIDNEY + 1, found.kidneys().count(Side.LEFT));
        assertTrue(found.remarks().get(0).contains("split"), found.remarks().toString());
    }

    @Test
    void oneKidneyWithoutASide_isToldByTheMiddleOfTheImage() throws GlomeraException {
        KidneysOnImage found = onto(structure(1, "Kidney", box(56)));
        assertEquals(KIDNEY, found.kidneys().count(Side.RIGHT));
        assertEquals(0, found.kidneys().count(Side.LEFT));
        assertTrue(found.remarks().stream().anyMatch(each -> each.contains("No left kidney")),
                found.remarks().toString());
    }

    @Test
    void bothTogetherBesideOne_isTheOtherLessWhatTheyShare() throws GlomeraException {
        List<Contour> both = new ArrayList<>(box(16));
        both.addAll(box(56));
        KidneysOnImage found = onto(structure(1, "Kidney_R", box(56)), new Structure(2, "Kidneys", both));
        assertEquals(KIDNEY, found.kidneys().count(Side.RIGHT));
        assertEquals(KIDNEY, found.kidneys().count(Side.LEFT));
    }

    @Test
    void structureOnTheWrongSideOfTheNamedOne_isNotTaken() throws GlomeraException {
        KidneysOnImage found = onto(structure(1, "Kidney_R", box(30)), structure(2, "Kidney", box(56)));
        assertEquals(0, found.kidneys().count(Side.LEFT));
        assertTrue(found.remarks().toString().contains("it was not taken"), found.remarks().toString());
    }

    @Test
    void namedKidneys_needNoPlace() throws GlomeraException {
        // A transplant in the wrong place: the names count.
        KidneysOnImage found = onto(structure(1, "Kidney_L", box(56)), structure(2, "Kidney_R", box(16)),
                structure(3, "Kidneys", box(30)));
        assertEquals(2, found.kidneys().at(58, 15, 12));
        assertEquals(List.of(), found.remarks());
        assertTrue(found.taken().contains("right kidney: 'Kidney_R' (by its name)"), found.taken());
    }

    @Test
    void threeStructuresWithoutASide_areRefused() {
        assertRefused("none says which", structure(1, "Kidney 1", box(16)), structure(2, "Kidney 2", box(56)),
                structure(3, "Kidney 3", box(30)));
    }

    @Test
    void structuresAboveOneAnother_areRefused() {
        assertRefused("only 8 mm apart", structure(1, "Kidney 1", box(16)), structure(2, "Kidney 2", box(18)));
    }

    @Test
    void noKidney_namesTheStructuresThatAreThere() {
        assertRefused("[Liver, Spleen]", structure(1, "Liver", box(16)), structure(2, "Spleen", box(56)));
    }

    private static void assertRefused(String part, Structure... structures) {
        GlomeraException problem = assertThrows(GlomeraException.class, () -> onto(structures));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }

    private static KidneysOnImage onto(Structure... structures) throws GlomeraException {
        return new StructureSet(Path.of("rs.dcm"), "", List.of(), Arrays.asList(structures)).onto(GRID,
                KidneyStructures.COMMON_NAMES, new NullProgressMonitor());
    }

    private static Structure structure(int number, String name, List<Contour> contours) {
        return new Structure(number, name, contours);
    }

    /** 8 x 10 x 10 voxels from index x on. */
    private static List<Contour> box(int x) {
        List<Contour> contours = new ArrayList<>();
        for (int z = 10; z < 20; z++) {
            contours.add(rectangle(x, x + 8, 12, 22, z));
        }
        return contours;
    }

    /** One voxel. */
    private static List<Contour> crumb(int x) {
        return List.of(rectangle(x, x + 1, 12, 13, 15));
    }

    private static Contour rectangle(int x0, int x1, int y0, int y1, int z) {
        return new Contour(List.of(GRID.patientMm(x0 - 0.5, y0 - 0.5, z), GRID.patientMm(x1 - 0.5, y0 - 0.5, z),
                GRID.patientMm(x1 - 0.5, y1 - 0.5, z), GRID.patientMm(x0 - 0.5, y1 - 0.5, z)));
    }
}
