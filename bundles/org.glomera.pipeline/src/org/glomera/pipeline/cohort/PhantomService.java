package org.glomera.pipeline.cohort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.phantom.PhantomCohort;
import org.glomera.phantom.PhantomReport;
import org.glomera.phantom.PhantomSpec;
import org.glomera.pipeline.PhantomRequest;
import org.glomera.pipeline.PhantomResult;
import org.glomera.pipeline.work.StageReporter;

/** Makes a cohort of phantoms; one that was made from the same specification is left as it is. */
public final class PhantomService {

    private final DicomToolkit toolkit;

    /** Makes a service that writes with {@code toolkit}. */
    public PhantomService(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /** Makes the cohort in {@code request.folder()}, which appears when it is whole. */
    public PhantomResult run(PhantomRequest request, StageReporter reporter) throws GlomeraException {
        Path folder = request.folder().toAbsolutePath().normalize();
        PhantomSpec drawn = request.preset().cohort();
        if (request.kidneyShapes().isPresent() && !Files.isDirectory(request.kidneyShapes().get())) {
            throw new GlomeraException(Kind.INPUT, "The folder of kidney shapes " + request.kidneyShapes().get()
                    + " is not there. Check the path.");
        }
        PhantomSpec spec = request.kidneyShapes().map(shapes -> shapes.toAbsolutePath().normalize())
                .map(drawn::withKidneyShapes).orElse(drawn);
        Path dicom = folder.resolve("dicom");
        if (PhantomCohort.isWritten(spec, folder)) {
            reporter.done("the cohort is there");
            return new PhantomResult(dicom, spec.patients(), true, List.of());
        }
        PhantomReport report = new PhantomCohort(toolkit).write(spec, folder, new Telling(reporter, spec.patients()));
        reporter.done(report.patients() + " patients");
        return new PhantomResult(dicom, report.patients(), false, report.leftOut());
    }

    /** Passes on what the cohort's maker tells. */
    private static final class Telling extends ProgressMonitorWrapper {

        private final StageReporter reporter;
        private final int patients;
        private double total = 1;
        private double worked;

        Telling(StageReporter reporter, int patients) {
            super(reporter.cancelOnly());
            this.reporter = reporter;
            this.patients = patients;
        }

        @Override
        public synchronized void beginTask(String name, int totalWork) {
            total = totalWork == IProgressMonitor.UNKNOWN ? 1 : Math.max(1, totalWork);
        }

        @Override
        public synchronized void worked(int work) {
            internalWorked(work);
        }

        @Override
        public synchronized void internalWorked(double work) {
            worked += work;
            double share = Math.min(1, worked / total);
            reporter.tell("Patient " + Math.min(patients, (int) (share * patients) + 1) + " of " + patients, share);
        }
    }
}
