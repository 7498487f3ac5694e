package org.glomera.pipeline.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class MemoryCheckTest {

    @Test
    void whatIsALittleTooLarge_isTried_andWhatIsFarTooLargeIsRefusedWithAWayOut() {
        assertEquals(Optional.empty(), MemoryCheck.refusal("Training", 1_300, 1_000));
        String words = MemoryCheck.refusal("Training hybrid", 8_000_000_000L, 2_000_000_000L).orElseThrow();
        assertTrue(words.startsWith("Training hybrid needs about 8.0 GB of memory, and only 2.0 GB are free"), words);
        assertTrue(words.contains("GLOMERA_MEMORY=unchecked"), words);
    }
}
