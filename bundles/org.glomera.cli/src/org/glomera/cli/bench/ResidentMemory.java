package org.glomera.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The process's resident memory as Linux counts it (proc(5)): native libraries included, unlike Java's own figures. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final String RESET_PEAK = "5";
    private static final String PEAK = "VmHWM:";

    private ResidentMemory() {
    }

    /** Begins a new peak; where the system does not allow it the old one stays. */
    static void resetPeak() {
        try {
            Files.writeString(CLEAR, RESET_PEAK);
        } catch (IOException e) {
            System.getLogger(ResidentMemory.class.getName()).log(System.Logger.Level.WARNING,
                    "The peak of memory cannot be reset here, so it is that of the whole process so far.", e);
        }
    }

    /** The largest resident size since the last reset, in megabytes of 2^20 bytes; empty where the system tells none. */
    static OptionalLong peakMb() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(PEAK)) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")) >> 10);
                }
            }
        } catch (IOException e) {
            System.getLogger(ResidentMemory.class.getName()).log(System.Logger.Level.WARNING,
                    "The resident memory cannot be read here.", e);
        }
        return OptionalLong.empty();
    }
}
