package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.KidneyChoice.How;
import org.glomera.image.components.KidneySides;

/**
 * Paints chosen structures as right and left kidney. What neither name nor codes tell is told by place in the patient,
 * right at smaller x:
 * <ul>
 * <li>of two structures the one whose centre of mass is farther to the right;
 * <li>a single one is split by {@link KidneySides}, at the midline between its two largest parts, and keeps every voxel;
 * <li>beside one kidney with a side, a single structure without one is the other kidney, less the voxels that both
 * share (some draw one kidney and both together), when it lies on the right side of it.
 * </ul>
 * For one thread, once.
 */
final class KidneyPlacement {

    /** Least distance in x of the centres of two kidneys; an adult's are 100 to 150 mm apart, a child's 40. */
    private static final double KIDNEYS_APART_MM = 20;

    private final Path file;
    private final Grid grid;
    private final Masks masks;
    private final byte[] labels;
    private final List<String> remarks = new ArrayList<>();
    private final Map<Side, DrawnStructure> taken = new EnumMap<>(Side.class);
    private final Map<Side, How> how = new EnumMap<>(Side.class);

    /** Gives the voxels of a structure by its number, x fastest on the placement's grid. */
    @FunctionalInterface
    interface Masks {
        boolean[] mask(int number, List<String> remarks) throws GlomeraException;
    }

    KidneyPlacement(Path file, Grid grid, Masks masks) {
        this.file = file;
        this.grid = grid;
        this.masks = masks;
        this.labels = new byte[grid.voxelCount()];
    }

    /**
     * The kidneys on the grid.
     *
     * @throws GlomeraException when a structure has no voxel, both overlap, or the place does not tell the side
     */
    KidneysOnImage place(KidneyChoice choice) throws GlomeraException {
        for (Map.Entry<Side, DrawnStructure> entry : choice.sided().entrySet()) {
            paint(entry.getValue(), mask(entry.getValue()), entry.getKey(), choice.how().get(entry.getKey()));
        }
        if (choice.sided().isEmpty()) {
            placeSideless(choice.sideless());
        } else if (choice.sided().size() == 1 && !choice.sideless().isEmpty()) {
            placeOther(choice);
        }
        for (Side side : Side.values()) {
            if (!taken.containsKey(side)) {
                remarks.add("No " + side.word() + " kidney is delineated in " + file.getFileName() + ".");
            }
        }
        return new KidneysOnImage(new LabelMap(grid, labels), KidneyChoice.sentence(taken, how), remarks);
    }

    private boolean[] mask(DrawnStructure structure) throws GlomeraException {
        boolean[] mask = masks.mask(structure.number(), remarks);
        for (boolean voxel : mask) {
            if (voxel) {
                return mask;
            }
        }
        throw problem(structure, "encloses no voxel of the image. Check that it was drawn on this image");
    }

