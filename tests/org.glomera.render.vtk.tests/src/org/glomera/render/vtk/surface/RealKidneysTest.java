package org.glomera.render.vtk.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.SurfaceOptions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Surfaces of kidneys that people delineated on CT, with slices of 5 mm, 2.5 mm and 1 mm (public cases of KiTS, labels 1
 * kidney, 2 tumour, 3 cyst; both sides in one label). They are not part of the project: a system property says where
 * they lie.
 */
class RealKidneysTest {

    private static LabelMap read(String name) throws Exception {
        String folder = System.getProperty("glomera.realData", "");
        Assumptions.assumeFalse(folder.isBlank(), "No delineations of patients: set glomera.realData to their folder.");
        Path file = Path.of(folder, "kidney-masks", name, "segmentation.nii.gz");
        Assumptions.assumeTrue(Files.exists(file), "There is no " + file + ".");
        return bySide(NiftiFiles.readLabelMap(file, new NullProgressMonitor()));
    }

    /** Right is what lies at smaller x than the middle of the whole delineation. */
    private static LabelMap bySide(LabelMap map) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < map.labels().length; i++) {
            if (map.labels()[i] != 0) {
                sum += x(map.grid(), i);
                count++;
            }
        }
        byte[] labels = new byte[map.labels().length];
        for (int i = 0; i < labels.length; i++) {
            if (map.labels()[i] != 0) {
                labels[i] = (byte) (x(map.grid(), i) < sum / count ? Side.RIGHT : Side.LEFT).label();
            }
        }
        return new LabelMap(map.grid(), labels);
    }

    private static double x(Grid grid, int i) {
        return grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny())).x();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case_00182", "case_00502", "case_00002"})
    void theSurface_staysWithinHalfADiagonal_andKeepsTheVolume(String name) throws Exception {
        LabelMap kidneys = read(name);
        Vector3 spacing = kidneys.grid().spacingMm();
        for (Side side : Side.values()) {
            KidneySurface surface = Bodies.surface(kidneys, side, SurfaceOptions.defaults());
            assertTrue(surface.fidelity().largestMm() <= spacing.length() / 2, surface.fidelity()::inWords);
            assertTrue(Math.abs(surface.fidelity().volumeDifferencePercent()) < 0.1, surface.fidelity()::inWords);
            assertEquals(kidneys.volumeMl(side), Bodies.volumeMm3(surface.mesh()) / 1000,
                    0.001 * kidneys.volumeMl(side));
            assertEquals(0, Bodies.openEdges(surface.mesh()));
            assertTrue(surface.fidelity().trianglesAfter() < 0.5 * surface.fidelity().trianglesBefore(),
                    surface.fidelity()::inWords);
        }
        assertTrue(Bodies.centreMm(Bodies.surface(kidneys, Side.RIGHT, SurfaceOptions.defaults()).mesh()).x()
                < Bodies.centreMm(Bodies.surface(kidneys, Side.LEFT, SurfaceOptions.defaults()).mesh()).x());
    }
}
