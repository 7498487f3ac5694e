package org.glomera.pipeline;

import java.util.Objects;

import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.SpectRules;

/**
 * The rules of an import that a user can change. Those that took effect on a case are recorded in it, and a case that
 * was made by other rules counts as changed.
 *
 * @param kidneyNames which delineated structures are the right and the left kidney
 * @param spect how emission images become Bq/ml
 */
public record ImportRules(KidneyStructures kidneyNames, SpectRules spect) {

    private static final ImportRules USUAL = new ImportRules(KidneyStructures.COMMON_NAMES, SpectRules.asStored());

    /** Refuses missing parts. */
    public ImportRules {
        Objects.requireNonNull(kidneyNames);
        Objects.requireNonNull(spect);
    }

    /** The common names of kidneys, and emission images as they are stored. */
    public static ImportRules usual() {
        return USUAL;
    }
}
