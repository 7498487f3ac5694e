package org.glomera.pipeline.viewing;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.Kidneys;
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
public record Delineation(String id, String title, String fullTitle, int rgb, Content content) {

    /** What was found of a delineation. One of two kinds. */
    public sealed interface Content {
    }

    /**
     * A delineation that was read.
     *
     * @param labels its voxels
     * @param rightMl volume of the right kidney in millilitres
     * @param leftMl volume of the left kidney in millilitres
     */
    public record Drawn(LabelMap labels, double rightMl, double leftMl) implements Content {

        /** A delineation with its volumes. */
        public static Drawn of(LabelMap labels) {
            return new Drawn(labels, labels.volumeMl(Kidneys.RIGHT), labels.volumeMl(Kidneys.LEFT));
        }
    }

    /**
     * A delineation that is not there.
     *
     * @param why one or two words for the table, such as {@code none}
     * @param sentence what is wrong
     */
    public record Missing(String why, String sentence) implements Content {
    }

    /** Refuses missing parts. */
    public Delineation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(fullTitle);
        Objects.requireNonNull(content);
    }

    /** Whether there is something to draw. */
    public boolean isDrawn() {
        return content instanceof Drawn drawn && drawn.rightMl() + drawn.leftMl() > 0;
    }

    /** The voxels, when there is something to draw. */
    public Optional<LabelMap> labels() {
        return content instanceof Drawn drawn && isDrawn() ? Optional.of(drawn.labels()) : Optional.empty();
    }

    /** Why nothing is drawn, in one or two words; empty when something is. */
    public String why() {
        return content instanceof Missing missing ? missing.why() : isDrawn() ? "" : "empty";
    }

    /** The whole title and, where nothing is drawn, the reason as a sentence. */
    public String tooltip() {
        String reason = content instanceof Missing missing ? "\n" + missing.sentence()
                : isDrawn() ? "" : "\nThis delineation holds no voxel.";
        return fullTitle + reason;
    }
}
