package org.glomera.registration.information;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

import org.glomera.core.geometry.Vector3;

/**
 * Registers halves of the body, each by a shift alone, beside what the whole gave. Where the images belong together, all
 * halves agree; where they do not, each finds something else.
 */
final class Parts {

    private static final int FEWEST_SAMPLES = 500;
    private static final double RADIUS_MM = 4;
    private static final double ACCURACY_MM = 0.2;
    private static final int MOST_SAMPLES = 60_000;

    private Parts() {
    }

    /** How far each half lies beside the whole, in millimetres: right, left, front, back, feet, head. */
    static List<Vector3> shifts(RigidSearch search, Similarity whole, double[] found, Vector3 middle) {
        Samples samples = whole.samples();
        int every = Math.max(1, samples.count() / 2 / MOST_SAMPLES);
        List<IntPredicate> halves = List.of(i -> samples.x()[i] < middle.x(), i -> samples.x()[i] >= middle.x(),
                i -> samples.y()[i] < middle.y(), i -> samples.y()[i] >= middle.y(), i -> samples.z()[i] < middle.z(),
                i -> samples.z()[i] >= middle.z());
        List<Vector3> shifts = new ArrayList<>();
        for (IntPredicate half : halves) {
            Samples part = samples.only(i -> i % every == 0 && half.test(i));
            if (part.count() >= FEWEST_SAMPLES) {
                shifts.add(search.shiftBeside(whole.over(part), found, RADIUS_MM, ACCURACY_MM));
            }
        }
        return shifts;
    }
}
