package org.glomera.image.components;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;

/**
 * Which values of an image of organ labels are the kidneys, and the label map of the kidneys (1 right, 2 left) that
 * comes of it. Values may be any whole numbers that 32-bit floating point holds exactly, below 2^24, such as the 17000
 * and 18000 of a simulator's phantom. Where a file does not tell the sides apart, they are told by their place, see
 * {@link KidneySides}.
 */
public sealed interface LabelSelection {

    /** Most values that a sentence lists. */
    int LISTED = 30;
    /** Most different values looked at before an image is taken for one that holds no labels. */
    int MOST_VALUES = 4096;

    /**
     * Values for each kidney.
     *
     * @param right the values that belong to the right kidney (also cysts and tumours of it, as the user decides)
     * @param left the values that belong to the left kidney
     */
    record Sided(Set<Integer> right, Set<Integer> left) implements LabelSelection {
        /** Copies the sets; refuses empty ones, background and a value on both sides. */
        public Sided {
            right = checked(right);
            left = checked(left);
            for (int value : right) {
                if (left.contains(value)) {
                    throw new IllegalArgumentException("The value " + value + " cannot be both kidneys.");
                }
            }
        }
    }

    /**
     * Values for the kidneys without their side; {@link KidneySides} tells the sides apart by place.
     *
     * @param kidneys the values that belong to either kidney
     */
    record Unsided(Set<Integer> kidneys) implements LabelSelection {
        /** Copies the set; refuses an empty one and background. */
        public Unsided {
            kidneys = checked(kidneys);
        }
    }

    /** One value for each kidney. */
    static LabelSelection of(int right, int left) {
        return new Sided(Set.of(right), Set.of(left));
    }

    /** One value for both kidneys, whose sides are told by their place. */
    static LabelSelection ofBoth(int kidneys) {
        return new Unsided(Set.of(kidneys));
    }

    private static Set<Integer> checked(Set<Integer> values) {
        Set<Integer> copy = Set.copyOf(values);
        if (copy.isEmpty() || copy.contains(0)) {
            throw new IllegalArgumentException("A kidney has at least one value, and 0 is background; given: " + copy);
        }
        return copy;
    }

    /**
     * The kidneys of a volume of labels, on its grid. With {@link Sided} every voxel of the values is kept, nothing is
     * removed; with {@link Unsided} each side is one connected part, and the caveats say what a user should know.
     *
     * @param labels whole numbers; its quantity is not looked at
     * @param name what the labels are called in a sentence, such as a file's path
     * @throws GlomeraException when a value does not occur, naming it and the values that do, or when the volume holds
     *         fractions or numbers that are not finite
     */
    default SidedKidneys select(Volume labels, String name) throws GlomeraException {
        Objects.requireNonNull(name);
        SortedMap<Integer, Integer> counts = counts(labels, name);
        return this instanceof Sided sided ? sided(labels, sided, counts, name)
                : unsided(labels, (Unsided) this, counts, name);
    }

    /** As {@link #select(Volume, String)}, for a label map whose numbers are those of its source. */
    default SidedKidneys select(LabelMap labels, String name) throws GlomeraException {
        float[] values = new float[labels.labels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = labels.labels()[i] & 0xff;
        }
        return select(new Volume(labels.grid(), Quantity.UNKNOWN, values), name);
    }

    private static SidedKidneys sided(Volume labels, Sided values, SortedMap<Integer, Integer> counts, String name)
            throws GlomeraException {
        require(values.right(), "the right kidney", counts, name);
        require(values.left(), "the left kidney", counts, name);
        byte[] kidneys = new byte[labels.values().length];
        for (int i = 0; i < kidneys.length; i++) {
            int value = (int) labels.values()[i];
            if (value != 0) {
                kidneys[i] = (byte) (values.right().contains(value) ? Side.RIGHT.label()
                        : values.left().contains(value) ? Side.LEFT.label() : 0);
            }
        }
        return new SidedKidneys(new LabelMap(labels.grid(), kidneys), List.of(), List.of());
    }

    private static SidedKidneys unsided(Volume labels, Unsided values, SortedMap<Integer, Integer> counts, String name)
            throws GlomeraException {
        require(values.kidneys(), "the kidneys", counts, name);
        float[] kidneys = new float[labels.values().length];
        for (int i = 0; i < kidneys.length; i++) {
            kidneys[i] = values.kidneys().contains((int) labels.values()[i]) ? 1 : 0;
        }
        return KidneySides.split(new Volume(labels.grid(), Quantity.PROBABILITY, kidneys), 0.5);
    }

    private static void require(Set<Integer> wanted, String organ, SortedMap<Integer, Integer> counts, String name)
            throws GlomeraException {
        if (wanted.stream().anyMatch(counts::containsKey)) {
            return;
        }
        SortedSet<Integer> found = new TreeSet<>(counts.keySet());
        found.remove(0);
        String there = found.isEmpty() ? "it holds no label" : "it holds " + found.stream().limit(LISTED)
                .map(String::valueOf).collect(Collectors.joining(", ")) + (found.size() > LISTED ? " and others" : "");
        throw new GlomeraException(Kind.INPUT, "In " + name + " no voxel has the value "
                + new TreeSet<>(wanted).stream().map(String::valueOf).collect(Collectors.joining(" or ")) + ", given for "
                + organ + "; " + there + ". Give the values that stand for the kidneys.");
    }

    private static SortedMap<Integer, Integer> counts(Volume labels, String name) throws GlomeraException {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        int last = 0;
        int run = 0;
        for (float value : labels.values()) {
            int whole = (int) value;
            if (whole != value || Math.abs(value) > 1 << 24) {
                throw new GlomeraException(Kind.INPUT, "In " + name + " a voxel has the value " + value
                        + ", where labels are whole numbers. Give a file with labels.");
            }
            if (whole != last) {
                counts.merge(last, run, Integer::sum);
                last = whole;
                run = 0;
                if (counts.size() > MOST_VALUES) {
                    throw new GlomeraException(Kind.INPUT, name + " has more than " + MOST_VALUES
                            + " different values, so it is an image and no label map. Give a file with labels.");
                }
            }
            run++;
        }
        counts.merge(last, run, Integer::sum);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
