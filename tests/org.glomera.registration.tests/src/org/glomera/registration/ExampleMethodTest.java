package org.glomera.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.Support;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The method that docs/extension-points.md shows, contributed by this fragment. */
public class ExampleMethodTest {

    /** Shifts the middle of the activity onto the middle of the body. */
    public static final class CentreOfMass implements RegistrationMethod {
        @Override
        public Support supports(RegistrationTask task) {
            return task.fixed().quantity() == Quantity.HOUNSFIELD ? Support.yes("The fixed image is a CT.")
                    : Support.no("The fixed image is not in Hounsfield units; give a CT.");
        }

        @Override
        public Registration register(RegistrationTask task, IProgressMonitor monitor) {
            Vector3 body = middle(task.fixed(), -1000);
            Vector3 activity = middle(task.moving(), 0);
            return new Registration(new RigidTransform(activity, new Vector3(0, 0, 0), body.minus(activity)),
                    "distance of the centres in mm, negative", -body.minus(activity).length(), 0,
                    List.of("Only the centres were compared: look at the outlines."));
        }

        private static Vector3 middle(Volume image, float nothing) {
            Vector3 sum = new Vector3(0, 0, 0);
            double mass = 0;
            Grid grid = image.grid();
            for (int z = 0; z < grid.nz(); z++) {
                for (int y = 0; y < grid.ny(); y++) {
                    for (int x = 0; x < grid.nx(); x++) {
                        double weight = Math.max(0, image.at(x, y, z) - nothing);
                        sum = sum.plus(grid.patientMm(x, y, z).times(weight));
                        mass += weight;
                    }
                }
            }
            return sum.times(1 / mass);
        }
    }

    private static final Grid GRID = Grid.axial(5, 4, 3, new Vector3(2, 3, 5), new Vector3(-4, 0, 100));

    static boolean thePlatformRuns() {
        return RegistryFactory.getRegistry() != null;
    }

    private static Volume oneVoxel(Quantity quantity, float background, int x, int y, int z) {
        float[] values = new float[GRID.voxelCount()];
        Arrays.fill(values, background);
        values[GRID.index(x, y, z)] = background + 500;
        return new Volume(GRID, quantity, values);
    }

    @Test
    void theMiddleOfTheActivity_isShiftedOntoThatOfTheBody() throws GlomeraException {
        RegistrationTask task = RegistrationTask.of(oneVoxel(Quantity.HOUNSFIELD, -1000, 3, 1, 2),
                oneVoxel(Quantity.ACTIVITY_CONCENTRATION, 0, 1, 2, 1));
        Registration found = new CentreOfMass().register(task, new NullProgressMonitor());
        // two voxels of 2 mm to the left, one of 3 mm to the front, one of 5 mm to the head
        assertEquals(new Vector3(4, -3, 5), found.transform().shiftMm());
        assertFalse(found.trusted());
        assertFalse(new CentreOfMass().supports(RegistrationTask.of(task.moving(), task.fixed())).supported());
    }

    @Test
    @EnabledIf(value = "thePlatformRuns", disabledReason = "There is an extension registry in the running platform only.")
    void theExample_isInstalledAndRuns() throws GlomeraException {
        RegistrationMethod method = RegistrationMethods.method("centre-of-mass");
        assertInstanceOf(CentreOfMass.class, method);
        RegistrationTask task = RegistrationTask.of(oneVoxel(Quantity.HOUNSFIELD, -1000, 0, 0, 0),
                oneVoxel(Quantity.COUNTS, 0, 0, 0, 0));
        assertTrue(method.supports(task).supported());
        assertEquals(0, method.register(task, new NullProgressMonitor()).transform().shiftMm().length());
    }
}
