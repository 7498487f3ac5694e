package org.glomera.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseRegistrationTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final double COS = Math.cos(Math.toRadians(20));
    private static final double SIN = Math.sin(Math.toRadians(20));

    @TempDir
    Path folder;

    private StudyFolder study;

    @BeforeEach
    void create() throws GlomeraException {
        study = StudyFolder.create(folder.resolve("study"), "Study");
    }

    /** 3, -4 and 12 mm, and 20 degrees about z. */
    static CaseRegistration registration(RegistrationState state, List<String> warnings) {
        MovedImage spect = new MovedImage(CaseFile.SPECT, List.of(20, 18, 16), List.of(List.of(4.8, 0.0, 0.0, -40.0),
                List.of(0.0, 4.9, 0.0, -30.0), List.of(0.0, 0.0, 5.1, 900.0)), "00ff");
        return new CaseRegistration(state, "mutual-information", List.of(3.0, -4.0, 12.0), List.of(0.0, 0.0, 20.0),
                List.of(1.0, 2.0, 938.0), List.of(List.of(COS, -SIN, 0.0, 1.0), List.of(SIN, COS, 0.0, 2.0),
                        List.of(0.0, 0.0, 1.0, 12.0)), "mutual information", 0.1, 0.2, Double.NaN, Double.NaN, warnings, NOON,
                "Glomera", List.of(spect));
    }

    @Test
    void aRegistration_isReadAsItWasWritten_eachStateFromItsFile() throws GlomeraException {
        assertEquals(Optional.empty(), CaseRegistration.read(study, "p1"));
        CaseRegistration applied = registration(RegistrationState.APPLIED, List.of());
        CaseRegistration proposed = registration(RegistrationState.PROPOSED, List.of("They hardly overlap."));
        applied.write(study, "p1");
        proposed.write(study, "p1");
        assertEquals(Optional.of(applied), CaseRegistration.read(study, "p1"));
        assertEquals(Optional.of(proposed), CaseRegistration.readProposed(study, "p1"));
        assertTrue(CaseRegistration.file(study, "p1").endsWith("cases/p1/registration.json"));
    }

    @Test
    void distanceAndAngle_areThoseOfTheWholeMovement() {
        CaseRegistration registration = registration(RegistrationState.APPLIED, List.of());
        // 3^2 + 4^2 + 12^2 = 13^2
        assertEquals(13, registration.distanceMm(), 1e-12);
        assertEquals(20, registration.angleDegrees(), 1e-9);
    }

    @Test
    void whatHasWarnings_isNotTrusted() {
        assertTrue(registration(RegistrationState.PROPOSED, List.of()).trusted());
        assertFalse(registration(RegistrationState.PROPOSED, List.of("No.")).trusted());
    }

    @Test
    void malformedFiles_areRefusedWithTheirName() throws Exception {
        registration(RegistrationState.APPLIED, List.of()).write(study, "p1");
        Path file = CaseRegistration.file(study, "p1");
        String good = Files.readString(file);
        for (String bad : List.of(good.replaceFirst("3\\.0,", "\"NaN\","), good.replace("\"applied\"", "\"done\""),
                good.replace("\"spect\"", "\"ct\""), good.replaceFirst("-4\\.0,", ""))) {
            Files.writeString(file, bad);
            GlomeraException refused = assertThrows(GlomeraException.class, () -> CaseRegistration.read(study, "p1"));
            assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
        }
    }
}
