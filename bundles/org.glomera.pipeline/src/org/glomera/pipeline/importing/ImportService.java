package org.glomera.pipeline.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.LeftOut;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportReport.ImportedCase;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.ImportRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.work.SideBySide;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Names;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/**
 * Reads a DICOM folder into the cases of a study. Patients are worked on side by side; what comes out does not depend
 * on the number of threads. A patient's identifier becomes a pseudonym (P001 and so on, in the order of the
 * identifiers), unless the cohort is one of phantoms.
 */
public final class ImportService {

    /** Share of the work that finding the series is. */
    private static final double DISCOVERY = 0.1;

    private final DicomToolkit toolkit;

    /** Makes a service that reads with {@code toolkit}. */
    public ImportService(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /** Imports into a study that is locked by the caller. */
    public ImportReport run(ImportRequest request, StudyFolder study, StageReporter reporter) throws GlomeraException {
        Path folder = request.dicomFolder().toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new GlomeraException(Kind.INPUT, "The DICOM folder " + folder
                    + " is not there. Check the path.");
        }
        reporter.tell("Looking for DICOM series", 0);
        Discovery discovery = new DicomDiscovery(toolkit).discover(folder, reporter.cancelOnly());
        Optional<CohortFile> cohort = CohortFile.beside(folder);
        Optional<PhantomTruthFile> truth = PhantomTruthFile.beside(folder, cohort);
        List<LeftOutNote> unknown = new ArrayList<>();
        Map<String, Patient> patients = patients(request, discovery, cohort, truth, unknown);
        List<Outcome> outcomes = importAll(patients, truth, study, reporter);
        ImportReport report = report(folder, discovery, unknown, outcomes);
        if (report.cases().isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The folder " + folder + " holds no case that can be imported: "
                    + reasonForNothing(report) + " Give a folder with CT or SPECT/CT series.");
        }
        StudyJson.write(study.root().resolve("import.json"), Privacy.masked(report, discovery, truth.isPresent()));
        reporter.done(report.cases().size() + " cases, " + report.leftOut().size() + " items left out");
        return report;
    }

    private static String reasonForNothing(ImportReport report) {
        return report.leftOut().stream().filter(LeftOutItem::faulty).findFirst()
                .map(item -> item.what() + ": " + item.reason()).orElse("no CT or NM series was found.");
    }

    private static Map<String, Patient> patients(ImportRequest request, Discovery discovery,
            Optional<CohortFile> cohort, Optional<PhantomTruthFile> truth, List<LeftOutNote> unknown)
            throws GlomeraException {
        Map<String, List<DicomSeries>> byId = new TreeMap<>();
        for (DicomSeries series : discovery.series()) {
            if (!Set.of(CasePlanner.CT, CasePlanner.NM, CasePlanner.RTSTRUCT).contains(series.modality())) {
                unknown.add(LeftOutNote.harmless(series.folder(), "A series of the modality " + series.modality()
                        + " is not part of a case."));
            } else {
                // nameless studies are kept apart: whether they are of one patient cannot be known
                String patient = series.patientId().isBlank() ? "\u0000" + series.studyInstanceUid()
                        : series.patientId();
                byId.computeIfAbsent(patient, id -> new ArrayList<>()).add(series);
            }
        }
        Map<String, Role> roles = roles(request.roles(), byId, cohort);
        Map<String, Patient> patients = new TreeMap<>();
        for (Map.Entry<String, List<DicomSeries>> entry : byId.entrySet()) {
            boolean phantom = truth.isPresent() && truth.get().knows(entry.getKey());
            String pseudonym = phantom ? entry.getKey() : "P%03d".formatted(patients.size() + 1);
            patients.put(entry.getKey(), new Patient(Names.require("case", pseudonym),
                    roles.getOrDefault(entry.getKey(), Role.UNASSIGNED), entry.getValue()));
        }
        return patients;
    }

    private static Map<String, Role> roles(RoleAssignment assignment, Map<String, List<DicomSeries>> byId,
            Optional<CohortFile> cohort) throws GlomeraException {
        if (assignment instanceof RoleAssignment.Draw draw) {
            return draw(draw, byId);
        }
        return cohort.map(CohortFile::roles).orElse(Map.of());
    }

    private static Map<String, Role> draw(RoleAssignment.Draw draw, Map<String, List<DicomSeries>> byId)
            throws GlomeraException {
        List<String> withSpect = new ArrayList<>();
        byId.forEach((id, series) -> {
            if (series.stream().anyMatch(each -> each.modality().equals(CasePlanner.NM))) {
                withSpect.add(id);
            }
        });
        if (withSpect.size() <= draw.testCases()) {
            throw new GlomeraException(Kind.CONFIGURATION, draw.testCases() + " test cases were asked for, but the "
                    + "folder has " + withSpect.size() + " patients with a SPECT. Ask for fewer, so that some are left "
                    + "for training.");
        }
        Collections.shuffle(withSpect, new Random(draw.seed()));
        Set<String> test = new HashSet<>(withSpect.subList(0, draw.testCases()));
        return byId.keySet().stream()
                .collect(Collectors.toMap(id -> id, id -> test.contains(id) ? Role.TEST : Role.TRAINING));
    }

    private List<Outcome> importAll(Map<String, Patient> patients, Optional<PhantomTruthFile> truth,
            StudyFolder study, StageReporter reporter) throws GlomeraException {
        AtomicInteger done = new AtomicInteger();
        return SideBySide.all(List.copyOf(patients.entrySet()), reporter, (entry, monitor) -> {
            Map<String, Double> values = truth.isPresent() && truth.get().knows(entry.getKey())
                    ? truth.get().read(entry.getKey()) : Map.of();
            Outcome outcome = new PatientImport(toolkit, study).run(entry.getValue(), values, monitor);
            int count = done.incrementAndGet();
            reporter.tell("Patient " + entry.getValue().pseudonym() + ", " + count + " of " + patients.size(),
                    DISCOVERY + (1 - DISCOVERY) * count / patients.size());
            return outcome;
        });
    }

    private static ImportReport report(Path folder, Discovery discovery, List<LeftOutNote> unknown,
            List<Outcome> outcomes) {
        List<LeftOutItem> leftOut = new ArrayList<>();
        for (LeftOut left : discovery.leftOut()) {
            String name = left.path().getFileName().toString();
            boolean faulty = name.endsWith(".dcm") || !name.contains(".");
            if (!name.equals(CohortFile.NAME)) {
                leftOut.add(item(folder, new LeftOutNote(left.path(), left.reason(), faulty)));
            }
        }
        unknown.forEach(note -> leftOut.add(item(folder, note)));
        List<ImportedCase> cases = new ArrayList<>();
        int alreadyThere = 0;
        for (Outcome outcome : outcomes) {
            outcome.leftOut().forEach(note -> leftOut.add(item(folder, note)));
            outcome.cases().forEach(info -> cases.add(imported(info)));
            alreadyThere += outcome.alreadyThere();
        }
        return new ImportReport(cases, alreadyThere, leftOut);
    }

    private static LeftOutItem item(Path folder, LeftOutNote note) {
        Path path = note.path().toAbsolutePath().normalize();
        String what = path.startsWith(folder) && !path.equals(folder) ? folder.relativize(path).toString()
                : path.toString();
        return new LeftOutItem(what, note.reason(), note.faulty());
    }

    private static ImportedCase imported(CaseInfo info) {
        return new ImportedCase(info.id(), info.acquisition().word(), info.role().word(),
                info.available().stream().map(CaseFile::word).toList(), info.remarks());
    }

    /**
     * What one patient's import gave.
     *
     * @param cases the cases
     * @param alreadyThere how many of them were there before
     * @param leftOut what was left out
     */
    record Outcome(List<CaseInfo> cases, int alreadyThere, List<LeftOutNote> leftOut) {

        Outcome {
            cases = List.copyOf(cases);
            leftOut = List.copyOf(leftOut);
        }
    }
}
