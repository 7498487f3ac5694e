package org.glomera.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.phantom.shapes.ShapePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KidneyShapesTest {

    /** Axes as in files of KiTS: the first down the body, the second to the back, the third to the patient's left. */
    private static final Grid KITS = new Grid(60, 80, 140, new Affine3(new Vector3(0, 0, -3), new Vector3(0, 2.5, 0),
            new Vector3(2, 0, 0), new Vector3(-140, -100, 90)));

    @TempDir
    private Path temporary;

    /** A label map of ellipsoids: x, y, z in patient coordinates, three half axes, label. */
    private static LabelMap map(double[]... ellipsoids) {
        byte[] labels = new byte[KITS.voxelCount()];
        int index = 0;
        for (int k = 0; k < KITS.nz(); k++) {
            for (int j = 0; j < KITS.ny(); j++) {
                for (int i = 0; i < KITS.nx(); i++, index++) {
                    Vector3 p = KITS.patientMm(i, j, k);
                    for (double[] e : ellipsoids) {
                        double a = (p.x() - e[0]) / e[3];
                        double b = (p.y() - e[1]) / e[4];
                        double c = (p.z() - e[2]) / e[5];
                        if (a * a + b * b + c * c <= 1) {
                            labels[index] = (byte) e[6];
                        }
                    }
                }
            }
        }
        return new LabelMap(KITS, labels);
    }

    private static LabelMap twoKidneys() {
        return map(new double[] {-65, 0, 0, 26, 24, 50, 1}, new double[] {70, 5, 10, 30, 26, 54, 1},
                new double[] {70, 5, 50, 16, 16, 16, 2}, new double[] {-65, 0, -20, 10, 10, 10, 3});
    }

    private KidneyShapes read() throws GlomeraException {
        return KidneyShapes.read(temporary, new NullProgressMonitor());
    }

    private void save(String name, LabelMap map) throws Exception {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        NiftiFiles.write(file, map);
    }

    @Test
    void read_findsRightAndLeftByTheFilesOrientation() throws Exception {
        save("case_00001/segmentation.nii.gz", twoKidneys());
        ShapePair pair = read().pairs().get(0);
        assertEquals("case_00001/segmentation.nii.gz", pair.right().name());
        // right: 4/3 pi * 26 * 24 * 50 = 130.7 ml, the cyst lies inside. Smoothing by 1.5 mm, counting in voxels of 2 mm
        // and 15 ml of voxels on the surface: 3 percent
        assertEquals(130.7, pair.rightMl(), 0.03 * 130.7);
        // left: 4/3 pi * 30 * 26 * 54 = 176.4 ml and what of the tumour's ball sticks out: voxels in the map count it
        double left = twoKidneys().count(1) + twoKidneys().count(2) + twoKidneys().count(3);
        assertEquals(left * KITS.voxelVolumeMl() - 130.7, pair.leftMl(), 0.03 * 185);
    }

    @Test
    void phantom_hasTheShapesOfTheLabelMap() throws Exception {
        save("case_00001/segmentation.nii.gz", twoKidneys());
        PhantomSpec spec = TestSpecs.exact().withKidneyShapes(temporary);
        KidneyShapes shapes = read();
        PhantomPatient patient = PhantomCohort.patient(spec, 0, shapes);
        KidneyTruth right = patient.truth().kidneys().get(0);
        assertEquals("case_00001/segmentation.nii.gz", right.source());
        // scaled by at most 6 percent along each axis: 0.94^3 = 0.83, 1.06^3 = 1.19
        assertTrue(right.volumeMl() > 0.82 * 130.7 && right.volumeMl() < 1.21 * 130.7, () -> right.volumeMl() + " ml");
        assertEquals(right.volumeMl(), patient.trueKidneysCt().volumeMl(Side.RIGHT), 0.03 * right.volumeMl());
        // the long axis, up the body in the label map, stands up in the phantom
        assertTrue(extentMm(patient.trueKidneysCt(), Side.RIGHT) > 85);
        assertEquals(patient.truth(), PhantomCohort.patient(spec, 0).truth());
    }

    /** The extent along the body in millimetres. */
    private static double extentMm(LabelMap map, Side side) {
        int low = Integer.MAX_VALUE;
        int high = 0;
        for (int z = 0; z < map.grid().nz(); z++) {
            for (int y = 0; y < map.grid().ny(); y++) {
                for (int x = 0; x < map.grid().nx(); x++) {
                    if (map.at(x, y, z) == side.label()) {
                        low = Math.min(low, z);
                        high = Math.max(high, z);
                    }
                }
            }
        }
        return (high - low + 1) * map.grid().spacingMm().z();
    }

    @Test
    void read_leavesOutWhatIsNoPairOfKidneysAndSaysWhy() throws Exception {
        save("a/segmentation.nii.gz", twoKidneys());
        save("b/segmentation.nii.gz", map(new double[] {-65, 0, 0, 26, 24, 50, 1}));
        save("c/segmentation.nii.gz", map(new double[] {-65, 0, 0, 26, 24, 50, 1}, new double[] {70, 5, 10, 30, 26, 54, 5}));
        save("d/segmentation.nii.gz", map(new double[] {-80, 0, 0, 55, 60, 60, 1}, new double[] {70, 5, 10, 30, 26, 54, 1}));
        save("e/segmentation.nii.gz", map(new double[] {-65, 0, 45, 26, 24, 30, 1}, new double[] {-70, 5, -40, 26, 26, 30, 1}));
        Files.writeString(Files.createDirectories(temporary.resolve("f")).resolve("segmentation.nii.gz"), "no NIfTI");
        KidneyShapes shapes = read();
        assertEquals(1, shapes.pairs().size());
        List<String> leftOut = shapes.leftOut();
        assertEquals(5, leftOut.size());
        assertTrue(leftOut.get(0).contains("b/segmentation.nii.gz") && leftOut.get(0).contains("fewer than two"));
        assertTrue(leftOut.get(1).contains("label 5"));
        assertTrue(leftOut.get(2).contains("more than 450 ml"));
        assertTrue(leftOut.get(3).contains("one side"));
        assertTrue(leftOut.get(4).contains("f/segmentation.nii.gz"));
    }

    @Test
    void read_takesEveryNiftiFileWhereNoneIsNamedAsInKits() throws Exception {
        save("one.nii.gz", twoKidneys());
        save("deeper/two.nii", twoKidneys());
        assertEquals(2, read().pairs().size());
    }

    @Test
    void read_refusesAFolderWithoutKidneys() {
        GlomeraException empty = assertThrows(GlomeraException.class, this::read);
        assertTrue(empty.getMessage().contains(temporary.toString()));
        assertThrows(GlomeraException.class,
                () -> KidneyShapes.read(temporary.resolve("nothing"), new NullProgressMonitor()));
    }

    @Test
    void pairFor_givesTestPatientsShapesThatNoTrainingPatientHas() throws Exception {
        for (String name : List.of("a", "b", "c", "d")) {
            save(name + ".nii.gz", twoKidneys());
        }
        KidneyShapes shapes = read();
        PhantomSpec spec = PhantomSpec.small(1);
        List<PatientPlan> plans = PatientPlan.of(spec);
        for (PatientPlan test : plans) {
            for (PatientPlan training : plans) {
                if (test.group() == PhantomGroup.TEST && training.group() != PhantomGroup.TEST) {
                    assertNotEquals(shapes.pairFor(test, spec).right().name(),
                            shapes.pairFor(training, spec).right().name());
                }
            }
        }
    }

    /**
     * Manual delineations of KiTS23 (neheller/kits23), where the folder is there. Volumes were found with nibabel and
     * scipy.ndimage.label: case_00082 149 and 150 ml, case_00162 127 (right) and 108 ml.
     */
    @Test
    void read_findsTheKidneysOfRealDelineations() throws Exception {
        String data = System.getProperty("glomera.realData", "");
        Path folder = Path.of(data, "kidney-masks");
        assumeTrue(!data.isEmpty() && Files.isDirectory(folder), "skipped: glomera.realData names no real label maps");
        for (String name : List.of("case_00082", "case_00162", "case_00582")) {
            Path target = Files.createDirectories(temporary.resolve(name)).resolve("segmentation.nii.gz");
            Files.createSymbolicLink(target, folder.resolve(name).resolve("segmentation.nii.gz"));
        }
        KidneyShapes shapes = read();
        // the third file holds one kidney only
        assertEquals(1, shapes.leftOut().size());
        assertEquals(2, shapes.pairs().size());
        // smoothing across slices of 3 and 5 mm takes up to 3 percent off
        assertEquals(149, shapes.pairs().get(0).rightMl(), 0.03 * 149);
        assertEquals(150, shapes.pairs().get(0).leftMl(), 0.03 * 150);
        assertEquals(127, shapes.pairs().get(1).rightMl(), 0.03 * 127);
        assertEquals(108, shapes.pairs().get(1).leftMl(), 0.03 * 108);
    }
}
