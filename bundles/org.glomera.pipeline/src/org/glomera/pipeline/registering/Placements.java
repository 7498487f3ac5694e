package org.glomera.pipeline.registering;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.image.nifti.NiftiPlacement;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.MovedImage;
import org.glomera.study.RegistrationState;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyLock;

/**
 * Moves the SPECT of a case, with what was drawn on it, and moves it back. What is to be done is written before anything
 * is moved, so whatever interrupts the work, {@link #settle} ends it. Only the writer of a study calls what writes.
 */
public final class Placements {

    private static final System.Logger LOG = System.getLogger(Placements.class.getName());

    private static final List<CaseFile> MOVED = List.of(CaseFile.SPECT, CaseFile.KIDNEYS_SPECT);

    private Placements() {
    }

    /** The images that a registration of a case moves, as they were imported. */
    static List<MovedImage> originals(StudyFolder study, CaseInfo info) throws GlomeraException {
        Optional<CaseRegistration> there = CaseRegistration.read(study, info.id());
        if (there.isPresent()) {
            requireInPlace(study, info.id(), there.get());
            return there.get().images();
        }
        List<MovedImage> images = new ArrayList<>();
        for (CaseFile file : MOVED) {
            if (info.has(file)) {
                Path path = study.caseFile(info.id(), file);
                Grid grid = NiftiFiles.readGrid(path);
                images.add(new MovedImage(file, List.of(grid.nx(), grid.ny(), grid.nz()),
                        Matrices.rows(grid.voxelToPatientMm()), NiftiPlacement.read(path)));
            }
        }
        return images;
    }

