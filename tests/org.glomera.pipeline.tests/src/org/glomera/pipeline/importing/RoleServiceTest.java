package org.glomera.pipeline.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.RolesRequest;
import org.glomera.pipeline.testing.TestComponents;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleServiceTest {

    @TempDir
    Path folder;

    private StudyFolder study;

    /** Patient A has two cases, patient B has one; all are for training. */
    @BeforeEach
    void makeStudy() throws GlomeraException {
        study = StudyFolder.create(folder.resolve("study"), "roles");
        for (String id : List.of("A", "A-2", "B")) {
            study.writeCase(new CaseInfo(id, id.substring(0, 1), Acquisition.SPECT_CT, Role.TRAINING, List.of(),
                    List.of(), Map.of(), List.of()));
        }
    }

    @Test
    void allCasesOfAPatient_changeTogether() throws GlomeraException {
        assertEquals(List.of("A", "A-2"), change(Map.of("A-2", Role.TEST)));
        assertEquals(List.of("A", "A-2"), study.cases(Role.TEST).stream().map(CaseInfo::id).toList());
        assertEquals(List.of(), change(Map.of("A", Role.TEST)));
    }

    @Test
    void differentRolesOfOnePatient_areRefusedAndNothingIsWritten() throws GlomeraException {
        assertThrows(GlomeraException.class, () -> change(Map.of("A", Role.TEST, "A-2", Role.UNASSIGNED, "B", Role.TEST)));
        assertEquals(3, study.cases(Role.TRAINING).size());
    }

    @Test
    void studyThatIsWritten_isLeftAlone() throws GlomeraException {
        try (StudyLock held = study.lock()) {
            assertThrows(GlomeraException.class, () -> change(Map.of("B", Role.TEST)), held.toString());
        }
        assertEquals(3, study.cases(Role.TRAINING).size());
    }

    private List<String> change(Map<String, Role> roles) throws GlomeraException {
        return new PipelineServices(new TestComponents()).roles().run(new RolesRequest(study.root(), roles),
                new NullProgressMonitor());
    }
}
