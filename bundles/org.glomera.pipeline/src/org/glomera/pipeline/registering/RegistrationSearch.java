package org.glomera.pipeline.registering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.Support;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.RegisterRequest.Movement;
import org.glomera.pipeline.work.Versions;
import org.glomera.registration.Registration;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationTask;
import org.glomera.registration.RigidTransform;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseFrames;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.MovedImage;
import org.glomera.study.RegistrationState;
import org.glomera.study.StudyFolder;

/** Finds the movement that brings the SPECT of a case onto its CT. Reads, never writes. Stateless. */
final class RegistrationSearch {

    /** Overlap of two people's kidneys changes by this much when nothing is wrong: breathing, and a voxel's steps. */
    private static final double MUCH_LESS_OVERLAP = 0.05;

    private final StudyFolder study;

    RegistrationSearch(StudyFolder study) {
        this.study = study;
    }

    /**
     * Finds a movement, from where the images of a case were imported.
     *
     * @return a proposal
     * @throws GlomeraException when the method cannot work on the case; the sentence says why
     */
    CaseRegistration find(CaseInfo info, String methodId, RegistrationMethod method, Optional<Movement> start,
            IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        List<MovedImage> originals = Placements.originals(study, info);
        progress.subTask("Reading the images of " + info.id());
        RegistrationTask task = task(info, originals, start, progress.split(10));
        Support support = method.supports(task);
        if (!support.supported()) {
            throw new GlomeraException(Kind.INPUT, "The method '" + methodId + "' cannot register case " + info.id() + ": "
                    + support.reason());
        }
        progress.subTask("Registering " + info.id());
        Registration found = method.register(task, progress.split(88));
        RigidTransform transform = found.transform().about(middle(originals));
        double before = overlap(task, RigidTransform.identity(transform.centreMm()));
        double after = overlap(task, transform);
        progress.worked(2);
        return new CaseRegistration(RegistrationState.PROPOSED, methodId, Matrices.numbers(transform.shiftMm()),
                Matrices.numbers(transform.rotationDegrees()), Matrices.numbers(transform.centreMm()),
                Matrices.rows(transform.toAffine()), found.scoreName(), found.scoreBefore(), found.scoreAfter(), before, after,
                warnings(found.warnings(), before, after), Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Versions.program(), originals);
    }

    private static List<String> warnings(List<String> ofMethod, double before, double after) {
        List<String> warnings = new ArrayList<>(ofMethod);
        if (after < before - MUCH_LESS_OVERLAP) {
            warnings.add(String.format(Locale.ROOT, "The kidneys drawn on SPECT and CT overlap less than before (Dice %.2f,"
                    + " before %.2f). Look at the case.", after, before));
        }
        return warnings;
    }

    private RegistrationTask task(CaseInfo info, List<MovedImage> originals, Optional<Movement> start,
            IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 4);
        Volume ct = NiftiFiles.readVolume(study.caseFile(info.id(), CaseFile.CT), Quantity.HOUNSFIELD, progress.split(1));
        Volume moved = NiftiFiles.readVolume(study.caseFile(info.id(), CaseFile.SPECT), Quantity.ACTIVITY_CONCENTRATION,
                progress.split(1));
        Volume spect = new Volume(original(originals, CaseFile.SPECT), moved.quantity(), moved.values());
        RegistrationTask task = RegistrationTask.of(ct, spect);
        if (info.has(CaseFile.KIDNEYS_CT)) {
            task = task.withFixedKidneys(NiftiFiles.readLabelMap(study.caseFile(info.id(), CaseFile.KIDNEYS_CT),
                    progress.split(1)));
        }
        if (info.has(CaseFile.KIDNEYS_SPECT)) {
            LabelMap drawn = NiftiFiles.readLabelMap(study.caseFile(info.id(), CaseFile.KIDNEYS_SPECT),
                    progress.split(1));
            task = task.withMovingKidneys(new LabelMap(original(originals, CaseFile.KIDNEYS_SPECT), drawn.labels()));
        }
        Optional<CaseFrames> frames = CaseFrames.read(study, info.id());
        if (frames.isPresent()) {
            task = task.withFramesOfReference(frames.get().ct(), frames.get().spect());
        }
        return start.isEmpty() ? task : task.withStart(transform(start.get(), middle(originals)));
    }

    private static RigidTransform transform(Movement movement, Vector3 middleMm) {
        return new RigidTransform(middleMm, movement.rotationDegrees(), movement.shiftMm());
    }

    /** The middle of the SPECT as it was imported, about which all movements of a case are expressed. */
    static Vector3 middle(List<MovedImage> originals) throws GlomeraException {
        return original(originals, CaseFile.SPECT).centreMm();
    }

    private static Grid original(List<MovedImage> originals, CaseFile file) throws GlomeraException {
        return Placements.originalGrid(originals.stream().filter(each -> each.image() == file).findFirst().orElseThrow());
    }

    private static double overlap(RegistrationTask task, RigidTransform transform) {
        if (task.fixedKidneys().isEmpty() || task.movingKidneys().isEmpty()) {
            return Double.NaN;
        }
        LabelMap drawn = task.movingKidneys().get();
        Affine3 moved = transform.toAffine().after(drawn.grid().voxelToPatientMm());
        return KidneyOverlap.dice(task.fixedKidneys().get(), new LabelMap(new Grid(drawn.grid().nx(), drawn.grid().ny(),
                drawn.grid().nz(), moved), drawn.labels()));
    }
}
