package org.glomera.pipeline.registering;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.pipeline.RegisterRequest.Movement;
import org.glomera.registration.RigidTransform;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.MovedImage;
import org.glomera.study.StudyFolder;

/**
 * Where the SPECT of a case lies: as it was imported, where it was brought, and where it might be brought.
 *
 * @param original the grid of the SPECT as it was imported
 * @param applied the registration that its images follow; empty when they lie as they were imported
 * @param proposed a registration that was found and not applied
 */
public record SpectOnCt(Grid original, Optional<CaseRegistration> applied, Optional<CaseRegistration> proposed) {

    /** Refuses missing parts. */
    public SpectOnCt {
        Objects.requireNonNull(original);
        Objects.requireNonNull(applied);
        Objects.requireNonNull(proposed);
    }

    /**
     * Reads where the SPECT of a case lies.
     *
     * @return empty when the case has not both SPECT and CT
     */
    public static Optional<SpectOnCt> read(StudyFolder study, String caseId) throws GlomeraException {
        CaseInfo info = study.requireCase(caseId);
        if (!info.has(CaseFile.CT) || !info.has(CaseFile.SPECT)) {
            return Optional.empty();
        }
        List<MovedImage> originals = Placements.originals(study, info);
        MovedImage spect = originals.stream().filter(each -> each.image() == CaseFile.SPECT).findFirst().orElseThrow();
        return Optional.of(new SpectOnCt(Placements.originalGrid(spect), CaseRegistration.read(study, caseId),
                CaseRegistration.readProposed(study, caseId)));
    }

    /** The middle of the SPECT as it was imported, about which it turns. */
    public Vector3 middleMm() {
        return original.centreMm();
    }

    /** The movement that was applied; none when none was. */
    public RigidTransform appliedTransform() {
        return applied.map(this::transform).orElseGet(() -> RigidTransform.identity(middleMm()));
    }

    /** The movement of a registration of this case. */
    public RigidTransform transform(CaseRegistration registration) {
        return new RigidTransform(Matrices.vector(registration.centreMm()),
                Matrices.vector(registration.rotationDegrees()), Matrices.vector(registration.shiftMm())).about(middleMm());
    }

    /** The movement of six numbers. */
    public RigidTransform transform(Movement movement) {
        return new RigidTransform(middleMm(), movement.rotationDegrees(), movement.shiftMm());
    }

    /** The six numbers of a movement. */
    public Movement movement(RigidTransform transform) {
        RigidTransform ours = transform.about(middleMm());
        return new Movement(ours.shiftMm(), ours.rotationDegrees());
    }

    /** The grid of the SPECT, and of what was drawn on it, after a movement from where it was imported. */
    public Grid moved(RigidTransform transform) {
        return new Grid(original.nx(), original.ny(), original.nz(),
                transform.toAffine().after(original.voxelToPatientMm()));
    }
}
