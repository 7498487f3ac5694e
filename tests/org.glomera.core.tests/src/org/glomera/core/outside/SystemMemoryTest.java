package org.glomera.core.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class SystemMemoryTest {

    @Test
    void kib_isReadFromTheSystemsWords() {
        assertEquals(2048 * 1024L, SystemMemory.kib(List.of("MemTotal: 9 kB", "MemAvailable:    2048 kB"),
                "MemAvailable:").orElseThrow());
        assertTrue(SystemMemory.kib(List.of("MemTotal: 9 kB"), "MemAvailable:").isEmpty());
    }

    @Test
    void free_isPartOfTheWhole() {
        SystemMemory memory = SystemMemory.now();
        assertTrue(memory.freeBytes() > 0 && memory.freeBytes() <= memory.totalBytes(), memory.toString());
    }
}
