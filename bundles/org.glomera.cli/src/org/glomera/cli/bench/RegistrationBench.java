package org.glomera.cli.bench;

import java.util.Random;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.phantom.CtSampling;
import org.glomera.phantom.KidneyTruth;
import org.glomera.phantom.PhantomCohort;
import org.glomera.phantom.PhantomPatient;
import org.glomera.phantom.PhantomSpec;
import org.glomera.phantom.SpectImages;
import org.glomera.phantom.SpectSampling;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;

/**
 * How close a registration comes to a known movement, and how long it takes. Phantom patients are moved as a whole between
 * CT and SPECT: a shift of up to 15 mm in any direction and up to 5 degrees about each axis, through the middle between
 * the kidneys. The same numbers give the same pairs.
 */
public final class RegistrationBench {

    /** Half a SPECT voxel of the pairs, in millimetres: the goal for the error at the kidneys. */
    public static final double GOAL_MM = 4.42 / 2;

    private static final long COHORT_SEED = 20261123L;
    private static final long MOVEMENT_SEED = 7000;
    private static final int PATIENTS = 200;
    private static final double LARGEST_SHIFT_MM = 15;
    private static final double LARGEST_ANGLE_DEGREES = 5;
    private static final int OTHER_PATIENT = 7;

    private final RegistrationMethod method;

    /**
     * What was measured of one pair.
     *
     * @param beforeMm mean distance of the kidneys' voxels from their true places without registration; NaN where there
     *        are no true places
     * @param errorMm the same with it
     * @param found the registration
     * @param seconds the time it took
     */
    public record Result(double beforeMm, double errorMm, Registration found, double seconds) {
    }

    /** The images that are timed. */
    public enum Size {
        /** Both images of 128 x 128 x 128 voxels. */
        CUBES("CT and SPECT 128 x 128 x 128", new CtSampling(128, 128, 128, 3.9, 3.9, 3.5, 24, false)),
        /** A CT as scanners give it with a SPECT of 128 x 128 x 128. */
        CLINICAL("CT 512 x 512 x 130, SPECT 128 x 128 x 128", new CtSampling(512, 512, 130, 0.9766, 0.9766, 3, 24, false));

        private final String title;
        private final CtSampling ct;

        Size(String title, CtSampling ct) {
            this.title = title;
            this.ct = ct;
        }

        /** How it stands in a table. */
        public String title() {
            return title;
        }
    }

    /** Makes a bench of one method. */
    public RegistrationBench(RegistrationMethod method) {
        this.method = method;
    }

    private static PhantomSpec spec(CtSampling ct, SpectSampling spect) {
        PhantomSpec small = PhantomSpec.small(COHORT_SEED);
        return new PhantomSpec(PATIENTS, 0, 0, 0, 0, 0, small.largestMovementMm(), small.delineationJitterMm(),
                small.seed(), ct == null ? small.lowDose() : ct, small.diagnostic(), spect == null ? small.spect() : spect,
                null);
    }

    /** Registers the pair with a number. */
    public Result pair(int number, IProgressMonitor monitor) throws GlomeraException {
        return moved(spec(null, null), number, monitor);
    }

    /** Times a pair of one size. */
    public Result timed(Size size, IProgressMonitor monitor) throws GlomeraException {
        return moved(spec(size.ct, new SpectSampling(128, 128, 128, 4.42, 4.42, 4.42, 12, 6, 5, 1200)), 0, monitor);
    }

    private Result moved(PhantomSpec spec, int number, IProgressMonitor monitor) throws GlomeraException {
        RigidTransform ctToSpect = movement(number, PhantomCohort.patient(spec(null, null), number));
        PhantomPatient patient = PhantomCohort.displaced(spec, number, ctToSpect.toAffine());
        SpectImages spect = patient.spect().orElseThrow();
        RegistrationTask task = RegistrationTask.of(patient.ct(), spect.image())
                .withMovingKidneys(spect.manualKidneys());
        return measured(task, ctToSpect.inverse(), spect.trueKidneys(), monitor);
    }

