package org.glomera.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;

/**
 * How the SPECT of a case is brought onto its CT: the content of {@code registration.json}, where it was applied, and of
 * {@code registration.proposed.json}, where it waits for somebody to look at it. A position p of the SPECT as it was
 * imported is moved to {@code R (p - centre) + centre + shift} with {@code R = Rz Ry Rx}, all in patient millimetres (DICOM
 * LPS). Applying it moves the geometry of {@code spect.nii.gz} and {@code kidneys_spect.nii.gz}; no voxel changes.
 *
 * @param state what became of it
 * @param method id of the method that found it
 * @param shiftMm the shift along x, y and z in millimetres
 * @param rotationDegrees the angles about x, y and z in degrees
 * @param centreMm the point about which it turns: the middle of the SPECT as it was imported
 * @param spectToCtMm the same as the upper three rows of a matrix, from patient millimetres to patient millimetres
 * @param score what the scores are
 * @param scoreBefore how well SPECT and CT fit as they were imported; NaN where that is not defined
 * @param scoreAfter how well they fit afterwards; NaN likewise
 * @param kidneysDiceBefore Dice coefficient of the kidneys drawn on the SPECT with those drawn on the CT as they were
 *        imported; NaN where one is missing
 * @param kidneysDiceAfter the same afterwards
 * @param warnings reasons not to trust it without looking, a sentence each
 * @param made when it was found
 * @param madeWith program and version that found it
 * @param images what it moves, as it lay before
 */
public record CaseRegistration(RegistrationState state, String method, List<Double> shiftMm,
        List<Double> rotationDegrees, List<Double> centreMm, List<List<Double>> spectToCtMm, String score,
        double scoreBefore, double scoreAfter, double kidneysDiceBefore, double kidneysDiceAfter, List<String> warnings,
        Instant made, String madeWith, List<MovedImage> images) {

    private static final String FILE = "registration.json";
    private static final String PROPOSED_FILE = "registration.proposed.json";

    /** Copies the lists; refuses other sizes, numbers that are not finite and a registration that moves nothing. */
    public CaseRegistration {
        Objects.requireNonNull(state, "state is missing");
        if (method.isBlank()) {
            throw new IllegalArgumentException("the method is not named");
        }
        shiftMm = Copies.numbers("shiftMm", shiftMm, 3);
        rotationDegrees = Copies.numbers("rotationDegrees", rotationDegrees, 3);
        centreMm = Copies.numbers("centreMm", centreMm, 3);
        spectToCtMm = Copies.rows("spectToCtMm", spectToCtMm, 3);
        Objects.requireNonNull(score, "score is missing");
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(made, "made is missing");
        Objects.requireNonNull(madeWith, "madeWith is missing");
        images = List.copyOf(images);
        if (images.stream().noneMatch(each -> each.image() == CaseFile.SPECT)) {
            throw new IllegalArgumentException("a registration moves a SPECT, this one does not");
        }
    }

    /** This registration in another state. */
    public CaseRegistration withState(RegistrationState newState) {
        return new CaseRegistration(newState, method, shiftMm, rotationDegrees, centreMm, spectToCtMm, score, scoreBefore,
                scoreAfter, kidneysDiceBefore, kidneysDiceAfter, warnings, made, madeWith, images);
    }

    /** Whether nothing speaks against it. */
    public boolean trusted() {
        return warnings.isEmpty();
    }

    /** Length of the shift in millimetres: how far the middle of the SPECT goes. */
    public double distanceMm() {
        return Math.sqrt(shiftMm.stream().mapToDouble(each -> each * each).sum());
    }

    /** The angle of the whole rotation about its own axis, 0 to 180 degrees. */
    public double angleDegrees() {
        double trace = 0;
        double twiceSineSquared = 0;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            trace += spectToCtMm.get(i).get(i);
            double off = spectToCtMm.get(i).get(j) - spectToCtMm.get(j).get(i);
            twiceSineSquared += off * off;
        }
        return Math.toDegrees(Math.atan2(Math.sqrt(twiceSineSquared), trace - 1));
    }

    /**
     * The registration that a case's images follow, or are on their way to or from.
     *
     * @return empty when they lie as they were imported
     */
    public static Optional<CaseRegistration> read(StudyFolder study, String caseId) throws GlomeraException {
        return read(file(study, caseId));
    }

    /** The registration that was found for a case and not applied. */
    public static Optional<CaseRegistration> readProposed(StudyFolder study, String caseId) throws GlomeraException {
        return read(proposedFile(study, caseId));
    }

    private static Optional<CaseRegistration> read(Path file) throws GlomeraException {
        return Files.exists(file) ? Optional.of(StudyJson.read(file, CaseRegistration.class)) : Optional.empty();
    }

    /** Writes it to the file of its state. */
    public void write(StudyFolder study, String caseId) throws GlomeraException {
        StudyJson.write(state == RegistrationState.PROPOSED ? proposedFile(study, caseId) : file(study, caseId), this);
    }

    /** {@code registration.json} of a case, which need not be there. */
    public static Path file(StudyFolder study, String caseId) throws GlomeraException {
        return study.caseFolder(caseId).resolve(FILE);
    }

    /** {@code registration.proposed.json} of a case, which need not be there. */
    public static Path proposedFile(StudyFolder study, String caseId) throws GlomeraException {
        return study.caseFolder(caseId).resolve(PROPOSED_FILE);
    }
}
