package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.volume.Quantity;
import org.glomera.pipeline.ImportHint;

/**
 * A file or folder that was left out.
 *
 * @param path which
 * @param reason why, as a sentence
 * @param faulty whether something is wrong with it; false for what an import never takes
 * @param hint what the user can set so that it is taken
 */
record LeftOutNote(Path path, String reason, boolean faulty, Optional<ImportHint> hint) {

    LeftOutNote {
        Objects.requireNonNull(path);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(hint);
    }

    LeftOutNote(Path path, String reason, boolean faulty) {
        this(path, reason, faulty, Optional.empty());
    }

    static LeftOutNote faulty(Path path, String reason) {
        return new LeftOutNote(path, reason, true);
    }

    static LeftOutNote harmless(Path path, String reason) {
        return new LeftOutNote(path, reason, false);
    }

    /** A SPECT that is not in Bq/ml. */
    static LeftOutNote uncalibrated(Path path, Quantity quantity) {
        return new LeftOutNote(path, "The emission image is in " + (quantity == Quantity.COUNTS ? "counts"
                : "a unit that is not known") + ", not in Bq/ml, so it was left out. " + ImportHint.CALIBRATION.sentence(),
                true, Optional.of(ImportHint.CALIBRATION));
    }

    /** A delineation in which no kidney was found, or that does not fit. */
    static LeftOutNote unusableDrawing(Path path, String reason) {
        return new LeftOutNote(path, reason, true, Optional.of(ImportHint.KIDNEY_NAMES));
    }

    /** An image file that is no DICOM and that nothing says what it is. */
    static LeftOutNote unlisted(Path path) {
        return new LeftOutNote(path, "An image file that no list images.csv names, so it is not known whose it is and"
                + " what it shows.", false, Optional.of(ImportHint.IMAGE_LIST));
    }
}
