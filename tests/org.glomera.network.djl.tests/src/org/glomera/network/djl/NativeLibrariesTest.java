package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

    @Test
    void require_saysWhatIsMissingAndThatTheRestWorks(@TempDir Path empty) {
        GlomeraException missing = assertThrows(GlomeraException.class, () -> NativeLibraries.require(empty));
        assertEquals(Kind.MISSING_COMPONENT, missing.kind());
        assertTrue(missing.getMessage().contains("libdjl_torch"), missing.getMessage());
        assertTrue(missing.getMessage().contains("Everything else works"), missing.getMessage());
        assertThrows(GlomeraException.class, () -> NativeLibraries.require(null));
    }

    @Test
    void locate_findsTheFolderOfThePlugIn() throws GlomeraException {
        assertTrue(Files.isRegularFile(NativeLibraries.locate().resolve("libtorch_cpu.so")));
    }

    @Test
    void engine_writesNothingToTheHomeFolder() throws GlomeraException {
        PyTorchRuntime.engine();
        Path home = Path.of(System.getProperty("user.home"));
        assertTrue(Files.notExists(home.resolve(".djl.ai")), "The library made a folder in " + home);
    }

    @Test
    void aFolderThatTheUserNames_holdsPyTorchAndItsBinding(@TempDir Path folder) throws GlomeraException, IOException {
        GlomeraException empty = assertThrows(GlomeraException.class, () -> NativeLibraries.named(folder.toString()));
        assertEquals(Kind.CONFIGURATION, empty.kind());
        assertTrue(empty.getMessage().contains("no libtorch.so"), empty.getMessage());
        Files.createFile(folder.resolve("libtorch.so"));
        GlomeraException unbound = assertThrows(GlomeraException.class, () -> NativeLibraries.named(folder.toString()));
        assertTrue(unbound.getMessage().contains("no libdjl_torch.so"), unbound.getMessage());
        Files.createFile(folder.resolve("libdjl_torch.so"));
        assertEquals(folder.toAbsolutePath(), NativeLibraries.named(folder.toString()));
        assertFalse(NativeLibraries.isForCards(folder));
        Files.createFile(folder.resolve("libtorch_cuda.so"));
        assertTrue(NativeLibraries.isForCards(folder));
    }

    /** DJL's two switches: without them it fetches libraries and reports its use. */
    @Test
    void engine_neitherFetchesNorReportsAnything() throws GlomeraException {
        PyTorchRuntime.engine();
        assertEquals("true", System.getProperty("ai.djl.offline"));
        assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
        assertEquals(NativeLibraries.locate().toString(), System.getProperty("PYTORCH_LIBRARY_PATH"));
    }
}
