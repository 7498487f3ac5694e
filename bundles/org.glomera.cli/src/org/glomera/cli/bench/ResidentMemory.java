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
    private static final String NOW = "VmRSS:";
    private static final double KIB_A_MB = 1024;

    private ResidentMemory() {
    }

    /** Begins a new peak, without Java's garbage; where the system does not allow it the old one stays. */
    static void resetPeak() {
        System.gc();
        try {
            Files.writeString(CLEAR, RESET_PEAK);
        } catch (IOException e) {
            System.getLogger(ResidentMemory.class.getName()).log(System.Logger.Level.WARNING,
                    "The peak of memory cannot be reset here, so it is that of the whole process so far.", e);
        }
    }

    /** The largest resident size since the last reset, in megabytes of 2^20 bytes; empty where the system tells none. */
    static OptionalLong peakMb() {
        OptionalLong kib = kib(PEAK);
        return kib.isEmpty() ? kib : OptionalLong.of(kib.getAsLong() >> 10);
    }

    /** The resident size now, in megabytes of 2^20 bytes; NaN where the system tells none. */
    static double nowMb() {
        OptionalLong kib = kib(NOW);
        return kib.isEmpty() ? Double.NaN : kib.getAsLong() / KIB_A_MB;
    }

    private static OptionalLong kib(String name) {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(name)) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")));
                }
            }
        } catch (IOException e) {
            System.getLogger(ResidentMemory.class.getName()).log(System.Logger.Level.WARNING,
                    "The resident memory cannot be read here.", e);
        }
        return OptionalLong.empty();
    }
}
