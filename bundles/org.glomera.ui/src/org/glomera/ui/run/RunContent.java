package org.glomera.ui.run;

import java.util.Objects;
import java.util.Optional;

import org.glomera.study.Curve;
import org.glomera.study.RunInfo;
import org.glomera.study.RunPreview;

/** What was read of a run. One of two kinds. */
sealed interface RunContent {

    /**
     * A run that could be read.
     *
     * @param preview what the network found in a test case after its epochs; empty when none was kept
     * @param previewProblem why the preview cannot be read, as a sentence; empty when it can
     * @param rgb colour of the network's delineation, as the slice viewer has it
     */
    record Readable(RunInfo info, Curve curve, Optional<RunPreview> preview, String previewProblem, int rgb)
            implements RunContent {

        /** Refuses absent parts. */
        public Readable {
            Objects.requireNonNull(info);
            Objects.requireNonNull(curve);
            Objects.requireNonNull(preview);
            Objects.requireNonNull(previewProblem);
        }
    }

    /** A run that could not be read, with the sentence that says why. */
    record Unreadable(String message) implements RunContent {
    }
}
