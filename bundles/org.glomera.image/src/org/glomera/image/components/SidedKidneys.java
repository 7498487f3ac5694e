package org.glomera.image.components;

import java.util.List;
import java.util.Objects;

import org.glomera.core.volume.LabelMap;

/**
 * The kidneys that were found in a probability volume.
 *
 * @param kidneys 1 right, 2 left, on the probability volume's grid
 * @param removed the pieces that were found and belong to neither kidney, the largest first
 * @param caveats what a user should know before trusting the sides; empty in the ordinary case of two kidneys
 */
public record SidedKidneys(LabelMap kidneys, List<RemovedPiece> removed, List<Caveat> caveats) {

    /** What a user should know. */
    public enum Caveat {
        /** No component is large enough to be a kidney: the label map is empty. */
        NO_KIDNEY("No kidney was found."),
        /** Nothing on the right is large enough to be a kidney. */
        NO_RIGHT_KIDNEY("Only a left kidney was found; the right one is absent, outside the image, or was missed."),
        /** Nothing on the left is large enough to be a kidney. */
        NO_LEFT_KIDNEY("Only a right kidney was found; the left one is absent, outside the image, or was missed."),
        /** One component reached over both sides and was cut at the midline. */
        CUT_AT_MIDLINE("One connected structure reached over both sides (a horseshoe kidney, kidneys grown together in the"
                + " segmentation, or a false finding between them); it was cut at the body's midline."),
        /** Both kidneys lay on one side of the middle of the field of view and were told apart by their order. */
        OFF_CENTRE("Both kidneys lie on one side of the middle of the image; they were told apart by their order.");

        private final String sentence;

        Caveat(String sentence) {
            this.sentence = sentence;
        }

        /** The caveat as a sentence for the user. */
        public String sentence() {
            return sentence;
        }
    }

    /** Copies the lists. */
    public SidedKidneys {
        Objects.requireNonNull(kidneys);
        removed = List.copyOf(removed);
        caveats = List.copyOf(caveats);
    }

    /** How many pieces were found and belong to neither kidney. */
    public int removedComponents() {
        return removed.size();
    }

    /** The volume of these pieces together, in millilitres. */
    public double removedMl() {
        return removed.stream().mapToDouble(RemovedPiece::volumeMl).sum();
    }
}
