package org.glomera.cli.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.Calibration;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.SpectRules;
import org.glomera.pipeline.ImportRules;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;

class ImportRulesOptionsTest {

    @Test
    void withoutOptions_rulesAreTheUsualOnes() throws GlomeraException {
        assertEquals(ImportRules.usual(), rules());
    }

    @Test
    void calibrationAndDecay_areTaken() throws GlomeraException {
        assertEquals(new SpectRules(Optional.of(new Calibration.BqPerMlPerCount(13.5)), DecayReference.SCAN_START),
                rules("--bq-per-ml-per-count", "13.5", "--decay-to", "scan-start").spect());
        assertEquals(new SpectRules(Optional.of(new Calibration.Sensitivity(9.36)),
                new DecayReference.At(LocalDateTime.of(2024, 2, 29, 13, 5))),
                rules("--sensitivity-cps-per-mbq=9.36", "--decay-to=2024-02-29T13:05").spect());
    }

    @Test
    void ownNames_comeBeforeTheCommonOnes() throws GlomeraException {
        KidneyStructures names = rules("--kidney-names-right", "ren dexter,neu", "--kidney-names-right", "R1",
                "--kidney-names-left", "L1").kidneyNames();
        assertEquals("ren dexter,neu", names.right().get(0));
        assertEquals("R1", names.right().get(1));
        assertEquals(KidneyStructures.COMMON_NAMES.right().get(0), names.right().get(2));
        assertEquals("L1", names.left().get(0));
        assertEquals(KidneyStructures.COMMON_NAMES.sideless(), names.sideless());
    }

    @Test
    void valuesThatCannotBe_areRefusedWithASentence() {
        assertRefused("There are two calibrations", "--bq-per-ml-per-count=1", "--sensitivity-cps-per-mbq=1");
        assertRefused("is a positive number, not -1", "--bq-per-ml-per-count=-1");
        assertRefused("not 'yesterday'", "--decay-to=yesterday");
        assertRefused("is not a regular expression", "--kidney-names-left=kidney(");
    }

    private static void assertRefused(String part, String... arguments) {
        GlomeraException problem = assertThrows(GlomeraException.class, () -> rules(arguments));
        assertEquals(GlomeraException.Kind.CONFIGURATION, problem.kind());
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }

    private static ImportRules rules(String... arguments) throws GlomeraException {
        ImportRulesOptions options = new ImportRulesOptions();
        new CommandLine(options).parseArgs(arguments);
        return options.rules();
    }
}