    private void paint(DrawnStructure structure, boolean[] mask, Side side, How told) throws GlomeraException {
        int overlap = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                overlap += labels[i] == 0 ? 0 : 1;
                labels[i] = (byte) side.label();
            }
        }
        if (overlap > 0) {
            throw problem(structure, "overlaps the other kidney in " + overlap + " voxels, so it is not clear what "
                    + "they belong to. Correct the delineation");
        }
        taken.put(side, structure);
        how.put(side, told);
    }

    private void placeSideless(List<DrawnStructure> structures) throws GlomeraException {
        if (structures.size() == 1) {
            split(structures.get(0), mask(structures.get(0)));
            return;
        }
        if (structures.size() > 2) {
            throw new GlomeraException(Kind.INPUT, "In " + file + " " + structures.size() + " structures mean a kidney "
                    + "and none says which: " + structures.stream().map(DrawnStructure::name).toList()
                    + ". Rename those that are meant to Kidney_R and Kidney_L.");
        }
        boolean[] first = mask(structures.get(0));
        boolean[] second = mask(structures.get(1));
        double apart = meanX(second) - meanX(first);
        if (Math.abs(apart) < KIDNEYS_APART_MM) {
            throw new GlomeraException(Kind.INPUT, String.format(Locale.ROOT, "In %s the structures '%s' and '%s' mean "
                    + "a kidney without saying which, and their middles lie only %.0f mm apart from right to left. "
                    + "Rename them to Kidney_R and Kidney_L.", file, structures.get(0).name(),
                    structures.get(1).name(), Math.abs(apart)));
        }
        paint(structures.get(0), first, apart > 0 ? Side.RIGHT : Side.LEFT, How.BY_PLACE);
        paint(structures.get(1), second, apart > 0 ? Side.LEFT : Side.RIGHT, How.BY_PLACE);
        remarks.add("The kidneys in " + file.getFileName() + " are named without a side; right and left were told by "
                + "their place in the patient.");
    }

    private void split(DrawnStructure structure, boolean[] mask) {
        float[] values = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            values[i] = mask[i] ? 1 : 0;
        }
        LabelMap parts = KidneySides.split(new Volume(grid, Quantity.PROBABILITY, values), 0.5f).kidneys();
        double midline = midlineX(parts);
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                Side side = x(i) < midline ? Side.RIGHT : Side.LEFT;
                labels[i] = parts.labels()[i] != 0 ? parts.labels()[i] : (byte) side.label();
                taken.put(labels[i] == Side.RIGHT.label() ? Side.RIGHT : Side.LEFT, structure);
            }
        }
        taken.keySet().forEach(side -> how.put(side, How.BY_PLACE));
        remarks.add("The structure '" + structure.name() + "' in " + file.getFileName() + " names no side; "
                + (taken.size() == 2 ? "it was split into right and left" : "which kidney it is was told")
                + " by place in the patient.");
    }

    /** Half-way between the two kidneys, or the middle of the field of view where there are not two. */
    private double midlineX(LabelMap parts) {
        double[] sum = new double[3];
        int[] count = new int[3];
        for (int i = 0; i < parts.labels().length; i++) {
            int label = parts.labels()[i];
            if (label != 0) {
                sum[label] += x(i);
                count[label]++;
            }
        }
        return count[1] == 0 || count[2] == 0 ? grid.centreMm().x() : (sum[1] / count[1] + sum[2] / count[2]) / 2;
    }

    private void placeOther(KidneyChoice choice) throws GlomeraException {
        Side known = choice.sided().keySet().iterator().next();
        Side missing = known == Side.RIGHT ? Side.LEFT : Side.RIGHT;
        if (choice.sideless().size() > 1) {
            remarks.add("Several structures in " + file.getFileName() + " mean a kidney without saying which: "
                    + choice.sideless().stream().map(DrawnStructure::name).toList() + "; none was taken as the "
                    + missing.word() + " one.");
            return;
        }
        DrawnStructure other = choice.sideless().get(0);
        boolean[] mask = mask(other);
        boolean[] own = new boolean[mask.length];
        boolean any = false;
        for (int i = 0; i < mask.length; i++) {
            own[i] = labels[i] != 0;
            mask[i] &= !own[i];
            any |= mask[i];
        }
        double apart = any ? meanX(mask) - meanX(own) : 0;
        if ((missing == Side.LEFT ? apart : -apart) < KIDNEYS_APART_MM) {
            remarks.add("The structure '" + other.name() + "' in " + file.getFileName() + " names no side and does not "
                    + "lie to the " + missing.word() + " of the " + known.word() + " kidney; it was not taken.");
            return;
        }
        double midline = meanX(own) + apart / 2;
        for (int i = 0; i < mask.length; i++) {
            mask[i] &= missing == Side.LEFT ? x(i) > midline : x(i) < midline;
        }
        paint(other, mask, missing, How.BY_PLACE);
        remarks.add("The structure '" + other.name() + "' in " + file.getFileName() + " names no side; what of it lies "
                + "beside the " + known.word() + " kidney was taken as the " + missing.word() + " one.");
    }

    /** The mean patient x of a mask's voxels in millimetres; NaN when it has none. */
    private double meanX(boolean[] mask) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                sum += x(i);
                count++;
            }
        }
        return sum / count;
    }

    private double x(int index) {
        Affine3 m = grid.voxelToPatientMm();
        int row = index / grid.nx();
        return m.column0().x() * (index % grid.nx()) + m.column1().x() * (row % grid.ny())
                + m.column2().x() * (row / grid.ny()) + m.offset().x();
    }

    private GlomeraException problem(DrawnStructure structure, String what) {
        return new GlomeraException(Kind.INPUT, "In " + file + " the structure '" + structure.name() + "' " + what
                + ".");
    }
}