    /** The known movement of a pair. */
    private static RigidTransform movement(int number, PhantomPatient patient) {
        Random random = new Random(MOVEMENT_SEED + number);
        Vector3 direction = new Vector3(1, 1, 1);
        while (direction.length() > 1) {
            direction = new Vector3(random.nextDouble() * 2 - 1, random.nextDouble() * 2 - 1, random.nextDouble() * 2 - 1);
        }
        Vector3 sum = new Vector3(0, 0, 0);
        for (KidneyTruth kidney : patient.truth().kidneys()) {
            sum = sum.plus(kidney.centroidCtMm());
        }
        Vector3 angles = new Vector3(random.nextDouble() * 2 - 1, random.nextDouble() * 2 - 1, random.nextDouble() * 2 - 1);
        return new RigidTransform(sum.times(0.5), angles.times(LARGEST_ANGLE_DEGREES), direction.times(LARGEST_SHIFT_MM));
    }

    /** The CT of one patient with the SPECT of another, their fields of view laid upon each other. */
    public Result otherPatient(int number, IProgressMonitor monitor) throws GlomeraException {
        PhantomSpec spec = spec(null, null);
        Volume ct = PhantomCohort.patient(spec, number).ct();
        SpectImages other = PhantomCohort.patient(spec, number + OTHER_PATIENT).spect().orElseThrow();
        Affine3 across = Affine3.translation(ct.grid().centreMm().minus(other.image().grid().centreMm()));
        Grid grid = moved(other.image().grid(), across);
        return measured(RegistrationTask.of(ct, new Volume(grid, other.image().quantity(), other.image().values()))
                .withMovingKidneys(new LabelMap(grid, other.manualKidneys().labels())), null, null, monitor);
    }

    private static Grid moved(Grid grid, Affine3 map) {
        return new Grid(grid.nx(), grid.ny(), grid.nz(), map.after(grid.voxelToPatientMm()));
    }

    /** A patient's CT with a SPECT of noise alone. */
    public Result noise(int number, IProgressMonitor monitor) throws GlomeraException {
        PhantomPatient patient = PhantomCohort.patient(spec(null, null), number);
        SpectImages spect = patient.spect().orElseThrow();
        Random random = new Random(number);
        float[] noise = new float[spect.image().values().length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) -Math.log(1 - random.nextDouble());
        }
        return measured(RegistrationTask.of(patient.ct(), new Volume(spect.image().grid(), spect.image().quantity(), noise))
                .withMovingKidneys(spect.manualKidneys()), null, null, monitor);
    }

    private Result measured(RegistrationTask task, RigidTransform truth, LabelMap kidneys, IProgressMonitor monitor)
            throws GlomeraException {
        long start = System.nanoTime();
        Registration found = method.register(task, monitor);
        double seconds = (System.nanoTime() - start) / 1e9;
        return truth == null ? new Result(Double.NaN, Double.NaN, found, seconds)
                : new Result(errorMm(RigidTransform.identity(truth.centreMm()), truth, kidneys),
                        errorMm(found.transform(), truth, kidneys), found, seconds);
    }

    /** The mean distance between where two transforms bring the kidneys' voxels. */
    private static double errorMm(RigidTransform found, RigidTransform truth, LabelMap kidneys) {
        Affine3 first = found.toAffine();
        Affine3 second = truth.toAffine();
        Grid grid = kidneys.grid();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < kidneys.labels().length; i++) {
            if (kidneys.labels()[i] != 0) {
                Vector3 place = grid.patientMm(i % grid.nx(), i / grid.nx() % grid.ny(), i / (grid.nx() * grid.ny()));
                sum += first.apply(place).minus(second.apply(place)).length();
                count++;
            }
        }
        return sum / count;
    }
}
