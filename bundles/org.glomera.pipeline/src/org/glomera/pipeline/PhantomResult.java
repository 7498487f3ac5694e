package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * A cohort of phantoms.
 *
 * @param dicomFolder what import reads
 * @param patients how many patients it has
 * @param alreadyThere whether the folder held this very cohort before
 * @param leftOutShapes sentences on kidney shapes that could not be used; empty with drawn kidneys
 */
public record PhantomResult(Path dicomFolder, int patients, boolean alreadyThere, List<String> leftOutShapes) {

    /** Copies the list. */
    public PhantomResult {
        leftOutShapes = List.copyOf(leftOutShapes);
    }
}
