package org.glomera.registration.information;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.glomera.core.geometry.Vector3;
import org.glomera.registration.RigidTransform;

/**
 * What speaks for and against a result. The limits are set by phantoms: pairs that are found within half a voxel stay
 * below them, pairs of noise and of two patients do not (docs/registration.md).
 *
 * @param before score without a transform
 * @param after score of the result
 * @param overlap share of the SPECT's places with activity that fall into the CT
 * @param atBorder whether the search ended at its border
 * @param transform the result
 * @param levelsMm how far the fine level went from the middle one
 * @param rivalMm how far the second best start ended from the result; 0 when all starts agree
 * @param rivalScore the score there; NaN when all starts agree
 * @param partsMm how far each half of the body would lie elsewhere
 * @param drops how much each of the six parameters, changed by {@link #STEP_MM} either way, takes of what the score is
 *        above 1, at least; small where the optimum is flat
 */
record Evidence(double before, double after, double overlap, boolean atBorder, RigidTransform transform, double levelsMm,
        double rivalMm, double rivalScore, List<Vector3> partsMm, double[] drops) {

    /** Places closer than this are one. */
    static final double SAME_PLACE_MM = 5;
    /** By how much parameters are changed to see how sharp the optimum is: about half a voxel. */
    static final double STEP_MM = 2.5;

    private static final double LOWEST_SCORE = 1.02;
    private static final double SMALLEST_OVERLAP = 0.5;
    private static final double SMALLEST_DROP = 0.002;
    private static final double LARGEST_PARTS_MM = 4;
    private static final double LARGEST_LEVELS_MM = 4;
    private static final double LARGEST_SHIFT_MM = 30;
    private static final double LARGEST_ANGLE_DEGREES = 10;
    private static final double RIVAL_SHARE = 0.95;
    private static final double SMALLEST_RISE = 0.01;
    private static final double SMALL_MOVEMENT_MM = 4;
    private static final List<String> PARAMETERS = List.of("the rotation about the left-right axis",
            "the rotation about the front-back axis", "the rotation about the head-feet axis", "the shift to the left",
            "the shift to the back", "the shift to the head");

    /** The largest difference of parameters. */
    static double distance(double[] first, double[] second) {
        return IntStream.range(0, first.length).mapToDouble(i -> Math.abs(first[i] - second[i])).max().orElse(0);
    }

    /** Root mean square of the parts' distances; NaN when there was no part to compare. */
    double partsRmsMm() {
        return Math.sqrt(partsMm.stream().mapToDouble(shift -> shift.dot(shift)).average().orElse(Double.NaN));
    }

    /** The reasons not to trust the result without looking, as sentences for the user. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        addOfScore(warnings);
        addOfSearch(warnings);
        warnings.addAll(ofSize(transform));
        if (!(partsRmsMm() <= LARGEST_PARTS_MM)) {
            warnings.add(text("The halves of the body, registered each by itself, would lie %.1f mm elsewhere: the images may "
                    + "be of different patients, the patient may have moved during the scan, or one image shows too little.",
                    partsRmsMm()));
        }
        return warnings;
    }

    private void addOfScore(List<String> warnings) {
        if (!(after >= LOWEST_SCORE)) {
            warnings.add(text("The images have hardly anything in common: the score is %.4f, where 1 means nothing at all.",
                    after));
        }
        double moved = transform.shiftMm().length();
        if (after <= before) {
            warnings.add(text("The score does not rise: it is %.4f before and %.4f after.", before, after));
        } else if (after - before < SMALLEST_RISE * (after - 1) && moved > SMALL_MOVEMENT_MM) {
            warnings.add(text("The score hardly rises, from %.4f to %.4f, though the image is moved by %.1f mm.", before,
                    after, moved));
        }
        if (!(overlap >= SMALLEST_OVERLAP)) {
            warnings.add(text("Only %.0f %% of the SPECT image's active part lies in the CT image.", 100 * overlap));
        }
    }

    private void addOfSearch(List<String> warnings) {
        if (atBorder) {
            warnings.add(text("The search ended at its limit of %.0f mm: bring the images closer by hand first.",
                    RigidSearch.BOUND_MM));
        }
        if (rivalScore - 1 > RIVAL_SHARE * (after - 1)) {
            warnings.add(text("Another position, %.0f mm away, fits as well: score %.4f, here %.4f.", rivalMm, rivalScore,
                    after));
        }
        if (levelsMm > LARGEST_LEVELS_MM) {
            warnings.add(text("The coarse and the fine image disagree by %.1f mm.", levelsMm));
        }
        String flat = IntStream.range(0, drops.length).filter(i -> !(drops[i] >= SMALLEST_DROP)).mapToObj(PARAMETERS::get)
                .collect(Collectors.joining(", "));
        if (!flat.isEmpty()) {
            warnings.add("The optimum is flat: half a voxel more or less hardly changes the score for " + flat + ".");
        }
    }

    /** What a movement between two scans of one visit hardly ever is. */
    static List<String> ofSize(RigidTransform transform) {
        List<String> warnings = new ArrayList<>();
        if (transform.shiftMm().length() > LARGEST_SHIFT_MM) {
            warnings.add(text("The shift of %.0f mm is larger than patients move between two scans (%.0f mm).",
                    transform.shiftMm().length(), LARGEST_SHIFT_MM));
        }
        if (transform.angleDegrees() > LARGEST_ANGLE_DEGREES) {
            warnings.add(text("The rotation of %.0f degrees is larger than patients turn between two scans (%.0f degrees).",
                    transform.angleDegrees(), LARGEST_ANGLE_DEGREES));
        }
        return warnings;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
