package org.glomera.ui.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTargetTest {

    @TempDir
    Path folder;

    @Test
    void newFolder_isFine() {
        assertEquals("", ImportTarget.problem("A", folder.resolve("a/b").toString()));
    }

    @Test
    void whatCannotBe_isSaid() throws Exception {
        StudyFolder.create(folder.resolve("study"), "there");
        Files.writeString(Files.createDirectories(folder.resolve("full")).resolve("x"), "");
        assertTrue(ImportTarget.problem(" ", folder.resolve("a").toString()).contains("name"));
        assertTrue(ImportTarget.problem("A", "").contains("folder"));
        assertTrue(ImportTarget.problem("A", "relative").contains("whole path"));
        assertTrue(ImportTarget.problem("A", folder.resolve("study").toString()).contains("study in"));
        assertTrue(ImportTarget.problem("A", folder.resolve("full").toString()).contains("not empty"));
        assertTrue(ImportTarget.problem("A", folder.resolve("full/x").toString()).contains("is a file"));
        assertTrue(ImportTarget.problem("A", "\u0000").contains("cannot be the path"));
    }

    @Test
    void proposedFolder_isNeverOneThatHoldsSomething() throws Exception {
        assertEquals(folder.resolve("lutate-2026"), ImportTarget.proposed(folder, " Lutate 2026! "));
        Files.writeString(Files.createDirectories(folder.resolve("lutate-2026")).resolve("x"), "");
        assertEquals(folder.resolve("lutate-2026-2"), ImportTarget.proposed(folder, "Lutate 2026"));
        assertEquals(folder.resolve("study"), ImportTarget.proposed(folder, "\u00fc\u00f6"));
    }
}
