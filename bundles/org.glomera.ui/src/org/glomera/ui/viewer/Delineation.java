package org.glomera.ui.viewer;

import java.util.Objects;

import org.glomera.core.volume.LabelMap;

/**
 * A delineation that may be drawn over a case's images.
 *
 * @param id what stays the same from case to case: {@code kidneys_ct}, {@code kidneys_spect} or {@code run/NAME}
 * @param title what it is called
 * @param tooltip more about it; may be empty
 * @param rgb its colour as 0xRRGGBB
 * @param content the voxels, or why there are none
 */
record Delineation(String id, String title, String tooltip, int rgb, Content content) {

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
     * @param why a few words, such as {@code no segmentation of this case}
     */
    record Missing(String why) implements Content {
    }

    Delineation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(tooltip);
        Objects.requireNonNull(content);
    }

    /** Whether there is something to draw. */
    boolean isDrawn() {
        return content instanceof Drawn drawn && drawn.rightMl() + drawn.leftMl() > 0;
    }

    /** Why nothing is drawn; empty when something is. */
    String why() {
        return content instanceof Missing missing ? missing.why() : isDrawn() ? "" : "holds no voxel";
    }
}
