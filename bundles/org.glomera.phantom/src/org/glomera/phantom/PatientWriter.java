package org.glomera.phantom;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.CtDescription;
import org.glomera.dicom.DicomWriter;
import org.glomera.dicom.ImageReference;
import org.glomera.dicom.NmDescription;
import org.glomera.dicom.StructureSetDescription;
import org.glomera.dicom.StudyIdentity;
import org.glomera.image.nifti.NiftiFiles;

/** Writes one patient: images and delineations as DICOM, true regions as NIfTI. Thread-safe. */
final class PatientWriter {

    /** Every study of a cohort is acquired on a day of its own, from this one on. */
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2024, 3, 4, 9, 30);
    private static final double ADMINISTERED_MBQ = 7400;
    private static final int CT_SERIES = 2;
    private static final int SPECT_SERIES = 3;
    private static final int CT_STRUCTURES_SERIES = 4;
    private static final int SPECT_STRUCTURES_SERIES = 5;

    private final DicomWriter writer;
    private final long cohortSeed;

    PatientWriter(DicomWriter writer, long cohortSeed) {
        this.writer = writer;
        this.cohortSeed = cohortSeed;
    }

    /** Writes into folders that do not exist yet. */
    void write(PhantomPatient patient, int index, Path dicom, Path truth, IProgressMonitor monitor)
            throws GlomeraException {
        String id = patient.truth().patient();
        boolean hybrid = patient.spect().isPresent();
        StudyIdentity study = StudyIdentity.derived("phantom " + cohortSeed + " " + id, id, "Phantom^" + id,
                FIRST_DAY.plusDays(index), hybrid ? "SPECT/CT 177Lu-DOTATATE" : "CT abdomen");
        CtDescription ct = hybrid ? new CtDescription(CT_SERIES, "CT low dose", 120, 30, "B30s", "")
                : new CtDescription(CT_SERIES, "CT portal venous", 120, 220, "B40f", "IODINE");
        ImageReference reference = writer.writeCt(dicom.resolve("ct"), patient.ct(), study, ct, monitor).reference();
        structures(dicom.resolve("kidneys_ct.dcm"), patient.manualKidneysCt(), reference, study, CT_STRUCTURES_SERIES,
                "Kidneys on CT", monitor);
        NiftiFiles.write(truth.resolve("kidneys_ct.nii.gz"), patient.trueKidneysCt());
        Optional<SpectImages> spect = patient.spect();
        if (spect.isPresent()) {
            writeSpect(spect.get(), study, dicom, truth, monitor);
        }
    }

    private void writeSpect(SpectImages spect, StudyIdentity study, Path dicom, Path truth, IProgressMonitor monitor)
            throws GlomeraException {
        Volume image = spect.image();
        NmDescription description = new NmDescription(SPECT_SERIES, "SPECT 177Lu reconstructed",
                NmDescription.finestBqPerMlPerCount(image), ADMINISTERED_MBQ);
        ImageReference reference = writer.writeNm(dicom.resolve("spect.dcm"), image, study, description, monitor)
                .reference();
        structures(dicom.resolve("kidneys_spect.dcm"), spect.manualKidneys(), reference, study,
                SPECT_STRUCTURES_SERIES, "Kidneys on SPECT", monitor);
        NiftiFiles.write(truth.resolve("kidneys_spect.nii.gz"), spect.trueKidneys());
    }

    private void structures(Path file, LabelMap kidneys, ImageReference image, StudyIdentity study, int series,
            String label, IProgressMonitor monitor) throws GlomeraException {
        writer.writeRtStruct(file, kidneys, image, study, StructureSetDescription.kidneys(series, label), monitor);
    }
}
