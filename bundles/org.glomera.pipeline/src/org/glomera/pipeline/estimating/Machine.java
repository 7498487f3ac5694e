package org.glomera.pipeline.estimating;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.glomera.core.outside.SystemMemory;

/**
 * What this machine has.
 *
 * @param processors number of processors
 * @param model the processor's name and its number, by which a speed that was measured here is known again; it names
 *        no machine
 * @param freeMemoryBytes memory that programs can still take without swapping, within the limit of a container or service
 * @param memoryBytes memory of the machine, or that limit where it is less
 */
public record Machine(int processors, String model, long freeMemoryBytes, long memoryBytes) {

    private static final System.Logger LOG = System.getLogger(Machine.class.getName());
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** Looks at the machine as it is now; a few milliseconds. */
    public static Machine now() {
        int processors = Runtime.getRuntime().availableProcessors();
        SystemMemory memory = SystemMemory.now();
        return new Machine(processors, processors + " x " + model(lines(PROCESSORS)), memory.freeBytes(),
                memory.totalBytes());
    }

    /**
     * Bytes that can still be written in a folder.
     *
     * @throws IOException when the system does not say
     */
    public static long freeDiskBytes(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The system does not tell what it has in " + file + ".", e);
            return List.of();
        }
    }

    static String model(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("model name") && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                .orElseGet(() -> System.getProperty("os.arch"));
    }
}
