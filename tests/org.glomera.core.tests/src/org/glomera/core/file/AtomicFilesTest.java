package org.glomera.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    @Test
    void write_thatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("run.json");
        AtomicFiles.writeString(file, "old");
        assertThrows(IOException.class, () -> AtomicFiles.write(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void write_replacesTheFileAndMakesItsFolder() throws IOException {
        Path file = folder.resolve("runs/one/run.json");
        AtomicFiles.writeString(file, "first");
        AtomicFiles.writeString(file, "second");
        assertEquals("second", Files.readString(file));
    }

    @Test
    void sha256_isThatOfTheStandard() throws IOException {
        // FIPS 180-2, appendix B.1: the message "abc"; also: printf abc | sha256sum
        Path file = folder.resolve("abc");
        Files.writeString(file, "abc");
        String expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertEquals(expected, Digests.sha256(file));
        assertEquals(expected, Digests.sha256("abc".getBytes()));
    }
}
