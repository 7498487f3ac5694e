package org.glomera.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.model.StudyNode.Group;
import org.glomera.ui.model.StudyNode.GroupKind;
import org.glomera.ui.model.StudyNode.Study;
import org.glomera.ui.model.StudyNode.Unreadable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the explorer shows of a study's files. */
class StudyReaderTest {

    @TempDir
    Path folder;

    private StudyFolder study;

    @BeforeEach
    void writeStudy() throws Exception {
        study = StudyFolder.create(folder.resolve("lutate"), "Lutate");
        for (String id : List.of("p1", "p2", "p10")) {
            study.writeCase(new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, Role.TRAINING, List.of(), List.of(),
                    Map.of(), List.of()));
        }
    }

    private void prepare(String network, String json) throws Exception {
        Files.writeString(Files.createDirectories(study.preparedFolder(network)).resolve("prepared.json"), json);
    }

    private List<String> ids(GroupKind kind) {
        Study read = assertInstanceOf(Study.class, new StudyReader().read(study.root(), new NullProgressMonitor()));
        return read.children().stream().filter(node -> node instanceof Group group && group.kind() == kind)
                .flatMap(node -> node.children().stream()).map(node -> ((Case) node).info().id()).toList();
    }

    @Test
    void cases_standInNaturalOrder() {
        assertEquals(List.of("p1", "p2", "p10"), ids(GroupKind.TRAINING));
    }

    @Test
    void aCaseThatEveryNetworkLeftOut_isExcludedOnly() throws Exception {
        prepare("hybrid", "{\"training\": [\"p1\", \"p10\"], \"test\": [], \"excluded\":"
                + " [{\"caseId\": \"p2\", \"role\": \"training\", \"reason\": \"No left kidney.\"}]}");
        assertEquals(List.of("p1", "p10"), ids(GroupKind.TRAINING));
        assertEquals(List.of("p2"), ids(GroupKind.EXCLUDED));
    }

    @Test
    void aCaseThatOneNetworkUses_staysInItsCohortToo() throws Exception {
        prepare("hybrid", "{\"training\": [], \"excluded\": [{\"caseId\": \"p2\", \"reason\": \"No SPECT.\"}]}");
        prepare("standard", "{\"training\": [\"p2\"], \"excluded\": []}");
        assertEquals(List.of("p1", "p2", "p10"), ids(GroupKind.TRAINING));
        assertEquals(List.of("p2"), ids(GroupKind.EXCLUDED));
    }

    @Test
    void aBrokenPreparedFile_doesNotKeepTheCasesFromBeingShown() throws Exception {
        prepare("hybrid", "{");
        assertEquals(List.of("p1", "p2", "p10"), ids(GroupKind.TRAINING));
    }

    @Test
    void aFolderWithoutStudy_isUnreadable_andNamesTheFile() {
        Unreadable node = assertInstanceOf(Unreadable.class,
                new StudyReader().read(folder.resolve("none"), new NullProgressMonitor()));
        assertEquals(folder.resolve("none"), node.path());
    }

    @Test
    void read_stopsWhenItIsCancelled() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> new StudyReader().read(study.root(), monitor));
    }

    @Test
    void stamp_changesWithEachFileThatIsRead() throws Exception {
        FolderStamp before = FolderStamp.of(study.root());
        assertEquals(before, FolderStamp.of(study.root()));
        prepare("hybrid", "{}");
        FolderStamp prepared = FolderStamp.of(study.root());
        assertNotEquals(before, prepared);
        Files.delete(study.caseFolder("p1").resolve("case.json"));
        assertNotEquals(prepared, FolderStamp.of(study.root()));
    }
}
