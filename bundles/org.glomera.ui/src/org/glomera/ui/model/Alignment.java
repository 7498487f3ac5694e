package org.glomera.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.StudyFolder;

/**
 * Whether and how the SPECT of a case was brought onto its CT.
 *
 * @param applied the registration that its images follow; empty when they lie as they were imported
 * @param proposed a registration that was found and waits to be looked at
 */
public record Alignment(Optional<CaseRegistration> applied, Optional<CaseRegistration> proposed) {

    /** As it was imported. */
    public static final Alignment NONE = new Alignment(Optional.empty(), Optional.empty());

    /** Refuses missing parts. */
    public Alignment {
        Objects.requireNonNull(applied);
        Objects.requireNonNull(proposed);
    }

    /** Reads it from the files of a case. */
    static Alignment read(StudyFolder study, CaseInfo info) throws GlomeraException {
        return canBe(info) ? new Alignment(CaseRegistration.read(study, info.id()),
                CaseRegistration.readProposed(study, info.id())) : NONE;
    }

    /** Whether a case has what a registration needs. */
    public static boolean canBe(CaseInfo info) {
        return info.has(CaseFile.CT) && info.has(CaseFile.SPECT);
    }

    /** In few words, for instance {@code registered 12.3 mm, 1.5°}; empty when it lies as it was imported. */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        applied.ifPresent(each -> parts.add("registered " + inWords(each)));
        proposed.ifPresent(each -> parts.add("proposed " + inWords(each)));
        return String.join("; ", parts);
    }

    /** How far a registration moves, and how many warnings it has. */
    public static String inWords(CaseRegistration registration) {
        int warnings = registration.warnings().size();
        return String.format(Locale.ROOT, "%.1f\u00a0mm, %.1f\u00b0", registration.distanceMm(),
                registration.angleDegrees())
                + (warnings == 0 ? "" : warnings == 1 ? ", 1 warning" : ", " + warnings + " warnings");
    }
}
