package org.glomera.phantom.anatomy;

/** The parts of the body that move on their own between two images. */
public enum Part {
    /** Skin, muscles, bones and what stays with them. */
    TRUNK,
    /** Organs that follow the diaphragm. */
    ORGANS,
    /** The right kidney with its cysts. */
    RIGHT_KIDNEY,
    /** The left kidney with its cysts. */
    LEFT_KIDNEY
}
