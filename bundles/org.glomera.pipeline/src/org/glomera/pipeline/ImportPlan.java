package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.Role;

/**
 * What an import of folders into a study would do, found by headers and delineations; no pixel was read and nothing was
 * written. It names no patient as the hospital does. The import that is asked for {@link #chosen these cases} makes
 * exactly them, unless pixels turn out to be damaged or files changed meanwhile; its report says so then.
 *
 * @param dicomFolders what was looked through
 * @param listed the cases of image files that were asked for besides
 * @param studyFolder the study that the cases would come into
 * @param files how many files the folders hold
 * @param cases the cases that would come of it, ordered by patient
 * @param leftOut what would not become part of a case
 * @param hints what the user can say so that more is taken
 */
public record ImportPlan(List<Path> dicomFolders, List<ListedCase> listed, Path studyFolder, int files,
        List<PlannedCase> cases, List<LeftOutItem> leftOut, Set<ImportHint> hints) {

    /** What the study knows of a case. */
    public enum State {
        /** The study does not have it. */
        NEW("new"),
        /** The study has it from the same files: its images stay as they are. */
        THERE("already in the study"),
        /** The study has it from the same images, and some file was added or changed: it is made anew. */
        CHANGED("changed since it was imported"),
        /** The study has another case of this name, of phantoms only: the import would put this one in its place. */
        REPLACES("replaces another case");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** What a user is told. */
        public String words() {
            return words;
        }
    }

    /**
     * An image series.
     *
     * @param grid where its voxels lie, in patient millimetres
     * @param files of how many files
     */
    public record PlannedImage(Grid grid, int files) {

        /** Refuses a missing grid. */
        public PlannedImage {
            Objects.requireNonNull(grid);
        }

        /** Size and spacing, for instance {@code 512 × 512 × 90, 0.98 × 0.98 × 3.00 mm}. */
        public String inWords() {
            return String.format(Locale.ROOT, "%d × %d × %d, %.2f × %.2f × %.2f mm", grid.nx(), grid.ny(),
                    grid.nz(), grid.spacingMm().x(), grid.spacingMm().y(), grid.spacingMm().z());
        }
    }

    /**
     * A delineation of the kidneys, as it would be on the image's grid.
     *
     * @param rightMl volume of the right kidney in millilitres; NaN when it was not drawn
     * @param leftMl volume of the left kidney in millilitres; NaN when it was not drawn
     */
    public record PlannedKidneys(double rightMl, double leftMl) {

        /** For instance {@code right 168 ml, left not drawn}. */
        public String inWords() {
            return "right " + words(rightMl) + ", left " + words(leftMl);
        }

        private static String words(double ml) {
            return Double.isNaN(ml) ? "not drawn" : Math.round(ml) + " ml";
        }
    }

    /**
     * One case.
     *
     * @param caseId what its folder in the study would be called
     * @param patient pseudonym of the patient
     * @param acquisition with SPECT or without
     * @param role its role by the request's assignment
     * @param state what the study knows of it
     * @param ct the CT
     * @param spect the SPECT
     * @param kidneysCt the delineation on the CT
     * @param kidneysSpect the delineation on the SPECT
     * @param remarks what is unusual about it, a sentence each, as {@code case.json} will have them
     * @param fingerprint SHA-256 of what identifies its files; by it an import sees that they are still the same
     */
    public record PlannedCase(String caseId, String patient, Acquisition acquisition, Role role, State state,
            Optional<PlannedImage> ct, Optional<PlannedImage> spect, Optional<PlannedKidneys> kidneysCt,
            Optional<PlannedKidneys> kidneysSpect, List<String> remarks, String fingerprint) {

        /** Refuses missing parts. */
        public PlannedCase {
            Objects.requireNonNull(caseId);
            Objects.requireNonNull(patient);
            Objects.requireNonNull(acquisition);
            Objects.requireNonNull(role);
            Objects.requireNonNull(state);
            remarks = List.copyOf(remarks);
            Objects.requireNonNull(fingerprint);
        }

        /** The same case with other remarks. */
        public PlannedCase withRemarks(List<String> others) {
            return new PlannedCase(caseId, patient, acquisition, role, state, ct, spect, kidneysCt, kidneysSpect, others,
                    fingerprint);
        }

        /** The images and delineations that the case would have, in the order of {@link CaseFile}. */
        public List<CaseFile> available() {
            List<CaseFile> available = new ArrayList<>();
            ct.ifPresent(image -> available.add(CaseFile.CT));
            spect.ifPresent(image -> available.add(CaseFile.SPECT));
            kidneysCt.ifPresent(drawn -> available.add(CaseFile.KIDNEYS_CT));
            kidneysSpect.ifPresent(drawn -> available.add(CaseFile.KIDNEYS_SPECT));
            return available;
        }
    }

    /** Copies the lists. */
    public ImportPlan {
        dicomFolders = List.copyOf(dicomFolders);
        Objects.requireNonNull(studyFolder);
        cases = List.copyOf(cases);
        leftOut = List.copyOf(leftOut);
        hints = Set.copyOf(hints);
        listed = List.copyOf(listed);
    }

    /** What was left out because something is wrong with it. */
    public List<LeftOutItem> faulty() {
        return leftOut.stream().filter(LeftOutItem::faulty).toList();
    }

    /** How many files and series are of no use to an import, text files for instance. */
    public int uselessCount() {
        return leftOut.size() - faulty().size();
    }

    /**
     * The assignment by which an import makes some of these cases.
     *
     * @param roles the role of each case that is wanted, by the id of the case; others are left alone
     */
    public RoleAssignment.Chosen chosen(Map<String, Role> roles) {
        Map<String, RoleAssignment.Choice> choices = new LinkedHashMap<>();
        for (PlannedCase planned : cases) {
            Role role = roles.get(planned.caseId());
            if (role != null) {
                choices.put(planned.caseId(), new RoleAssignment.Choice(planned.fingerprint(), role));
            }
        }
        return new RoleAssignment.Chosen(choices);
    }

    /**
     * Draws the roles of these cases as {@link RoleAssignment.Draw} does.
     *
     * @param caseIds the cases among which the draw is made; a patient is drawn with all of them
     * @param draw how many patients are for testing, and the seed
     * @return the role of each case
     * @throws GlomeraException when there are not more patients with a SPECT than test cases asked for
     */
    public Map<String, Role> draw(List<String> caseIds, RoleAssignment.Draw draw) throws GlomeraException {
        Map<String, Boolean> spectByPatient = new LinkedHashMap<>();
        for (PlannedCase planned : cases) {
            if (caseIds.contains(planned.caseId())) {
                spectByPatient.merge(planned.patient(), planned.spect().isPresent(), Boolean::logicalOr);
            }
        }
        Map<String, Role> byPatient = draw.among(spectByPatient);
        return cases.stream().filter(planned -> caseIds.contains(planned.caseId()))
                .collect(Collectors.toMap(PlannedCase::caseId, planned -> byPatient.get(planned.patient())));
    }

    /** What was found, in one sentence. */
    public String summary() {
        if (cases.isEmpty()) {
            return count(files, "file was", "files were") + " looked at; no case can be made of them.";
        }
        long patients = cases.stream().map(PlannedCase::patient).distinct().count();
        long hybrid = cases.stream().filter(each -> each.acquisition() == Acquisition.SPECT_CT).count();
        List<String> parts = new ArrayList<>();
        if (hybrid > 0) {
            parts.add(hybrid + " SPECT/CT");
        }
        if (hybrid < cases.size()) {
            parts.add(cases.size() - hybrid + " diagnostic CT");
        }
        long there = cases.stream().filter(each -> each.state() == State.THERE).count();
        return count(cases.size(), "case", "cases") + " of " + count(patients, "patient", "patients") + " in "
                + count(files, "file", "files") + ": " + String.join(", ", parts)
                + (there == 0 ? "" : "; " + there + " already in the study")
                + (faulty().isEmpty() ? "" : "; " + count(faulty().size(), "problem", "problems"))
                + (uselessCount() == 0 ? "" : "; " + count(uselessCount(), "item", "items") + " of no use") + ".";
    }

    private static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
