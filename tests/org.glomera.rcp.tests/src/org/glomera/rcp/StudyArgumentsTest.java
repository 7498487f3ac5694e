package org.glomera.rcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What the workbench makes of its command line. */
class StudyArgumentsTest {

    @Test
    void parse_takesFolders_andPassesOverOptionsWithTheirValues() {
        assertEquals(List.of(Path.of("/studies/a"), Path.of("/studies/b c")),
                StudyArguments.parse("/studies/a", "-option", "value", "/studies/x/../b c"));
    }

    @Test
    void parse_takesRelativeFoldersFromTheWorkingFolder() {
        assertEquals(List.of(Path.of("study").toAbsolutePath()), StudyArguments.parse("study"));
    }

    @Test
    void parse_passesOverWhatIsNoPath() {
        assertEquals(List.of(), StudyArguments.parse("a\0b", ""));
    }
}
