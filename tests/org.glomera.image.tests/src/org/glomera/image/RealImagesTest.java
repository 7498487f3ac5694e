package org.glomera.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.components.KidneySides;
import org.glomera.image.components.SidedKidneys;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.resample.Resampler;
import org.junit.jupiter.api.Test;

/**
 * Images that others made, in the folder that the system property glomera.realData names. The expected numbers are
 * those of nibabel 5.0 and numpy: {@code d = asarray(nibabel.load(file).dataobj)}, {@code (d == label).sum()},
 * {@code nibabel.affines.apply_affine(affine, argwhere(d == label).mean(0))} with x and y negated (RAS to LPS).
 */
class RealImagesTest {

    private static final int TS_RIGHT = 2;
    private static final int TS_LEFT = 3;
    private static final double SINGLE_MM = 1e-4;

    private static Path real(String name) {
        String folder = System.getProperty("glomera.realData", "");
        assumeTrue(!folder.isEmpty(), "skipped: glomera.realData names no folder with images of others");
        Path file = Path.of(folder, name);
        assumeTrue(Files.isRegularFile(file), () -> "skipped: " + name + " is not in the folder glomera.realData");
        return file;
    }

    private static LabelMap organs() throws Exception {
        return NiftiFiles.readLabelMap(real("ct-with-organs/example_seg_fast_force_split.nii.gz"));
    }

    private static Vector3 centroidMm(LabelMap map, int label) {
        Grid grid = map.grid();
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < map.labels().length; i++) {
            if ((map.labels()[i] & 0xff) == label) {
                x += i % grid.nx();
                y += i / grid.nx() % grid.ny();
                z += i / grid.nx() / grid.ny();
            }
        }
        int n = map.count(label);
        return grid.patientMm(x / n, y / n, z / n);
    }

    /** Every label of {@code labels} as a kidney of probability 1. */
    private static Volume asProbability(LabelMap map, Set<Integer> labels) {
        return new Volume(map.grid(), Quantity.PROBABILITY, Resampler.fraction(map, labels, map.grid()));
    }

    @Test
    void organs_haveTheVolumesAndPlacesThatNibabelGives() throws Exception {
        LabelMap map = organs();
        assertEquals(List.of(122, 101, 112), List.of(map.grid().nx(), map.grid().ny(), map.grid().nz()));
        // 7134 and 5090 voxels of 0.027 ml: 192.618 and 137.43 ml
        assertEquals(7134, map.count(TS_RIGHT));
        assertEquals(5090, map.count(TS_LEFT));
        assertEquals(0.027, map.grid().voxelVolumeMl(), 1e-9);
        Vector3 right = centroidMm(map, TS_RIGHT);
        assertEquals(-69.61095409, right.x(), SINGLE_MM);
        assertEquals(-132.09275971, right.y(), SINGLE_MM);
        assertEquals(345.65793948, right.z(), SINGLE_MM);
        assertEquals(78.09758671, centroidMm(map, TS_LEFT).x(), SINGLE_MM);
    }

    @Test
    void ct_hasTheValuesThatNibabelGives() throws Exception {
        Volume ct = NiftiFiles.readVolume(real("ct-with-organs/example_ct.nii.gz"), Quantity.HOUNSFIELD);
        // get_fdata()[60, 50, 56], min, max
        assertEquals(281, ct.at(60, 50, 56));
        float least = Float.MAX_VALUE;
        float greatest = -Float.MAX_VALUE;
        double sum = 0;
        for (float value : ct.values()) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            sum += value;
        }
        assertEquals(-1207, least);
        assertEquals(3382, greatest);
        assertEquals(-360.0203852864795, sum / ct.values().length, 1e-6);
        assertTrue(ct.grid().isSameAs(organs().grid(), SINGLE_MM));
    }

    @Test
    void kidneys_areToldApartByTheirPlace() throws Exception {
        SidedKidneys kidneys = KidneySides.split(asProbability(organs(), Set.of(TS_RIGHT, TS_LEFT)), 0.5);
        assertEquals(List.of(), kidneys.caveats());
        // what lies apart from the kidneys' main part is removed; nothing changes sides
        assertEquals(192.618 + 137.43, kidneys.kidneys().volumeMl(Side.RIGHT) + kidneys.kidneys().volumeMl(Side.LEFT)
                + kidneys.removedMl(), 1e-6);
        assertEquals(192.618, kidneys.kidneys().volumeMl(Side.RIGHT), 0.01 * 192.618);
        assertEquals(137.43, kidneys.kidneys().volumeMl(Side.LEFT), 0.01 * 137.43);
    }

    @Test
    void kidneys_keepTheirVolumeOnTheGridOfASpect() throws Exception {
        // 4.42 mm voxels, moved by odd amounts against the CT: shares keep the volume exactly, whole voxels within 3 %
        // (about 800 surface voxels a kidney, each off by less than half a voxel with either sign: 0.29 * 0.086 ml *
        // sqrt(800) = 0.7 ml of 193 and 137; five times that is 3.5 ml, 2.6 % of 137)
        LabelMap map = organs();
        Vector3 first = map.grid().patientMm(-3, -3, -3);
        Grid spect = new Grid(90, 80, 90, new Affine3(new Vector3(-4.42, 0, 0), new Vector3(0, -4.42, 0),
                new Vector3(0, 0, 4.42), first.plus(new Vector3(0.7, -0.4, 1.1))));
        double shares = 0;
        for (float share : Resampler.fraction(map, Set.of(TS_RIGHT), spect)) {
            shares += share * spect.voxelVolumeMl();
        }
        assertEquals(192.618, shares, 1e-3);
        LabelMap coarse = Resampler.byFraction(map, spect);
        assertEquals(192.618, coarse.count(TS_RIGHT) * spect.voxelVolumeMl(), 0.03 * 192.618);
        assertEquals(137.43, coarse.count(TS_LEFT) * spect.voxelVolumeMl(), 0.03 * 137.43);
    }

    @Test
    void delineation_withSlicesFirstIsReadInPatientSpace() throws Exception {
        // case_00062: 86 x 512 x 512, 5 x 0.977 x 0.977 mm, index 0 runs down, 1 to the back, 2 to the left;
        // label 1: 99277 voxels, 473.3896 ml, centroid (RAS) -262.56914641, -330.24425778, -163.57172356
        LabelMap map = NiftiFiles.readLabelMap(real("kidney-masks/case_00062/segmentation.nii.gz"));
        assertEquals(99277, map.count(1));
        assertEquals(473.3896255493163, map.count(1) * map.grid().voxelVolumeMl(), 1e-6);
        Vector3 centroid = centroidMm(map, 1);
        assertEquals(262.56914641, centroid.x(), SINGLE_MM);
        assertEquals(330.24425778, centroid.y(), SINGLE_MM);
        assertEquals(-163.57172356, centroid.z(), SINGLE_MM);
        // scipy.ndimage.label(d > 0, ones((3, 3, 3))): 243.0105 ml at x = -333.7 (RAS: the left), 236.7020 ml at -190.6
        SidedKidneys kidneys = KidneySides.split(asProbability(map, Set.of(1, 2, 3)), 0.5);
        assertEquals(243.01052093505854, kidneys.kidneys().volumeMl(Side.LEFT), 1e-6);
        assertEquals(236.7019653320312, kidneys.kidneys().volumeMl(Side.RIGHT), 1e-6);
        assertEquals(0, kidneys.removedComponents());
    }
}
