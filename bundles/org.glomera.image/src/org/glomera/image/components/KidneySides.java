package org.glomera.image.components;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.components.SidedKidneys.Caveat;

/**
 * Makes a right and a left kidney of a volume of kidney probability.
 * <ol>
 * <li>Voxels that reach the threshold form components (26 neighbours).
 * <li>The midline, a plane of constant patient x, is where the caller says. Else it lies half-way between the two
 * largest components, when these can be a pair of kidneys: {@value #KIDNEYS_APART_MM} mm apart in x or more, the
 * smaller at least a quarter of the larger, and the midline at most {@value #MOST_OFF_CENTRE_MM} mm from the middle of
 * the field of view. Else it is that middle.
 * <li>A component belongs to the side of its centroid. One with at least a quarter of its volume on either side (a
 * horseshoe kidney, or kidneys joined by a false finding) is cut at the midline.
 * <li>Of each side the largest connected part is the kidney, if it has {@value #SMALLEST_KIDNEY_ML} ml; the rest is
 * removed, and told with its size, place and mean probability.
 * </ol>
 * Right is the patient's right, at smaller x in DICOM LPS, whatever the direction of the grid's indices.
 */
public final class KidneySides {

    /** Least volume of a kidney in millilitres; what is smaller is taken for noise. An adult's has 100 to 250. */
    public static final double SMALLEST_KIDNEY_ML = 5;
    /** Least distance in x of two kidneys' centres; an adult's are 100 to 150 mm apart, spleen and kidney less. */
    private static final double KIDNEYS_APART_MM = 70;
    /** Farthest that a patient is taken to lie from the middle of the image. */
    private static final double MOST_OFF_CENTRE_MM = 60;
    /** Share of the larger component that the smaller of a pair has at least. */
    private static final double PAIR_SHARE = 0.25;
    /** Share of a component on either side from which it is cut. */
    private static final double CUT_SHARE = 0.25;

    private final MaskBox box;
    private final List<Caveat> caveats = new ArrayList<>();
    private final float[] probability;
    private final List<RemovedPiece> removed = new ArrayList<>();

    private KidneySides(MaskBox box, float[] probability) {
        this.box = box;
        this.probability = probability;
    }

    /** As {@link #split(Volume, double, OptionalDouble)}, with the midline found from the components. */
    public static SidedKidneys split(Volume probability, double threshold) {
        return split(probability, threshold, OptionalDouble.empty());
    }

    /**
     * The kidneys: at most one connected part a side. A voxel without a value (NaN) is background.
     *
     * @param probability the probability that a voxel belongs to either kidney
     * @param threshold the least probability of a kidney's voxel
     * @param midlineXMm the x of the body's midline in DICOM LPS millimetres, when it is known
     */
    public static SidedKidneys split(Volume probability, double threshold, OptionalDouble midlineXMm) {
        Optional<MaskBox> box = MaskBox.around(probability.grid(), probability.values(), threshold);
        if (box.isEmpty()) {
            return new SidedKidneys(new LabelMap(probability.grid(), new byte[probability.grid().voxelCount()]),
                    List.of(), List.of(Caveat.NO_KIDNEY));
        }
        return new KidneySides(box.get(), probability.values()).run(midlineXMm);
    }

    private SidedKidneys run(OptionalDouble given) {
        Components components = ConnectedComponents.label(box.grid(), box.mask(), Connectivity.FACES_EDGES_CORNERS);
        double midline = given.isPresent() ? given.getAsDouble() : midline(components.list());
        Side[] sideOf = new Side[components.list().size() + 1];
        boolean[] cut = cut(components, midline);
        for (Component c : components.list()) {
            sideOf[c.label()] = c.centroidMm().x() < midline ? Side.RIGHT : Side.LEFT;
        }
        byte[] sides = new byte[box.mask().length];
        for (int i = 0; i < sides.length; i++) {
            int label = components.labels()[i];
            if (label != 0) {
                Side side = sideOf[label];
                if (cut[label]) {
                    side = box.patientX(i) < midline ? Side.RIGHT : Side.LEFT;
                }
                sides[i] = (byte) side.label();
            }
        }
        byte[] kidneys = new byte[sides.length];
        boolean right = keepLargest(sides, Side.RIGHT, kidneys);
        boolean left = keepLargest(sides, Side.LEFT, kidneys);
        noteMissing(right, left);
        removed.sort(Comparator.comparingInt(RemovedPiece::voxels).reversed());
        return new SidedKidneys(new LabelMap(box.whole(), box.toWhole(kidneys)), removed, caveats);
    }

