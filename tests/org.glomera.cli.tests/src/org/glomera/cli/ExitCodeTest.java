package org.glomera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.glomera.core.GlomeraException.Kind;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void codes_areThoseThatTheGuidePromises() {
        assertEquals("[0, 1, 2, 3, 4, 5, 6, 7, 130]",
                Arrays.toString(Arrays.stream(ExitCode.values()).mapToInt(ExitCode::code).toArray()));
    }

    @Test
    void everyKindOfFailure_hasACodeOfItsOwn() {
        assertEquals(Kind.values().length, Arrays.stream(Kind.values()).map(ExitCode::of).distinct().count());
    }
}
