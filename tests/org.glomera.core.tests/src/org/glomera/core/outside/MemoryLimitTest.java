package org.glomera.core.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control groups as files in a folder that stands for the root of the file system. */
class MemoryLimitTest {

    @TempDir
    private Path root;

    @Test
    void withoutGroups_thereIsNoLimit() {
        assertEquals(Optional.empty(), MemoryLimit.below(root));
    }

    /** Version 2: a limit of 1000 on the group around, 300 in use of which 100 are kept files: 1000 - 200 = 800 left. */
    @Test
    void aLimitOfTheGroupAround_counts() throws IOException {
        write("proc/self/cgroup", "0::/user.slice/glomera.service\n");
        write("sys/fs/cgroup/user.slice/memory.max", "1000\n");
        write("sys/fs/cgroup/user.slice/memory.current", "300\n");
        write("sys/fs/cgroup/user.slice/memory.stat", "anon 200\ninactive_file 100\nactive_file 0\n");
        write("sys/fs/cgroup/user.slice/glomera.service/memory.max", "max\n");
        write("sys/fs/cgroup/user.slice/glomera.service/memory.current", "250\n");
        assertEquals(Optional.of(new MemoryLimit(1000, 800)), MemoryLimit.below(root));
    }

    /** In a container the path is that of the host; the group's files stand in the mounted folder itself. */
    @Test
    void aContainersOwnGroup_countsWhereItsPathIsNotMounted() throws IOException {
        write("proc/self/cgroup", "0::/../docker/0123\n");
        write("sys/fs/cgroup/memory.max", "4096\n");
        write("sys/fs/cgroup/memory.current", "5000\n");
        assertEquals(Optional.of(new MemoryLimit(4096, 0)), MemoryLimit.below(root));
    }

    /** Version 1: no limit inside (2^63 - 4096), 2000 on the folder above with 500 in use: 1500 left. */
    @Test
    void versionOne_isReadToo() throws IOException {
        write("proc/self/cgroup", "9:name=systemd:/\n4:memory:/job\n1:cpu,cpuacct:/\n0::/\n");
        write("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "9223372036854771712\n");
        write("sys/fs/cgroup/memory/job/memory.usage_in_bytes", "400\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "2000\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "500\n");
        assertEquals(Optional.of(new MemoryLimit(2000, 1500)), MemoryLimit.below(root));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
