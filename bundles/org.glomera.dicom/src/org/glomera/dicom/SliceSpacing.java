package org.glomera.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;

/**
 * The planes of a regular stack along the normal of its slices. Evenly spaced slices are taken as they are. Where
 * slices are missing or spacing varies, planes are interpolated linearly between their neighbours, as long as no gap
 * is larger than {@value #LARGEST_GAP_MM} mm.
 *
 * @param planes the planes in ascending order along the normal
 * @param stepMm their distance
 * @param distinct the slices that are used, one a position, ascending
 * @param twins slices at the position of another one
 * @param remarks what the user should know
 */
record SliceSpacing(List<Plane> planes, double stepMm, List<Integer> distinct, List<Twin> twins,
        List<String> remarks) {

    /**
     * How far a slice may lie from its place in the regular grid, as a share of the spacing: files round positions, and
     * a twentieth of a slice is far below what an outline can resolve.
     */
    static final double PLACE_TOLERANCE = 0.05;
    /**
     * The largest gap between neighbouring slices that is filled: CT is read from slices 10 mm thick too, so that a
     * filled image is no coarser than such a one anywhere.
     */
    static final double LARGEST_GAP_MM = 10;
    /** The most missing slices in a row that are filled: more are a part of the series that is not here. */
    static final int MOST_MISSING = 4;
    /** A gap of the largest size and slices 1 mm apart elsewhere. */
    private static final long MOST_PLANES_PER_SLICE = 10;
    /** How much larger than the limit a gap may be: files round positions. */
    private static final double GAP_ROUNDING = 1.01;
    /** Slices closer than this are at the same position, whatever the others' spacing: files round positions. */
    private static final double SAME_POSITION_MM = 0.01;
    /** A gap is usual when at least this share of all gaps is like it. */
    private static final double USUAL_SHARE = 0.2;
    /** How much larger than the smallest a gap may be and still be like it. */
    private static final double ALIKE = 1.1;
    /** Positions that a remark names one by one. */
    private static final int MOST_NAMED = 12;

    SliceSpacing {
        planes = List.copyOf(planes);
        distinct = List.copyOf(distinct);
        twins = List.copyOf(twins);
        remarks = List.copyOf(remarks);
    }

    /**
     * A plane: {@code (1 - weight) * below + weight * above}.
     *
     * @param below index of a slice
     * @param above index of the slice above it; the same as below where the plane is a slice
     * @param weight share of the slice above, 0 to 1
     */
    record Plane(int below, int above, double weight) {
    }

    /** Two slices at one position; the one that comes first among the places is kept. */
    record Twin(int kept, int dropped) {
    }

    /** The slices, sorted, while their spacing is worked out. */
    private record Sorted(List<SlicePlace> places, List<Integer> distinct, double[] alongMm) {

        int count() {
            return alongMm.length;
        }

        double lengthMm() {
            return alongMm[count() - 1] - alongMm[0];
        }

        double[] gapsMm() {
            return gaps(alongMm);
        }

        /** How many steps of a size each slice lies from the first, or nothing when one lies between two steps. */
        int[] steps(double stepMm) {
            int[] steps = new int[count()];
            for (int i = 0; i < steps.length; i++) {
                double exact = (alongMm[i] - alongMm[0]) / stepMm;
                steps[i] = (int) Math.rint(exact);
                if (Math.abs(exact - steps[i]) > PLACE_TOLERANCE || i > 0 && steps[i] <= steps[i - 1]) {
                    return new int[0];
                }
            }
            return steps;
        }

        String name(int i) {
            return places.get(distinct.get(i)).name();
        }

        GlomeraException problem(String form, Object... values) {
            return places.get(0).problem(String.format(Locale.ROOT, form, values));
        }
    }

    /**
     * The spacing of slices.
     *
     * @param normal the unit vector at right angles to all slices
     * @param thicknessMm the step when there is one position only; not positive when it is not known
     */
    static SliceSpacing of(Vector3 normal, List<SlicePlace> places, double thicknessMm) throws GlomeraException {
        double[] along = places.stream().mapToDouble(place -> place.positionMm().dot(normal)).toArray();
        List<Integer> order = IntStream.range(0, along.length).boxed()
                .sorted(Comparator.comparingDouble(i -> along[i])).toList();
        List<Twin> twins = new ArrayList<>();
        List<Integer> distinct = distinct(order, along, twins);
        Sorted sorted = new Sorted(places, distinct, distinct.stream().mapToDouble(i -> along[i]).toArray());
        List<String> remarks = new ArrayList<>();
        if (!twins.isEmpty()) {
            remarks.add(sayTwins(twins, along));
        }
        if (sorted.count() == 1) {
            if (!SlicePlane.isPossible(thicknessMm)) {
                throw twins.isEmpty()
                        ? sorted.problem("%s is the only slice of its series and has no slice thickness. Import the "
                                + "whole series.", sorted.name(0))
                        : sorted.problem("%s and %d more files are slices at the same position, %.2f mm, and make no "
                                + "volume.", sorted.name(0), twins.size(), sorted.alongMm()[0]);
            }
            return new SliceSpacing(List.of(plane(distinct.get(0))), thicknessMm, distinct, twins, remarks);
        }
        double even = sorted.lengthMm() / (sorted.count() - 1);
        if (sorted.steps(even).length > 0) {
            return new SliceSpacing(distinct.stream().map(SliceSpacing::plane).toList(), even, distinct, twins,
                    remarks);
        }
        return uneven(sorted, twins, remarks);
    }

    /** One slice a position: of those at the same one, the first of the places. */
    private static List<Integer> distinct(List<Integer> order, double[] along, List<Twin> twins) {
        double[] sorted = order.stream().mapToDouble(i -> along[i]).toArray();
        double[] gaps = Arrays.stream(gaps(sorted)).filter(gap -> gap > SAME_POSITION_MM).sorted().toArray();
        double same = Math.max(SAME_POSITION_MM, gaps.length == 0 ? 0 : PLACE_TOLERANCE * gaps[gaps.length / 2]);
        List<Integer> distinct = new ArrayList<>();
        for (int from = 0; from < sorted.length;) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] - sorted[from] <= same) {
                to++;
            }
            List<Integer> here = new ArrayList<>(order.subList(from, to));
            Collections.sort(here);
            distinct.add(here.get(0));
            here.stream().skip(1).forEach(dropped -> twins.add(new Twin(here.get(0), dropped)));
            from = to;
        }
        return distinct;
    }

    private static SliceSpacing uneven(Sorted sorted, List<Twin> twins, List<String> remarks)
            throws GlomeraException {
        double usual = smallestUsualGap(sorted.gapsMm());
        long whole = Math.max(1, Math.round(sorted.lengthMm() / usual));
        int[] steps = sorted.steps(sorted.lengthMm() / whole);
        if (steps.length == 0) {
            whole = (long) Math.ceil(sorted.lengthMm() / usual - PLACE_TOLERANCE);
        }
        double step = sorted.lengthMm() / whole;
        if (steps.length > 0) {
            requireFillable(sorted, steps, step);
        } else {
            requireResamplable(sorted);
        }
        if (whole > MOST_PLANES_PER_SLICE * sorted.count()) {
            throw sorted.problem("%s is the first of %d slices whose spacing varies so much that an even one would take "
                    + "%d. Reconstruct it with even spacing.", sorted.name(0), sorted.count(), whole);
        }
        List<Plane> planes = planes(sorted, steps, (int) whole + 1, step);
        remarks.add(steps.length > 0 ? sayFilled(sorted, steps, step) : sayResampled(sorted, step));
        return new SliceSpacing(planes, step, sorted.distinct(), twins, remarks);
    }

    /** The planes by linear interpolation; a slice that has a step of its own is that plane. */
    private static List<Plane> planes(Sorted sorted, int[] steps, int count, double step) {
        double[] along = sorted.alongMm();
        List<Plane> planes = new ArrayList<>(count);
        int below = 0;
        for (int k = 0; k < count; k++) {
            double at = Math.min(along[0] + k * step, along[along.length - 1]);
            while (below < along.length - 2 && (steps.length > 0 ? steps[below + 1] <= k : along[below + 1] <= at)) {
                below++;
            }
            planes.add(plane(sorted, steps, below, k, at));
        }
        return planes;
    }

    private static Plane plane(Sorted sorted, int[] steps, int below, int k, double at) {
        double[] along = sorted.alongMm();
        int low = sorted.distinct().get(below);
        int high = sorted.distinct().get(below + 1);
        if (steps.length > 0 && (steps[below] == k || steps[below + 1] == k)) {
            return plane(steps[below] == k ? low : high);
        }
        double weight = Math.min(1, Math.max(0, (at - along[below]) / (along[below + 1] - along[below])));
        return weight == 0 ? plane(low) : weight == 1 ? plane(high) : new Plane(low, high, weight);
    }

    private static Plane plane(int slice) {
        return new Plane(slice, slice, 0);
    }

    private static void requireFillable(Sorted sorted, int[] steps, double step) throws GlomeraException {
        double[] along = sorted.alongMm();
        for (int i = 1; i < steps.length; i++) {
            int missing = steps[i] - steps[i - 1] - 1;
            double gap = along[i] - along[i - 1];
            if (missing > 0 && (missing > MOST_MISSING || gap > LARGEST_GAP_MM * GAP_ROUNDING)) {
                throw sorted.problem("%d slice(s) are missing between %s and %s, at %.2f mm: the slices are %.2f mm "
                        + "apart elsewhere. At most %d in a row and gaps of at most %.0f mm are filled. Export the "
                        + "whole series again.", missing, sorted.name(i - 1), sorted.name(i), along[i - 1] + step, step,
                        MOST_MISSING, LARGEST_GAP_MM);
            }
        }
    }

    private static void requireResamplable(Sorted sorted) throws GlomeraException {
        double[] along = sorted.alongMm();
        for (int i = 1; i < along.length; i++) {
            double gap = along[i] - along[i - 1];
            if (gap > LARGEST_GAP_MM * GAP_ROUNDING) {
                throw sorted.problem("%s and %s are %.2f mm apart, at %.2f mm, and the spacing of the series varies: "
                        + "gaps of more than %.0f mm are not filled. Reconstruct it with even spacing.",
                        sorted.name(i - 1), sorted.name(i), gap, along[i - 1], LARGEST_GAP_MM);
            }
        }
    }

    /** The mean of the smallest gaps that are like one another and not rare; the median where all are rare. */
    private static double smallestUsualGap(double[] unsorted) {
        double[] gaps = unsorted.clone();
        Arrays.sort(gaps);
        for (int from = 0; from < gaps.length;) {
            int to = from;
            double sum = 0;
            while (to < gaps.length && gaps[to] <= ALIKE * gaps[from]) {
                sum += gaps[to++];
            }
            if (to - from >= USUAL_SHARE * gaps.length) {
                return sum / (to - from);
            }
            from = to;
        }
        return gaps[gaps.length / 2];
    }

    private static double[] gaps(double[] sorted) {
        return IntStream.range(1, sorted.length).mapToDouble(i -> sorted[i] - sorted[i - 1]).toArray();
    }

    private static String sayTwins(List<Twin> twins, double[] along) {
        String places = positions(twins.stream().mapToDouble(twin -> along[twin.kept()]).distinct().toArray());
        return (twins.size() == 1 ? "One slice was there twice, at " : twins.size() + " slices were there again, at ")
                + places + "; one of each was taken.";
    }

    private static String sayFilled(Sorted sorted, int[] steps, double step) {
        List<Double> missing = new ArrayList<>();
        for (int i = 1; i < steps.length; i++) {
            for (int k = steps[i - 1] + 1; k < steps[i]; k++) {
                missing.add(sorted.alongMm()[0] + k * step);
            }
        }
        return (missing.size() == 1 ? "One slice was missing, at " : missing.size() + " slices were missing, at ")
                + positions(missing.stream().mapToDouble(Double::doubleValue).toArray())
                + (missing.size() == 1 ? "; it was" : "; they were")
                + " filled by linear interpolation between the neighbours.";
    }

    private static String sayResampled(Sorted sorted, double step) {
        double[] gaps = sorted.gapsMm();
        return String.format(Locale.ROOT, "The distance of the slices varies from %.2f to %.2f mm; the image was "
                + "resampled to slices %.2f mm apart by linear interpolation.", Arrays.stream(gaps).min().orElse(0),
                Arrays.stream(gaps).max().orElse(0), step);
    }

    private static String positions(double[] mm) {
        return Arrays.stream(mm).limit(MOST_NAMED).mapToObj(one -> String.format(Locale.ROOT, "%.2f", one))
                .collect(Collectors.joining(", ")) + (mm.length > MOST_NAMED ? ", ... mm" : " mm");
    }
}
