package org.glomera.ui.viewer;

import java.util.Objects;

import org.glomera.core.volume.LabelMap;

/**
 * A delineation that may be drawn over a case's images.
 *
 * @param id what stays the same from case to case: {@code kidneys_ct}, {@code kidneys_spect} or {@code run/NAME}
 * @param title what it is called
 * @param fullTitle the whole title of which {@code title} is the beginning
 * @param rgb its colour as 0xRRGGBB
 * @param content the voxels, or why there are none
 */
record Delineation(String id, String title, String fullTitle, int rgb, Content content) {

    /** What was found of a delineation. One of two kinds. */
    sealed interface Content {
    }

    /**
     * A delineation that was read.
     *
     * @param labels its voxels
     * @param rightMl volume of the right kidney in millilitres
     * @param leftMl volume of the left kidney in millilitres
     */
    record Drawn(LabelMap labels, double rightMl, double leftMl) implements Content {
    }

    /**
     * A delineation that is not there.
     *
     * @param why one or two words for the table, such as {@code none}
     * @param sentence what is wrong
     */
    record Missing(String why, String sentence) implements Content {
    }

    Delineation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(fullTitle);
        Objects.requireNonNull(content);
    }

    /** Whether there is something to draw. */
    boolean isDrawn() {
        return content instanceof Drawn drawn && drawn.rightMl() + drawn.leftMl() > 0;
    }

    /** Why nothing is drawn, in one or two words; empty when something is. */
    String why() {
        return content instanceof Missing missing ? missing.why() : isDrawn() ? "" : "empty";
    }

    /** The whole title and, where nothing is drawn, the reason as a sentence. */
    String tooltip() {
        String reason = content instanceof Missing missing ? "\n" + missing.sentence()
                : isDrawn() ? "" : "\nThis delineation holds no voxel.";
        return fullTitle + reason;
    }
}
