package org.glomera.pipeline.estimating;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import javax.management.JMException;
import javax.management.ObjectName;

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
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final int KIB = 1024;

    /** Looks at the machine as it is now; a few milliseconds. */
    public static Machine now() {
        int processors = Runtime.getRuntime().availableProcessors();
        List<String> memory = lines(MEMORY);
        long free = kib(memory, "MemAvailable:").orElseGet(() -> ofJava("FreeMemorySize"));
        long all = kib(memory, "MemTotal:").orElseGet(() -> ofJava("TotalMemorySize"));
        Optional<MemoryLimit> limit = MemoryLimit.ofThisProcess();
        return new Machine(processors, processors + " x " + model(lines(PROCESSORS)),
                Math.min(free, limit.map(MemoryLimit::leftBytes).orElse(Long.MAX_VALUE)),
                Math.min(all, limit.map(MemoryLimit::limitBytes).orElse(Long.MAX_VALUE)));
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

    static OptionalLong kib(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(line -> line.replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty() && digits.length() < 16)
                .mapToLong(digits -> Long.parseLong(digits) * KIB).findFirst();
    }

    static String model(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("model name") && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                .orElseGet(() -> System.getProperty("os.arch"));
    }

    private static long ofJava(String attribute) {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), attribute) instanceof Long bytes
                            ? bytes : Long.MAX_VALUE;
        } catch (JMException e) {
            LOG.log(Level.DEBUG, "The Java machine does not tell the system's memory.", e);
            return Long.MAX_VALUE;
        }
    }
}
