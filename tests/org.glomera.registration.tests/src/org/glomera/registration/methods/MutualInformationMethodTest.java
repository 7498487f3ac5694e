package org.glomera.registration.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.registration.Drawn;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;
import org.junit.jupiter.api.Test;

class MutualInformationMethodTest {

    /** Half a voxel of the SPECT of these tests, 6 mm: what the whole is meant to reach. */
    private static final double HALF_A_VOXEL_MM = 3;

    private static final RigidTransform TRUTH = new RigidTransform(new Vector3(0, 20, 0), new Vector3(3, -4, 5),
            new Vector3(9, -6, 10));

    /** Spacing 3.5 x 3 x 6 mm, axes along the patient's. */
    private static Grid ctGrid() {
        return Grid.axial(110, 90, 60, new Vector3(3.5, 3, 6), new Vector3(-190, -130, -175));
    }

    /** Voxels of 6 x 5.5 x 6.5 mm, index x to the head, index y to the right, tilted by some degrees. */
    private static Grid obliqueGrid() {
        RigidTransform tilt = new RigidTransform(new Vector3(0, 0, 0), new Vector3(4, 7, -6), new Vector3(0, 0, 0));
        Affine3 axes = new Affine3(new Vector3(0, 0, 6.5), new Vector3(-6, 0, 0), new Vector3(0, 5.5, 0),
                new Vector3(180, -140, -170));
        return new Grid(54, 62, 52, tilt.toAffine().after(axes));
    }

    private static RegistrationTask task(RigidTransform truth) {
        return RegistrationTask.of(Drawn.ct(ctGrid(), 1), Drawn.spect(obliqueGrid(), truth, 2));
    }

    private static double error(Registration found, RigidTransform truth) {
        return Drawn.errorMm(found.transform(), truth, Drawn.kidneys(obliqueGrid(), truth));
    }

    @Test
    void aKnownMovement_isFoundOnObliqueGrids() throws GlomeraException {
        Registration found = new MutualInformationMethod().register(task(TRUTH), new NullProgressMonitor());
        // 16 mm of shift and 7 degrees: the kidneys lie more than 12 mm away to begin with
        assertTrue(Drawn.errorMm(RigidTransform.identity(new Vector3(0, 0, 0)), TRUTH,
                Drawn.kidneys(obliqueGrid(), TRUTH)) > 12);
        assertTrue(error(found, TRUTH) <= HALF_A_VOXEL_MM, "error in mm: " + error(found, TRUTH));
        assertTrue(found.scoreAfter() > found.scoreBefore());
        assertEquals(List.of(), found.warnings());
    }

    @Test
    void imagesThatFit_areLeftAndNotWarnedOf() throws GlomeraException {
        RigidTransform none = RigidTransform.identity(new Vector3(0, 0, 0));
        Registration found = new MutualInformationMethod().register(task(none), new NullProgressMonitor());
        assertTrue(error(found, none) <= HALF_A_VOXEL_MM, "error in mm: " + error(found, none));
        assertEquals(List.of(), found.warnings());
    }

    @Test
    void aroundTheKidneys_theMovementIsFoundToo() throws GlomeraException {
        RegistrationTask task = task(TRUTH).withMovingKidneys(Drawn.kidneys(obliqueGrid(), TRUTH));
        Registration found = new KidneyInformationMethod().register(task, new NullProgressMonitor());
        assertTrue(error(found, TRUTH) <= HALF_A_VOXEL_MM, "error in mm: " + error(found, TRUTH));
        RegistrationTask onCt = task(TRUTH).withFixedKidneys(Drawn.kidneys(ctGrid(),
                RigidTransform.identity(new Vector3(0, 0, 0))));
        Registration other = new KidneyInformationMethod().register(onCt, new NullProgressMonitor());
        assertTrue(error(other, TRUTH) <= HALF_A_VOXEL_MM, "error in mm: " + error(other, TRUTH));
    }

    @Test
    void aroundTheKidneys_needsADelineation() {
        KidneyInformationMethod method = new KidneyInformationMethod();
        assertFalse(method.supports(task(TRUTH)).supported());
        GlomeraException failure = assertThrows(GlomeraException.class,
                () -> method.register(task(TRUTH), new NullProgressMonitor()));
        assertTrue(failure.getMessage().contains("no delineation"), failure.getMessage());
    }

    @Test
    void noise_isWarnedOf() throws GlomeraException {
        Random random = new Random(3);
        float[] noise = new float[obliqueGrid().voxelCount()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) Math.abs(random.nextGaussian());
        }
        Registration found = new MutualInformationMethod().register(RegistrationTask.of(Drawn.ct(ctGrid(), 1),
                new Volume(obliqueGrid(), Quantity.ACTIVITY_CONCENTRATION, noise)), new NullProgressMonitor());
        assertFalse(found.trusted());
        assertTrue(found.warnings().get(0).contains("hardly anything in common"), found.warnings().toString());
    }

    @Test
    void anEmptySpect_isRefused() {
        RegistrationTask task = RegistrationTask.of(Drawn.ct(ctGrid(), 1),
                new Volume(obliqueGrid(), Quantity.COUNTS, new float[obliqueGrid().voxelCount()]));
        GlomeraException failure = assertThrows(GlomeraException.class,
                () -> new MutualInformationMethod().register(task, new NullProgressMonitor()));
        assertEquals(Kind.INPUT, failure.kind());
        assertTrue(failure.getMessage().contains("no activity"), failure.getMessage());
    }

    @Test
    void imagesApart_haveNoScoreBeforeAndAreWarnedOf() throws GlomeraException {
        RegistrationTask task = task(TRUTH).withStart(new RigidTransform(new Vector3(0, 0, 0), new Vector3(0, 0, 0),
                new Vector3(2000, 0, 0)));
        Registration manual = new ManualMethod().register(task, new NullProgressMonitor());
        assertTrue(Double.isNaN(manual.scoreAfter()));
        assertFalse(manual.trusted());
    }

    @Test
    void theNumberOfProcessors_changesNothing() throws GlomeraException, ExecutionException, InterruptedException {
        RegistrationTask task = task(TRUTH);
        Registration many = new MutualInformationMethod().register(task, new NullProgressMonitor());
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            assertEquals(many, one.submit(() -> new MutualInformationMethod().register(task, new NullProgressMonitor()))
                    .get());
        } finally {
            one.shutdown();
        }
    }

    @Test
    void aCancelledTask_endsWithoutAResult() {
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> new MutualInformationMethod().register(task(TRUTH), cancelled));
    }

    @Test
    void valuesThatAreNotNumbers_areTakenAsAirAndNothing() throws GlomeraException {
        RegistrationTask clean = task(TRUTH);
        float[] ct = clean.fixed().values().clone();
        float[] spect = clean.moving().values().clone();
        ct[5] = Float.NaN;
        ct[6] = Float.NEGATIVE_INFINITY;
        spect[7] = Float.NaN;
        spect[8] = Float.POSITIVE_INFINITY;
        Registration found = new MutualInformationMethod().register(RegistrationTask.of(
                new Volume(ctGrid(), Quantity.HOUNSFIELD, ct),
                new Volume(obliqueGrid(), Quantity.ACTIVITY_CONCENTRATION, spect)), new NullProgressMonitor());
        assertTrue(error(found, TRUTH) <= HALF_A_VOXEL_MM, "error in mm: " + error(found, TRUTH));
    }
}
