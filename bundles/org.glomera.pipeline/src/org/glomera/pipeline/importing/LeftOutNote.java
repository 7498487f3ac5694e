package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file or folder that was left out.
 *
 * @param path which
 * @param reason why, as a sentence
 * @param faulty whether something is wrong with it; false for what an import never takes
 */
record LeftOutNote(Path path, String reason, boolean faulty) {

    LeftOutNote {
        Objects.requireNonNull(path);
        Objects.requireNonNull(reason);
    }

    static LeftOutNote faulty(Path path, String reason) {
        return new LeftOutNote(path, reason, true);
    }

    static LeftOutNote harmless(Path path, String reason) {
        return new LeftOutNote(path, reason, false);
    }
}
