package org.glomera.core.outside;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much memory a container or a service leaves its processes: Linux's control groups, version 2 and 1 (cgroups(7)).
 * A process that goes beyond it is ended by the system without a word.
 *
 * @param limitBytes what all processes of the group may have together
 * @param leftBytes what of it is left; what the system merely keeps of files does not count
 */
record MemoryLimit(long limitBytes, long leftBytes) {

    private static final System.Logger LOG = System.getLogger(MemoryLimit.class.getName());
    private static final Path OF_THIS_PROCESS = Path.of("proc", "self", "cgroup");
    private static final Path MOUNTED = Path.of("sys", "fs", "cgroup");
    /** Version 1 says a number near 2^63 for no limit. */
    private static final long NO_LIMIT = 1L << 60;

    /** The names of a version's files. */
    private record Version(Path folder, String limit, String used, String idle) {
        static final Version TWO = new Version(MOUNTED, "memory.max", "memory.current", "inactive_file");
        static final Version ONE = new Version(MOUNTED.resolve("memory"), "memory.limit_in_bytes",
                "memory.usage_in_bytes", "total_inactive_file");
    }

    /** The tightest limit of this process's group and those around it; empty when there is none. */
    static Optional<MemoryLimit> ofThisProcess() {
        return below(Path.of("/"));
    }

    /** The same, in files below a folder that stands for the root of the file system. */
    static Optional<MemoryLimit> below(Path root) {
        Optional<MemoryLimit> tightest = Optional.empty();
        for (String line : lines(root.resolve(OF_THIS_PROCESS))) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && (parts[1].isEmpty() || List.of(parts[1].split(",")).contains("memory"))) {
                Version version = parts[1].isEmpty() ? Version.TWO : Version.ONE;
                tightest = tighter(tightest, upwards(root.resolve(version.folder()), parts[2], version));
            }
        }
        return tightest;
    }

    /** Inside of a container the group's path may be that outside; its mounted folder is its own group then. */
    private static Optional<MemoryLimit> upwards(Path mounted, String group, Version version) {
        Optional<MemoryLimit> tightest = in(mounted, version);
        Path folder = mounted.resolve(group.replaceFirst("^/+", "")).normalize();
        while (folder.startsWith(mounted) && !folder.equals(mounted)) {
            tightest = tighter(tightest, in(folder, version));
            folder = folder.getParent();
        }
        return tightest;
    }

    private static Optional<MemoryLimit> in(Path folder, Version version) {
        OptionalLong limit = number(lines(folder.resolve(version.limit())).stream().findFirst());
        OptionalLong used = number(lines(folder.resolve(version.used())).stream().findFirst());
        if (limit.isEmpty() || used.isEmpty() || limit.getAsLong() >= NO_LIMIT) {
            return Optional.empty();
        }
        long idle = number(lines(folder.resolve("memory.stat")).stream()
                .filter(line -> line.startsWith(version.idle() + " ")).map(line -> line.split(" ")[1]).findFirst())
                .orElse(0);
        return Optional.of(new MemoryLimit(limit.getAsLong(),
                Math.max(0, limit.getAsLong() - Math.max(0, used.getAsLong() - idle))));
    }

    private static Optional<MemoryLimit> tighter(Optional<MemoryLimit> one, Optional<MemoryLimit> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().leftBytes() <= other.get().leftBytes() ? one : other;
    }

    /** A number; empty for the word {@code max}. */
    private static OptionalLong number(Optional<String> text) {
        return text.map(String::strip).filter(digits -> digits.matches("\\d{1,19}"))
                .map(digits -> digits.length() == 19 && digits.compareTo("9223372036854775807") > 0
                        ? OptionalLong.of(Long.MAX_VALUE) : OptionalLong.of(Long.parseLong(digits)))
                .orElse(OptionalLong.empty());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The system does not tell a limit of memory.", e);
            return List.of();
        }
    }
}
