package org.glomera.pipeline.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.study.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortFileTest {

    @TempDir
    Path folder;

    @Test
    void roles_areReadByNameWhateverElseTheFileHolds() throws Exception {
        CohortFile cohort = read("age,Patient,role\n40,A 1,test\n\n50,\"B,2\",Training\n60,C,unassigned\n");
        assertEquals(Map.of("A 1", Role.TEST, "B,2", Role.TRAINING, "C", Role.UNASSIGNED), cohort.roles());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"patient;role%nA;test|does not name the columns",
            "patient,role%nA,tset|'tset' is no role", "patient,role%nA,test%nA,test|stands there twice",
            "patient,role%nA|another number of columns"})
    void wrongFile_isRefusedWithItsNameAndNoPatient(String text, String expected) {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> read(text.replace("%n", "\n")));
        assertTrue(refused.getMessage().contains(expected) && refused.getMessage().contains("cohort.csv"),
                refused.getMessage());
    }

    private CohortFile read(String text) throws IOException, GlomeraException {
        Path file = folder.resolve(CohortFile.NAME);
        Files.writeString(file, text);
        return CohortFile.read(file);
    }
}
