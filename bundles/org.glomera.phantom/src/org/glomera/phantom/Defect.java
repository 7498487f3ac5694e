package org.glomera.phantom;

/** What is wrong, on purpose, with an unusable phantom. */
public enum Defect {
    /** Nothing. */
    NONE,
    /** The left kidney is not delineated, neither on CT nor on SPECT. */
    MISSING_LEFT_KIDNEY,
    /** The CT ends within the lower kidney: its delineation on CT is cut off by the last slice. */
    TRUNCATED_CT,
    /** The right kidney is not delineated, neither on CT nor on SPECT. */
    MISSING_RIGHT_KIDNEY
}
