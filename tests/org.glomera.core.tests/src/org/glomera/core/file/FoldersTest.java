package org.glomera.core.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.glomera.core.GlomeraException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    void delete_removesAFolderWithAllThatIsInIt() throws IOException, GlomeraException {
        Path made = folder.resolve("made");
        Files.createDirectories(made.resolve("a/b"));
        Files.writeString(made.resolve("a/b/text"), "text");
        Folders.delete(made);
        assertFalse(Files.exists(made));
        assertTrue(Files.exists(folder));
    }

    @Test
    void delete_removesALinkAndLeavesWhatItLeadsTo() throws IOException, GlomeraException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(kept.resolve("text"), "text");
        Path made = Files.createDirectory(folder.resolve("made"));
        Files.createSymbolicLink(made.resolve("link"), kept);
        Folders.delete(made);
        assertFalse(Files.exists(made));
        assertTrue(Files.exists(kept.resolve("text")));
    }

    @Test
    void delete_doesNothingWhereThereIsNoFolder() throws GlomeraException {
        Folders.delete(folder.resolve("missing"));
        assertTrue(Files.exists(folder));
    }
}
