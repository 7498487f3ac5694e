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
            "Niere re", "Höger njure", " Kidney_R ", "RT KIDNEY", "Rt. Kidney", "KidneyRight", "kidney_right",
            "Kidney (R)", "Kidney, right", "Niere re.", "rein droit", "Rein_D", "riñón derecho", "Ri\u006e\u0303o\u0301n der.",
            "RENE DX", "rim direito", "nier rechts", "Nyre_H", "oikea munuainen", "nerka prawa", "pravá ledvina",
            "jobb vese", "sağ böbrek", "правая почка", "右肾", "右腎臓", "Ren dexter", "Right kidney structure"})
    void commonNames_ofTheRightKidney(String name) throws GlomeraException {
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.RIGHT).isPresent());
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.LEFT).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kidney_L", "kidney left", "Left Kidney", "KIDNEY-LT", "L Kidney", "linke Niere",
            "Niere li", "Vänster njure", "LT KIDNEY", "Lt. Kidney", "KidneyLeft", "kidney_left", "Kidney (L)",
            "Niere li.", "rein gauche", "Rein_G", "riñón izquierdo", "RENE SX", "rim esquerdo", "nier links",
            "venstre nyre", "vasen munuainen", "nerka lewa", "levá ledvina", "bal vese", "sol böbrek", "левая почка",
            "左肾", "左腎臓", "Ren sinister"})
    void commonNames_ofTheLeftKidney(String name) throws GlomeraException {
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.LEFT).isPresent());
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.RIGHT).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kidney_R cyst", "Kidneys", "Kidney", "Liver", "Kidney_Right_old", "Right kidney cyst", "Adrenal_R", "Renal pelvis right",
            "Kidney_R PRV", "Tumor niere links"})
    void otherNames_areNotAKidney(String name) throws GlomeraException {
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.RIGHT).isEmpty());
        assertTrue(KidneyStructures.COMMON_NAMES.find(set(name), Side.LEFT).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kidney", "Kidneys", "KIDNEYS_BOTH", "Both kidneys", "Kidney 2", "Nieren bds.", "Nieren",
            "reins", "riñones", "Kidneys L+R", "肾"})
    void namesWithoutASide_meanAKidney(String name) throws GlomeraException {
        assertTrue(new KidneyNames(KidneyStructures.COMMON_NAMES).isSideless(name));
    }

    @Test
    void noCommonName_isRightAndLeftOrHasASideAndNone() {
        KidneyStructures common = KidneyStructures.COMMON_NAMES;
        assertTrue(common.right().stream().noneMatch(common.left()::contains));
        assertTrue(common.right().stream().noneMatch(common.sideless()::contains));
    }

    @Test
    void linesOfAUser_becomePatterns() throws GlomeraException {
        KidneyStructures own = KidneyStructures.parse(" R .* \n\n", "L .*", "");
        assertEquals(new KidneyStructures(List.of("R .*"), List.of("L .*"), List.of()), own);
        assertEquals(own, KidneyStructures.parse(KidneyStructures.text(own.right()),
                KidneyStructures.text(own.left()), KidneyStructures.text(own.sideless())));
    }

    @Test
    void brokenExpression_isASentence() {
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> KidneyStructures.parse("kidney (right", "x", ""));
        assertTrue(problem.getMessage().startsWith("Names of the right kidney: The name pattern 'kidney (right' is not"
                + " a regular expression: Unclosed group"), problem.getMessage());
        assertThrows(IllegalArgumentException.class, () -> KidneyStructures.ofExpressions(List.of("("), List.of()));
    }

    @Test
    void expressionsThatTakeLong_areStopped() {
        // It tries each way to cut 60 letters into pieces, 2 to the power of 59; a reference keeps Java from remembering.
        KidneyStructures slow = KidneyStructures.ofExpressions(List.of("(a+)+\\1b"), List.of());
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> slow.find(set("a".repeat(60)), Side.RIGHT));
        assertTrue(problem.getMessage().contains("takes too long"), problem.getMessage());
        assertTrue(KidneyStructures.problemWith("(((x{0,1000}){0,1000}){0,1000})").orElseThrow().contains("too often"));
        assertTrue(KidneyStructures.problemWith("x".repeat(501)).isPresent());
    }

    @Test
    void longNames_matchNothing() throws GlomeraException {
        KidneyStructures all = KidneyStructures.ofExpressions(List.of(".*"), List.of());
        assertTrue(all.find(set("x".repeat(128)), Side.RIGHT).isPresent());
        assertTrue(all.find(set("x".repeat(129)), Side.RIGHT).isEmpty());
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