    private double midline(List<Component> components) {
        double middle = box.whole().centreMm().x();
        if (components.size() < 2) {
            return middle;
        }
        Component first = components.get(0);
        Component second = components.get(1);
        double between = (first.centroidMm().x() + second.centroidMm().x()) / 2;
        double apart = Math.abs(first.centroidMm().x() - second.centroidMm().x());
        if (second.volumeMl() < SMALLEST_KIDNEY_ML || second.voxels() < PAIR_SHARE * first.voxels()
                || apart < KIDNEYS_APART_MM || Math.abs(between - middle) > MOST_OFF_CENTRE_MM) {
            return middle;
        }
        if (first.centroidMm().x() < middle == second.centroidMm().x() < middle) {
            caveats.add(Caveat.OFF_CENTRE);
        }
        return between;
    }

    /** Which components, by label, are cut at the midline. */
    private boolean[] cut(Components components, double midline) {
        int[] right = new int[components.list().size() + 1];
        for (int i = 0; i < components.labels().length; i++) {
            int label = components.labels()[i];
            if (label != 0 && box.patientX(i) < midline) {
                right[label]++;
            }
        }
        boolean[] cut = new boolean[right.length];
        for (Component c : components.list()) {
            int smaller = Math.min(right[c.label()], c.voxels() - right[c.label()]);
            cut[c.label()] = smaller >= CUT_SHARE * c.voxels()
                    && smaller * box.grid().voxelVolumeMl() >= SMALLEST_KIDNEY_ML;
            if (cut[c.label()] && !caveats.contains(Caveat.CUT_AT_MIDLINE)) {
                caveats.add(Caveat.CUT_AT_MIDLINE);
            }
        }
        return cut;
    }

    /** Keeps the largest part of a side when it can be a kidney, counts the others, and tells whether one was kept. */
    private boolean keepLargest(byte[] sides, Side side, byte[] kidneys) {
        byte[] mask = new byte[sides.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (sides[i] == side.label() ? 1 : 0);
        }
        Components parts = ConnectedComponents.label(box.grid(), mask, Connectivity.FACES_EDGES_CORNERS);
        boolean found = !parts.list().isEmpty() && parts.list().get(0).volumeMl() >= SMALLEST_KIDNEY_ML;
        noteRemoved(parts, side, found ? 1 : 0);
        for (int i = 0; found && i < mask.length; i++) {
            if (parts.labels()[i] == 1) {
                kidneys[i] = (byte) side.label();
            }
        }
        return found;
    }

    /** Notes the parts but for the first {@code kept}. */
    private void noteRemoved(Components parts, Side side, int kept) {
        if (parts.list().size() == kept) {
            return;
        }
        double[] sums = new double[parts.list().size() + 1];
        for (int i = 0; i < parts.labels().length; i++) {
            if (parts.labels()[i] > kept) {
                sums[parts.labels()[i]] += probability[box.wholeIndex(i)];
            }
        }
        for (Component part : parts.list().subList(kept, parts.list().size())) {
            removed.add(new RemovedPiece(side, part.voxels(), part.volumeMl(), part.centroidMm(),
                    sums[part.label()] / part.voxels()));
        }
    }

    private void noteMissing(boolean right, boolean left) {
        if (!right && !left) {
            caveats.add(Caveat.NO_KIDNEY);
        } else if (!right) {
            caveats.add(Caveat.NO_RIGHT_KIDNEY);
        } else if (!left) {
            caveats.add(Caveat.NO_LEFT_KIDNEY);
        }
    }
}
