package org.glomera.registration;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/**
 * What a method gets. Made by {@link #of}; each {@code with} gives another task. All positions are patient coordinates,
 * DICOM LPS in millimetres.
 */
public final class RegistrationTask {

    private final Volume fixed;
    private final Volume moving;
    private final RigidTransform start;
    private final LabelMap fixedKidneys;
    private final LabelMap movingKidneys;
    private final String fixedFrameOfReference;
    private final String movingFrameOfReference;

    private RegistrationTask(Volume fixed, Volume moving, RigidTransform start, LabelMap fixedKidneys,
            LabelMap movingKidneys, String fixedFrameOfReference, String movingFrameOfReference) {
        this.fixed = Objects.requireNonNull(fixed);
        this.moving = Objects.requireNonNull(moving);
        this.start = Objects.requireNonNull(start);
        this.fixedKidneys = fixedKidneys;
        this.movingKidneys = movingKidneys;
        this.fixedFrameOfReference = Objects.requireNonNull(fixedFrameOfReference);
        this.movingFrameOfReference = Objects.requireNonNull(movingFrameOfReference);
    }

    /**
     * A task that starts from where the scanner put the images, turns about the middle of the moving image, and knows of
     * no delineation and no frame of reference.
     *
     * @param fixed the image that stays, a CT in HU
     * @param moving the image that is moved, a SPECT in Bq/ml or counts, on its original grid
     */
    public static RegistrationTask of(Volume fixed, Volume moving) {
        return new RegistrationTask(fixed, moving, RigidTransform.identity(moving.grid().centreMm()), null, null, "", "");
    }

    /**
     * The same with a transform to begin with. A search starts there; the method {@code manual} takes it as it is.
     */
    public RegistrationTask withStart(RigidTransform transform) {
        return new RegistrationTask(fixed, moving, transform, fixedKidneys, movingKidneys, fixedFrameOfReference,
                movingFrameOfReference);
    }

    /** The same with a delineation of the kidneys in the fixed image: labels 1 and 2, on any grid in its space. */
    public RegistrationTask withFixedKidneys(LabelMap kidneys) {
        return new RegistrationTask(fixed, moving, start, Objects.requireNonNull(kidneys), movingKidneys,
                fixedFrameOfReference, movingFrameOfReference);
    }

    /** The same with a delineation of the kidneys in the moving image: labels 1 and 2, on any grid in its space. */
    public RegistrationTask withMovingKidneys(LabelMap kidneys) {
        return new RegistrationTask(fixed, moving, start, fixedKidneys, Objects.requireNonNull(kidneys),
                fixedFrameOfReference, movingFrameOfReference);
    }

    /**
     * The same with frames of reference (DICOM PS3.3, C.7.4.1.1.1): images that name the same UID share one patient space.
     *
     * @param fixedUid that of the fixed image; blank where it is not known
     * @param movingUid that of the moving image; blank where it is not known
     */
    public RegistrationTask withFramesOfReference(String fixedUid, String movingUid) {
        return new RegistrationTask(fixed, moving, start, fixedKidneys, movingKidneys, fixedUid, movingUid);
    }

    /** The image that stays. */
    public Volume fixed() {
        return fixed;
    }

    /** The image that is moved. */
    public Volume moving() {
        return moving;
    }

    /** Where to begin. */
    public RigidTransform start() {
        return start;
    }

    /** The kidneys in the fixed image. */
    public Optional<LabelMap> fixedKidneys() {
        return Optional.ofNullable(fixedKidneys);
    }

    /** The kidneys in the moving image. */
    public Optional<LabelMap> movingKidneys() {
        return Optional.ofNullable(movingKidneys);
    }

    /** The frame of reference UID of the fixed image, where it is known. */
    public Optional<String> fixedFrameOfReference() {
        return known(fixedFrameOfReference);
    }

    /** The frame of reference UID of the moving image, where it is known. */
    public Optional<String> movingFrameOfReference() {
        return known(movingFrameOfReference);
    }

    private static Optional<String> known(String uid) {
        return Optional.of(uid).map(String::strip).filter(text -> !text.isEmpty());
    }
}
