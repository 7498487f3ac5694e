package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.resample.Resampler;

/** Brings kidneys that lie on a grid of their own onto an image's grid. */
final class OntoImage {

    /** How far voxels' centres may lie apart, in voxels, and still be the same voxels: files round positions. */
    private static final double SAME_VOXEL = 0.05;

    private OntoImage() {
    }

    /**
     * The kidneys on the image's grid.
     *
     * @throws GlomeraException when more than a twentieth of a kidney lies outside the image
     */
    static KidneysOnImage bring(Path file, KidneysOnImage own, Grid image) throws GlomeraException {
        List<String> remarks = new ArrayList<>(own.remarks());
        LabelMap kidneys = own.kidneys();
        for (Side side : Side.values()) {
            Outside.check(file, side.word() + " kidney", outside(kidneys, side, image), kidneys.count(side), remarks);
        }
        if (areSameVoxels(kidneys.grid(), image)) {
            return new KidneysOnImage(Resampler.nearest(kidneys, image), own.taken(), remarks);
        }
        LabelMap onImage = Resampler.byFraction(kidneys, image);
        StringBuilder volumes = new StringBuilder();
        for (Side side : Side.values()) {
            if (kidneys.count(side) > 0) {
                if (onImage.count(side) == 0) {
                    throw new GlomeraException(Kind.INPUT, "In " + file + " the " + side.word() + " kidney fills no "
                            + "voxel of the image. Check that it was drawn on this image.");
                }
                volumes.append(String.format(Locale.ROOT, "%s%s kidney %.1f ml became %.1f ml",
                        volumes.isEmpty() ? "" : ", ", side.word(), kidneys.volumeMl(side), onImage.volumeMl(side)));
            }
        }
        remarks.add("The delineation " + file.getFileName() + " lies on another grid than the image; it was brought "
                + "onto the image's grid: " + volumes + ".");
        return new KidneysOnImage(onImage, own.taken(), remarks);
    }

    /** Whether the grids' voxels coincide where both reach, whatever the order and direction of their indices. */
    static boolean areSameVoxels(Grid one, Grid other) {
        Affine3 toOther = other.voxelToPatientMm().inverse().after(one.voxelToPatientMm());
        for (Vector3 column : List.of(toOther.column0(), toOther.column1(), toOther.column2())) {
            double longest = Math.max(Math.abs(column.x()), Math.max(Math.abs(column.y()), Math.abs(column.z())));
            if (Math.abs(longest - 1) > SAME_VOXEL) {
                return false;
            }
        }
        for (int corner = 0; corner < 8; corner++) {
            Vector3 place = toOther.apply((corner & 1) * (one.nx() - 1.0), (corner >> 1 & 1) * (one.ny() - 1.0),
                    (corner >> 2 & 1) * (one.nz() - 1.0));
            if (Math.max(off(place.x()), Math.max(off(place.y()), off(place.z()))) > SAME_VOXEL) {
                return false;
            }
        }
        return true;
    }

    private static double off(double place) {
        return Math.abs(place - Math.rint(place));
    }

    private static int outside(LabelMap kidneys, Side side, Grid image) {
        Affine3 toImage = image.voxelToPatientMm().inverse().after(kidneys.grid().voxelToPatientMm());
        int outside = 0;
        int i = 0;
        for (int z = 0; z < kidneys.grid().nz(); z++) {
            for (int y = 0; y < kidneys.grid().ny(); y++) {
                for (int x = 0; x < kidneys.grid().nx(); x++, i++) {
                    if (kidneys.labels()[i] == side.label()) {
                        outside += Outside.isOutside(toImage.apply(x, y, z), image) ? 1 : 0;
                    }
                }
            }
        }
        return outside;
    }
}
