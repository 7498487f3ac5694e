package org.glomera.pipeline;

import java.nio.file.Path;

/**
 * A cohort of phantoms.
 *
 * @param dicomFolder what import reads
 * @param patients how many patients it has
 * @param alreadyThere whether the folder held this very cohort before
 */
public record PhantomResult(Path dicomFolder, int patients, boolean alreadyThere) {
}
