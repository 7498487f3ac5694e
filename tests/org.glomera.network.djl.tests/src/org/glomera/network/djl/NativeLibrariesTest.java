package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
