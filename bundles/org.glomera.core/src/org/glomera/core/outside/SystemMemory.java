package org.glomera.core.outside;

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
 * The memory of this machine, within the limit of a container or service.
 *
 * @param freeBytes what programs can still take without swapping
 * @param totalBytes what there is
 */
public record SystemMemory(long freeBytes, long totalBytes) {

    private static final System.Logger LOG = System.getLogger(SystemMemory.class.getName());
    private static final Path FILE = Path.of("/proc/meminfo");
    private static final int KIB = 1024;

    /** Looks at the machine as it is now; a few milliseconds. */
    public static SystemMemory now() {
        List<String> memory = lines();
        long free = kib(memory, "MemAvailable:").orElseGet(() -> ofJava("FreeMemorySize"));
        long all = kib(memory, "MemTotal:").orElseGet(() -> ofJava("TotalMemorySize"));
        Optional<MemoryLimit> limit = MemoryLimit.ofThisProcess();
        return new SystemMemory(Math.min(free, limit.map(MemoryLimit::leftBytes).orElse(Long.MAX_VALUE)),
                Math.min(all, limit.map(MemoryLimit::limitBytes).orElse(Long.MAX_VALUE)));
    }

    private static List<String> lines() {
        try {
            return Files.isReadable(FILE) ? Files.readAllLines(FILE, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The system does not tell its memory in " + FILE + ".", e);
            return List.of();
        }
    }

    static OptionalLong kib(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(line -> line.replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty() && digits.length() < 16)
                .mapToLong(digits -> Long.parseLong(digits) * KIB).findFirst();
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