    /** The grid of an image as it was imported. */
    static Grid originalGrid(MovedImage image) throws GlomeraException {
        try {
            return new Grid(image.voxels().get(0), image.voxels().get(1), image.voxels().get(2),
                    Matrices.affine(image.originalVoxelToPatientMm()));
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.INPUT, "The registration of a case cannot be used: " + e.getMessage()
                    + " Import the case again.", e);
        }
    }

    /** The grid of an image after a registration. */
    static Grid movedGrid(MovedImage image, CaseRegistration registration) throws GlomeraException {
        Grid original = originalGrid(image);
        return new Grid(original.nx(), original.ny(), original.nz(),
                affine(registration).after(original.voxelToPatientMm()));
    }

    private static Affine3 affine(CaseRegistration registration) throws GlomeraException {
        try {
            return Matrices.affine(registration.spectToCtMm());
        } catch (IllegalArgumentException e) {
            throw new GlomeraException(Kind.INPUT, "The registration of a case cannot be used: " + e.getMessage()
                    + " Import the case again.", e);
        }
    }

    /**
     * Moves the images of a case where a registration says, from where they were imported.
     *
     * @throws GlomeraException when an image cannot be moved; all lie as before then
     */
    static void apply(StudyFolder study, String caseId, CaseRegistration registration) throws GlomeraException {
        Optional<CaseRegistration> before = CaseRegistration.read(study, caseId);
        if (before.isPresent()) {
            requireInPlace(study, caseId, before.get());
        }
        Map<Path, String> old = new LinkedHashMap<>();
        for (MovedImage image : registration.images()) {
            Path file = study.caseFile(caseId, image.image());
            old.put(file, NiftiPlacement.read(file));
        }
        registration.withState(RegistrationState.APPLYING).write(study, caseId);
        try {
            finish(study, caseId, registration);
        } catch (GlomeraException e) {
            for (Map.Entry<Path, String> each : old.entrySet()) {
                NiftiPlacement.write(each.getKey(), each.getValue(), new NullProgressMonitor());
            }
            if (before.isPresent()) {
                before.get().write(study, caseId);
            } else {
                remove(CaseRegistration.file(study, caseId));
            }
            throw e;
        }
    }

    private static void finish(StudyFolder study, String caseId, CaseRegistration registration)
            throws GlomeraException {
        for (MovedImage image : registration.images()) {
            Path file = study.caseFile(caseId, image.image());
            NiftiPlacement.write(file, NiftiPlacement.of(file, movedGrid(image, registration)),
                    new NullProgressMonitor());
        }
        registration.withState(RegistrationState.APPLIED).write(study, caseId);
        remove(CaseRegistration.proposedFile(study, caseId));
    }

    /**
     * Moves the images of a case back to where they were imported, to the last byte of their geometry, and forgets what
     * was proposed.
     *
     * @return whether there was anything to undo
     */
    static boolean undo(StudyFolder study, String caseId) throws GlomeraException {
        Optional<CaseRegistration> there = CaseRegistration.read(study, caseId);
        if (there.isPresent()) {
            requireInPlace(study, caseId, there.get());
            there.get().withState(RegistrationState.UNDOING).write(study, caseId);
            goBack(study, caseId, there.get());
        }
        return remove(CaseRegistration.proposedFile(study, caseId)) || there.isPresent();
    }

    private static void goBack(StudyFolder study, String caseId, CaseRegistration registration)
            throws GlomeraException {
        for (MovedImage image : registration.images()) {
            if (!NiftiPlacement.isPlacement(image.originalHeader())) {
                throw new GlomeraException(Kind.INPUT, "'" + CaseRegistration.file(study, caseId) + "' does not say where"
                        + " the images lay before. Import the case again.");
            }
            NiftiPlacement.write(study.caseFile(caseId, image.image()), image.originalHeader(),
                    new NullProgressMonitor());
        }
        remove(CaseRegistration.file(study, caseId));
    }

    /**
     * Ends what an interrupted registration began, in every case of a study that is locked by the caller. A case in which
     * that cannot be done is logged and left, so that it can be imported again.
     */
    public static void settle(StudyFolder study) throws GlomeraException {
        for (String caseId : study.caseIds()) {
            try {
                settle(study, caseId);
            } catch (GlomeraException e) {
                LOG.log(Level.WARNING, "An interrupted registration could not be ended.", e);
            }
        }
    }

    /** Ends what an interrupted registration of a case began, in a study that is locked by the caller. */
    public static void settle(StudyFolder study, String caseId) throws GlomeraException {
        if (Files.exists(CaseRegistration.file(study, caseId))) {
            CaseRegistration there = CaseRegistration.read(study, caseId).orElseThrow();
            if (there.state() == RegistrationState.APPLYING) {
                finish(study, caseId, there);
            } else if (there.state() == RegistrationState.UNDOING) {
                goBack(study, caseId, there);
            }
        }
    }

    /** As {@link #settle(StudyFolder, String)}, for a reader: nothing is done while somebody else writes in the study. */
    public static void settleIfFree(StudyFolder study, String caseId) throws GlomeraException {
        Optional<CaseRegistration> there = CaseRegistration.read(study, caseId);
        boolean settled = there.isEmpty() || there.get().state() == RegistrationState.APPLIED;
        if (settled || study.isBeingWritten()) {
            return;
        }
        try (StudyLock lock = study.lock()) {
            Objects.requireNonNull(lock);
            settle(study, caseId);
        }
    }

    /**
     * Forgets the registration of a case whose images are about to be written anew, as they are imported.
     *
     * @return a remark for the case when its SPECT had been moved; empty otherwise
     */
    public static Optional<String> drop(StudyFolder study, String caseId) throws GlomeraException {
        boolean applied = remove(CaseRegistration.file(study, caseId));
        boolean proposed = remove(CaseRegistration.proposedFile(study, caseId));
        return applied ? Optional.of("The SPECT had been registered to the CT; the images changed, so it lies as it was"
                + " imported. Register it again.")
                : proposed ? Optional.of("A registration had been proposed for other images of this case; it was dropped.")
                        : Optional.empty();
    }

    /** Somebody else may have written the images since. */
    private static void requireInPlace(StudyFolder study, String caseId, CaseRegistration there)
            throws GlomeraException {
        for (MovedImage image : there.images()) {
            Path file = study.caseFile(caseId, image.image());
            if (!NiftiPlacement.read(file).equals(NiftiPlacement.of(file, movedGrid(image, there)))) {
                throw new GlomeraException(Kind.INPUT, "The file " + file + " does not lie where the registration of the"
                        + " case put it: it was written by something else since. Import the case again.");
            }
        }
    }

    private static boolean remove(Path file) throws GlomeraException {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + file + " cannot be removed: " + e.getMessage()
                    + ". Check the permissions of the study folder.", e);
        }
    }
}
