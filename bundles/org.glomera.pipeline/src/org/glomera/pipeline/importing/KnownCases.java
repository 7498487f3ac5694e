package org.glomera.pipeline.importing;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.DrawnKidneysReader;
import org.glomera.pipeline.work.Hashes;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.Source;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/**
 * The cases that a study has, and where they come from. A case that was made before {@code origin.json} was kept is
 * known by the bytes of its images. Immutable.
 */
final class KnownCases {

    static final String ORIGIN = "origin.json";

    private static final System.Logger LOG = System.getLogger(KnownCases.class.getName());

    private final Map<String, CaseInfo> byId = new HashMap<>();
    private final Map<String, CaseOrigin> origins = new HashMap<>();
    private final Map<String, CaseInfo> byImage = new HashMap<>();
    private final Map<String, CaseInfo> byStudy = new HashMap<>();
    private final List<CaseInfo> withoutOrigin = new ArrayList<>();

    private KnownCases() {
    }

    /** No case at all. */
    static KnownCases none() {
        return new KnownCases();
    }

    /** The cases of a study; those of a folder that is none are none. A case that cannot be read is not known. */
    static KnownCases of(Path studyFolder) throws GlomeraException {
        KnownCases known = new KnownCases();
        if (!StudyFolder.isStudy(studyFolder)) {
            return known;
        }
        StudyFolder study = StudyFolder.open(studyFolder);
        for (String id : study.caseIds()) {
            try {
                known.add(study, study.requireCase(id));
            } catch (GlomeraException e) {
                LOG.log(Level.WARNING, "A case of the study cannot be read, so an import does not know it.", e);
            }
        }
        return known;
    }

    private void add(StudyFolder study, CaseInfo info) throws GlomeraException {
        byId.put(info.id(), info);
        Path file = study.caseFolder(info.id()).resolve(ORIGIN);
        if (!Files.exists(file)) {
            withoutOrigin.add(info);
            return;
        }
        CaseOrigin origin = StudyJson.read(file, CaseOrigin.class);
        origins.put(info.id(), origin);
        byImage.put(origin.image(), info);
        origin.studies().forEach(each -> byStudy.putIfAbsent(each, info));
    }

    /** The case of an id. */
    Optional<CaseInfo> byId(String caseId) {
        return Optional.ofNullable(byId.get(caseId));
    }

    /** Whether a case was made of image files that a list or options named. */
    static boolean isListed(CaseInfo info) {
        return info.sources().stream().anyMatch(source -> source.kind().startsWith(ImageSource.ListedFile.KIND));
    }

    /** Where a case comes from; empty when that was not kept. */
    Optional<CaseOrigin> origin(String caseId) {
        return Optional.ofNullable(origins.get(caseId));
    }

    /** The pseudonyms that are taken. */
    Set<String> patients() {
        Set<String> patients = new HashSet<>();
        byId.values().forEach(info -> patients.add(info.patient()));
        patients.addAll(byId.keySet());
        return patients;
    }

    /** The role of a patient's cases; of a patient that the study does not have none. */
    Role roleOf(String pseudonym) {
        return byId.values().stream().filter(info -> info.patient().equals(pseudonym)).map(CaseInfo::role)
                .filter(role -> role != Role.UNASSIGNED).min(Comparator.naturalOrder()).orElse(Role.UNASSIGNED);
    }

    /** The case that was made of an image series. */
    Optional<CaseInfo> ofImage(DicomSeries series) throws GlomeraException {
        CaseInfo found = byImage.get(CaseOrigin.hash(ImageSource.Series.identityOf(series)));
        return found != null ? Optional.of(found) : byBytes(series);
    }

    /** A case of the patient that a series belongs to. */
    Optional<CaseInfo> ofPatient(DicomSeries series) throws GlomeraException {
        CaseInfo found = byStudy.get(CaseOrigin.hash(series.studyInstanceUid()));
        return found != null ? Optional.of(found) : byBytes(series);
    }

    private Optional<CaseInfo> byBytes(DicomSeries series) throws GlomeraException {
        if (DrawnKidneysReader.isDelineation(series)) {
            return Optional.empty();
        }
        String kind = new ImageSource.Series(series).kind();
        int files = series.instances().size();
        String sha256 = "";
        for (CaseInfo info : withoutOrigin) {
            for (Source source : info.sources()) {
                if (source.kind().equals(kind) && source.files() == files) {
                    sha256 = sha256.isEmpty() ? Hashes.of(series.files()) : sha256;
                    if (source.sha256().equals(sha256)) {
                        return Optional.of(info);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
