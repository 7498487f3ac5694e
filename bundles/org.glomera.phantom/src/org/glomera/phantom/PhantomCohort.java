package org.glomera.phantom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.dicom.DicomWriter;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.phantom.shapes.ShapePair;

/**
 * Makes phantoms: one in memory, or a cohort as DICOM. The same specification gives the same patients, whatever the
 * number of threads and the order in which they are made. Thread-safe.
 */
public final class PhantomCohort {

    /** A patient in the making takes up to 200 MB at full size, so that more threads would cost memory. */
    private static final int MOST_THREADS = 2;
    private static final long POLL_MS = 100;

    private final DicomToolkit toolkit;
    private final int threads;

    /** Makes a cohort maker that encodes DICOM with {@code toolkit}. */
    public PhantomCohort(DicomToolkit toolkit) {
        this(toolkit, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    PhantomCohort(DicomToolkit toolkit, int threads) {
        this.toolkit = Objects.requireNonNull(toolkit);
        this.threads = threads;
    }

    /** Whether a folder holds exactly the cohort that {@link #write} would write there. */
    public static boolean isWritten(PhantomSpec spec, Path folder) throws GlomeraException {
        return new CohortFiles(folder).holds(spec);
    }

    /**
     * Writes the cohort. The folder gets {@code dicom/PATIENT/} with the CT series (folder {@code ct}), the
     * delineation on it ({@code kidneys_ct.dcm}, RTSTRUCT) and, for SPECT/CT, {@code spect.dcm} (NM) with its
     * delineation {@code kidneys_spect.dcm}; {@code cohort.csv} (patient,role); {@code cohort.json} with the
     * specification; and {@code truth/PATIENT/} with truth.json ({@link PhantomTruth}) and the true regions as NIfTI
     * label maps. It is made in a hidden folder beside and moved when it is whole; a run that was interrupted goes on
     * with the patients that are missing. One process writes to a folder at a time.
     *
     * @param folder a folder that does not exist yet or is empty
     * @throws GlomeraException when {@code folder} is not empty or cannot be written, or kidney shapes cannot be used
     */
    public PhantomReport write(PhantomSpec spec, Path folder, IProgressMonitor monitor) throws GlomeraException {
        List<PatientPlan> plans = PatientPlan.of(spec);
        SubMonitor progress = SubMonitor.convert(monitor, "Making phantoms", 1 + plans.size());
        Optional<KidneyShapes> shapes = shapes(spec, progress.split(1));
        CohortFiles files = new CohortFiles(folder);
        Path beside = files.begin(spec);
        PatientWriter writer = new PatientWriter(new DicomWriter(toolkit), spec.seed());
        NullProgressMonitor stop = new NullProgressMonitor();
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> new Thread(task, "phantoms"));
        int resumed = 0;
        try {
            List<Future<?>> jobs = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                int index = i;
                PatientPlan plan = plans.get(i);
                if (files.isFinished(plan.patientId())) {
                    resumed++;
                    continue;
                }
                jobs.add(workers.submit(() -> {
                    write(maker(spec, plan, shapes), index, plan, files, beside, writer, stop);
                    return null;
                }));
            }
            progress.worked(resumed);
            for (Future<?> job : jobs) {
                await(job, progress);
                progress.worked(1);
            }
        } finally {
            stop.setCanceled(true);
            end(workers);
        }
        files.finish(plans);
        return new PhantomReport(plans.size(), resumed, shapes.map(KidneyShapes::leftOut).orElse(List.of()));
    }

    private static void write(PatientMaker maker, int index, PatientPlan plan, CohortFiles files, Path beside,
            PatientWriter writer, IProgressMonitor stop) throws GlomeraException {
        if (stop.isCanceled()) {
            throw new OperationCanceledException();
        }
        String id = plan.patientId();
        files.clear(id);
        PhantomPatient patient = maker.make(stop);
        writer.write(patient, index, beside.resolve(CohortFiles.DICOM).resolve(id),
                beside.resolve(CohortFiles.TRUTH).resolve(id), stop);
        files.writeTruth(patient.truth());
    }

    /** Waits for a job, asking often whether the user has had enough. */
    private static void await(Future<?> job, SubMonitor progress) throws GlomeraException {
        while (true) {
            progress.checkCanceled();
            try {
                job.get(POLL_MS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GlomeraException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("A phantom could not be made.", e.getCause());
            }
        }
    }

    /** Waits until no worker writes any more, so that nothing appears behind the caller's back. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (workers.awaitTermination(1, TimeUnit.SECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * One patient in memory.
     *
     * @param index 0 to {@code spec.patients() - 1}: SPECT/CT for training, diagnostic CT, test, unusable
     * @throws GlomeraException when kidney shapes are asked for and cannot be read
     */
    public static PhantomPatient patient(PhantomSpec spec, int index) throws GlomeraException {
        return patient(spec, index, shapes(spec, new NullProgressMonitor()));
    }

    /** As {@link #patient(PhantomSpec, int)}, with kidney shapes that were read before. */
    public static PhantomPatient patient(PhantomSpec spec, int index, KidneyShapes shapes) {
        return patient(spec, index, Optional.of(shapes));
    }

    /**
     * One patient in memory who was moved as a whole between CT and SPECT, on top of the movement of organs that the
     * patient has in the cohort; to test registration. The grids stay, and {@link PhantomPatient#truth()} leaves this
     * movement out.
     *
     * @param ctToSpectMm the movement in patient millimetres: a point of the body that lies at {@code p} in the CT lies at
     *        {@code ctToSpectMm.apply(p)} in the SPECT; a rigid map
     */
    public static PhantomPatient displaced(PhantomSpec spec, int index, Affine3 ctToSpectMm) throws GlomeraException {
        PatientPlan plan = PatientPlan.of(spec).get(Objects.checkIndex(index, spec.patients()));
        Optional<ShapePair> shapes = shapes(spec, new NullProgressMonitor()).map(all -> all.pairFor(plan, spec));
        return new PatientMaker(spec, plan, shapes, ctToSpectMm).make(new NullProgressMonitor());
    }

    private static PhantomPatient patient(PhantomSpec spec, int index, Optional<KidneyShapes> shapes) {
        PatientPlan plan = PatientPlan.of(spec).get(Objects.checkIndex(index, spec.patients()));
        return maker(spec, plan, shapes).make(new NullProgressMonitor());
    }

    private static Optional<KidneyShapes> shapes(PhantomSpec spec, IProgressMonitor monitor) throws GlomeraException {
        Optional<Path> folder = spec.kidneyShapes();
        return folder.isPresent() ? Optional.of(KidneyShapes.read(folder.get(), monitor)) : Optional.empty();
    }

    private static PatientMaker maker(PhantomSpec spec, PatientPlan plan, Optional<KidneyShapes> shapes) {
        return new PatientMaker(spec, plan, shapes.map(all -> all.pairFor(plan, spec)));
    }
}
