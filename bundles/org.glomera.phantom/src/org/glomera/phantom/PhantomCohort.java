package org.glomera.phantom;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DicomToolkit;

/**
 * Makes phantoms: one in memory, or a cohort as DICOM. The same specification gives the same patients, whatever the
 * number of threads and the order in which they are made. Thread-safe.
 */
public final class PhantomCohort {

    private final DicomToolkit toolkit;

    /** Makes a cohort maker that encodes DICOM with {@code toolkit}. */
    public PhantomCohort(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /**
     * Writes the cohort: {@code dicom/PATIENT/} with a CT series and, for SPECT/CT, an NM file and RTSTRUCT files;
     * {@code cohort.csv} (patient,role); {@code truth/PATIENT/} with truth.json and label maps. It is made beside
     * {@code folder} and moved there when it is whole.
     *
     * @param folder a folder that does not exist yet or is empty
     * @throws GlomeraException when {@code folder} is not empty or cannot be written, or kidney shapes cannot be used
     */
    public void write(PhantomSpec spec, Path folder, IProgressMonitor monitor) throws GlomeraException {
        throw new UnsupportedOperationException(toolkit.toString());
    }

    /**
     * One patient in memory.
     *
     * @param index 0 to {@code spec.patients() - 1}: SPECT/CT for training, diagnostic CT, test, unusable
     * @throws GlomeraException when kidney shapes are asked for and cannot be read
     */
    public static PhantomPatient patient(PhantomSpec spec, int index) throws GlomeraException {
        PatientPlan plan = PatientPlan.of(spec).get(Objects.checkIndex(index, spec.patients()));
        return new PatientMaker(spec, plan, Optional.empty(), Optional.empty()).make(new NullProgressMonitor());
    }
}
