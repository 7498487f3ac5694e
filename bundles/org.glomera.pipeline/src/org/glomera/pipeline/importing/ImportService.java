package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.progress.SideBySide;
import org.glomera.dicom.LeftOut;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportReport.ImportedCase;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.work.ShareMonitor;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/**
 * Reads images and delineations of folders into the cases of a study. Patients are worked on side by side; what comes out does not depend
 * on the number of threads. Cases that the study has of other patients are never touched.
 */
public final class ImportService {

    /** Share of the work that finding the series is. */
    private static final double DISCOVERY = 0.1;

    /** Texts that archives put beside images; other names without a dot are those of DICOM files. */
    private static final Set<String> TEXTS = Set.of("LICENSE", "LICENCE", "README", "COPYING", "NOTICE", "CHANGES",
            "VERSION");

    private final Components components;

    /** Makes a service that reads with the readers of {@code components}. */
    public ImportService(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Imports into a study that is locked by the caller. */
    public ImportReport run(ImportRequest request, StudyFolder study, StageReporter reporter) throws GlomeraException {
        reporter.tell("Looking for images", 0);
        Readers readers = new Readers(components, request.rules());
        ImportSource source = ImportSource.find(request.dicomFolders(), request.listed(), readers,
                new ShareMonitor(reporter, 0, DISCOVERY));
        KnownCases known = KnownCases.of(study.root());
        PatientList.Result patients = PatientList.of(source, known, request.roles());
        List<Outcome> outcomes = importAll(patients.patients(), readers, known, request.roles(), study, reporter);
        List<LeftOutNote> notes = notes(source, patients.leftOut());
        notes.addAll(gone(request.roles(), outcomes, source));
        ImportReport report = report(source, notes, outcomes);
        if (report.cases().isEmpty()) {
            throw new GlomeraException(Kind.INPUT, names(source) + " holds no case that can be "
                    + "imported: " + reasonForNothing(report) + " Give a folder with CT or SPECT/CT series.");
        }
        StudyJson.write(study.root().resolve("import.json"),
                Privacy.masked(report, source));
        reporter.done(report.cases().size() + " cases, " + report.leftOut().size() + " items left out");
        return report;
    }

    private static String names(ImportSource source) {
        return source.folders().isEmpty() ? "What was given" : "The folder "
                + source.folders().stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static String reasonForNothing(ImportReport report) {
        return report.leftOut().stream().filter(LeftOutItem::faulty).findFirst().or(() -> report.leftOut().stream()
                .filter(item -> item.reason().contains(ImageList.NAME)).findFirst())
                .map(item -> item.what() + ": " + item.reason()).orElse("no CT and no SPECT was found.");
    }

    private static List<Outcome> importAll(List<Patient> patients, Readers readers, KnownCases known,
            RoleAssignment assignment, StudyFolder study, StageReporter reporter) throws GlomeraException {
        AtomicInteger done = new AtomicInteger();
        return SideBySide.all(patients, reporter.cancelOnly(), (patient, monitor) -> {
            Outcome outcome = new PatientImport(readers, study, known).run(patient, assignment, monitor);
            int count = done.incrementAndGet();
            reporter.tell("Patient " + patient.pseudonym() + ", " + count + " of " + patients.size(),
                    DISCOVERY + (1 - DISCOVERY) * count / patients.size());
            return outcome;
        });
    }

    /** The files and series that no patient's cases could have. */
    static List<LeftOutNote> notes(ImportSource source, List<LeftOutNote> unknown) {
        List<LeftOutNote> notes = new ArrayList<>();
        for (LeftOut left : source.discovery().leftOut()) {
            String name = left.path().getFileName().toString();
            boolean faulty = name.endsWith(".dcm") || !name.contains(".") && !TEXTS.contains(name);
            if (!source.files().uses(left.path())) {
                notes.add(new LeftOutNote(left.path(), left.reason(), faulty));
            }
        }
        notes.addAll(source.files().notes());
        notes.addAll(unknown);
        return notes;
    }

    /** The cases that somebody chose and that are not in the folder any more. */
    private static List<LeftOutNote> gone(RoleAssignment assignment, List<Outcome> outcomes, ImportSource source) {
        if (!(assignment instanceof RoleAssignment.Chosen chosen)) {
            return List.of();
        }
        Set<String> missing = new TreeSet<>(chosen.cases().keySet());
        outcomes.forEach(outcome -> missing.removeAll(outcome.planned()));
        return missing.stream().map(id -> LeftOutNote.faulty(source.where(), "Case " + id + " was not imported,"
                + " since its files are no longer there. Look through the folder again.")).toList();
    }

    private static ImportReport report(ImportSource source, List<LeftOutNote> notes, List<Outcome> outcomes) {
        List<LeftOutItem> leftOut = new ArrayList<>();
        notes.forEach(note -> leftOut.add(source.item(note)));
        List<ImportedCase> cases = new ArrayList<>();
        int alreadyThere = 0;
        for (Outcome outcome : outcomes) {
            outcome.leftOut().forEach(note -> leftOut.add(source.item(note)));
            outcome.cases().forEach(info -> cases.add(imported(info)));
            alreadyThere += outcome.alreadyThere();
        }
        return new ImportReport(cases, alreadyThere, leftOut);
    }

    private static ImportedCase imported(CaseInfo info) {
        return new ImportedCase(info.id(), info.acquisition().word(), info.role().word(),
                info.available().stream().map(CaseFile::word).toList(), info.remarks());
    }

    /**
     * What one patient's import gave.
     *
     * @param planned the ids of the patient's cases, wanted or not
     * @param cases the cases that were made
     * @param alreadyThere how many of them were there before
     * @param leftOut what was left out
     */
    record Outcome(List<String> planned, List<CaseInfo> cases, int alreadyThere, List<LeftOutNote> leftOut) {

        Outcome {
            planned = List.copyOf(planned);
            cases = List.copyOf(cases);
            leftOut = List.copyOf(leftOut);
        }
    }
}
