package org.glomera.pipeline.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DrawnKidneysReader;
import org.glomera.dicom.Emission;
import org.glomera.pipeline.ListedCase;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.study.CaseInfo;
import org.glomera.study.Names;
import org.glomera.study.Role;

/**
 * The patients of an import. A patient's identifier becomes a pseudonym: the one that the study already has for the
 * patient's studies, else the next free of P001 and so on, in the order of the identifiers; a phantom keeps its own.
 */
final class PatientList {

    /** Comes before the name of a patient of a list, so that it is never taken for an identifier of DICOM. */
    private static final String LISTED = "\u0001";

    private final ImportSource source;
    private final KnownCases known;
    private final List<LeftOutNote> unknown = new ArrayList<>();
    private final Map<String, List<DicomSeries>> byId = new TreeMap<>();
    private final Map<String, List<ListedCase>> listed = new LinkedHashMap<>();

    private PatientList(ImportSource source, KnownCases known) {
        this.source = source;
        this.known = known;
    }

    /**
     * The patients.
     *
     * @param patients in the order of their identifiers
     * @param leftOut series that are no part of any case
     */
    record Result(List<Patient> patients, List<LeftOutNote> leftOut) {

        Result {
            patients = List.copyOf(patients);
            leftOut = List.copyOf(leftOut);
        }
    }

    static Result of(ImportSource source, KnownCases known, RoleAssignment assignment) throws GlomeraException {
        PatientList list = new PatientList(source, known);
        list.group();
        return new Result(list.patients(list.roles(assignment)), list.unknown);
    }

    private void group() {
        for (DicomSeries series : source.discovery().series()) {
            if (!isWanted(series)) {
                unknown.add(LeftOutNote.harmless(series.folder(), "A series of the modality " + series.modality()
                        + " is not part of a case."));
            } else {
                // nameless studies are kept apart: whether they are of one patient cannot be known
                String patient = series.patientId().isBlank() ? "\u0000" + series.studyInstanceUid()
                        : series.patientId();
                byId.computeIfAbsent(patient, id -> new ArrayList<>()).add(series);
            }
        }
        source.files().cases().forEach(each -> listed.computeIfAbsent(each.patient(), name -> new ArrayList<>())
                .add(each));
    }

    /** Whether a series can be part of a case. */
    static boolean isWanted(DicomSeries series) {
        return LookedImage.isCt(series) || Emission.isEmission(series) || DrawnKidneysReader.isDelineation(series);
    }

    private Map<String, Role> roles(RoleAssignment assignment) throws GlomeraException {
        if (assignment instanceof RoleAssignment.Draw draw) {
            Map<String, Boolean> hasSpect = new LinkedHashMap<>();
            byId.forEach((id, series) -> hasSpect.put(id, series.stream().anyMatch(Emission::isEmission)));
            listed.forEach((name, cases) -> hasSpect.put(LISTED + name, cases.stream()
                    .anyMatch(each -> each.spect().isPresent())));
            return draw.among(hasSpect);
        }
        return source.roles();
    }

    private List<Patient> patients(Map<String, Role> roles) throws GlomeraException {
        Map<String, String> pseudonyms = pseudonyms();
        List<Patient> patients = new ArrayList<>();
        for (Map.Entry<String, List<DicomSeries>> entry : byId.entrySet()) {
            String id = entry.getKey();
            Optional<PhantomTruthFile> truth = source.truthOf(id);
            patients.add(new Patient(Names.require("case", pseudonyms.get(id)),
                    roles.getOrDefault(id, known.roleOf(pseudonyms.get(id))), entry.getValue(),
                    truth.isPresent() ? truth.get().read(id) : Map.of(), List.of()));
        }
        for (Map.Entry<String, List<ListedCase>> entry : listed.entrySet()) {
            String name = entry.getKey();
            Role said = entry.getValue().stream().map(ListedCase::role).flatMap(Optional::stream).findFirst()
                    .orElseGet(() -> known.roleOf(name));
            patients.add(new Patient(name, roles.getOrDefault(LISTED + name, said), List.of(), Map.of(),
                    entry.getValue()));
        }
        return patients;
    }

    private Map<String, String> pseudonyms() throws GlomeraException {
        Map<String, String> pseudonyms = new LinkedHashMap<>();
        Set<String> given = new HashSet<>();
        for (Map.Entry<String, List<DicomSeries>> entry : byId.entrySet()) {
            String before = source.truthOf(entry.getKey()).isPresent() ? entry.getKey()
                    : pseudonymBefore(entry.getValue());
            if (!before.isEmpty() && given.add(before)) {
                pseudonyms.put(entry.getKey(), before);
            }
        }
        Set<String> taken = new HashSet<>(known.patients());
        taken.addAll(given);
        listed.forEach((name, cases) -> {
            taken.add(name);
            cases.forEach(each -> taken.add(each.caseId()));
        });
        int number = 0;
        for (String id : byId.keySet()) {
            while (!pseudonyms.containsKey(id)) {
                String next = "P%03d".formatted(++number);
                if (taken.add(next)) {
                    pseudonyms.put(id, next);
                }
            }
        }
        return pseudonyms;
    }

    private String pseudonymBefore(List<DicomSeries> series) throws GlomeraException {
        for (DicomSeries each : series) {
            Optional<CaseInfo> before = known.ofPatient(each);
            if (before.isPresent()) {
                return before.get().patient();
            }
        }
        return "";
    }
}
