package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KidneyStructuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"Kidney_R", "kidney right", "Right Kidney", "KIDNEY-RT", "R Kidney", "rechte Niere",
            "Niere re", "Höger njure", " Kidney_R "})
    void commonNames_ofTheRightKidney(String name) throws GlomeraException {
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.RIGHT).isPresent());
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.LEFT).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kidney_L", "kidney left", "Left Kidney", "KIDNEY-LT", "L Kidney", "linke Niere",
            "Niere li", "Vänster njure"})
    void commonNames_ofTheLeftKidney(String name) throws GlomeraException {
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.LEFT).isPresent());
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.RIGHT).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kidney_R cyst", "Kidneys", "Kidney", "Liver", "Kidney_Right_old"})
    void otherNames_areNotAKidney(String name) throws GlomeraException {
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.RIGHT).isEmpty());
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.LEFT).isEmpty());
    }

    @Test
    void missingKidney_isNamedWithTheStructuresThatAreThere() {
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> KidneyStructures.COMMON_NAMES.require(set("Kidney_R", "Liver")));
        assertTrue(problem.getMessage().contains("rs.dcm"), problem.getMessage());
        assertTrue(problem.getMessage().contains("left kidney"), problem.getMessage());
        assertTrue(problem.getMessage().contains("[Kidney_R, Liver]"), problem.getMessage());
    }

    @Test
    void kidneyWithoutContours_isMissing() {
        StructureSet set = new StructureSet(Path.of("rs.dcm"), "", List.of(), List.of(
                new Structure(1, "Kidney_R", List.of()), set("Kidney_L").structures().get(0)));
        assertThrows(GlomeraException.class, () -> KidneyStructures.COMMON_NAMES.require(set));
    }

    @Test
    void twoNamesOfOneKidney_areRefused() {
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> KidneyStructures.COMMON_NAMES.find(set("Kidney_R", "kidney right"), Side.RIGHT));
        assertTrue(problem.getMessage().contains("2 structures"), problem.getMessage());
    }

    @Test
    void firstPattern_winsOverTheNext() throws GlomeraException {
        KidneyStructures own = KidneyStructures.ofExpressions(List.of("ren dexter final", "ren dexter.*"),
                List.of("x"));
        assertEquals("Ren dexter final",
                own.find(set("Ren dexter draft", "Ren dexter final"), Side.RIGHT).orElseThrow().name());
        assertFalse(own.find(set("Ren dexter draft"), Side.RIGHT).isEmpty());
    }

    private static StructureSet set(String... names) {
        Contour contour = new Contour(List.of(new Vector3(0, 0, 0), new Vector3(1, 0, 0), new Vector3(0, 1, 0)));
        return new StructureSet(Path.of("rs.dcm"), "", List.of(),
                Arrays.stream(names).map(name -> new Structure(1, name, List.of(contour))).toList());
    }
}
