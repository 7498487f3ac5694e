package org.glomera.pipeline.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.ContourRasteriser;
import org.glomera.dicom.CtReader;
import org.glomera.dicom.DicomSeries;
import org.glomera.dicom.Emission;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.NmReader;
import org.glomera.dicom.SpectRules;
import org.glomera.dicom.Structure;
import org.glomera.dicom.StructureSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.work.Hashes;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.Source;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/** Reads the series of one case and writes its folder: images first, {@code case.json} last. */
final class CaseBuilder {

    private final StudyFolder study;
    private final CtReader ctReader;
    private final NmReader nmReader;

    CaseBuilder(StudyFolder study, DicomToolkit toolkit) {
        this.study = Objects.requireNonNull(study);
        this.ctReader = new CtReader(toolkit);
        this.nmReader = new NmReader(toolkit);
    }

    /**
     * What became of a plan.
     *
     * @param info the case
     * @param alreadyThere whether an earlier import had made it from the same files
     */
    record Built(CaseInfo info, boolean alreadyThere) {
    }

    /**
     * Makes a case.
     *
     * @param patient whose case it is
     * @param role what it is for
     * @param notes gets the delineations that could not be used
     * @throws GlomeraException of the kind INPUT when an image cannot be read: there is no case then
     */
    Built build(CasePlan plan, Patient patient, Role role, List<LeftOutNote> notes, IProgressMonitor monitor)
            throws GlomeraException {
        List<Source> sources = sources(plan);
        Optional<CaseInfo> before = unchanged(plan, sources);
        if (before.isPresent()) {
            keepOrigin(plan);
            return new Built(given(before.get(), role), true);
        }
        Map<CaseFile, Object> images = read(plan, notes, monitor);
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        forget(plan.caseId());
        for (Map.Entry<CaseFile, Object> image : images.entrySet()) {
            Path file = study.caseFile(plan.caseId(), image.getKey());
            if (image.getValue() instanceof Volume volume) {
                NiftiFiles.write(file, volume);
            } else {
                NiftiFiles.write(file, (LabelMap) image.getValue());
            }
        }
        keepOrigin(plan);
        CaseInfo info = new CaseInfo(plan.caseId(), patient.pseudonym(), plan.acquisition(), role,
                List.copyOf(images.keySet()), sources, patient.truth(), remarks(plan, notes));
        study.writeCase(info);
        return new Built(info, false);
    }

    /** What is unusual about a case, with the delineations that could not be used. */
    static List<String> remarks(CasePlan plan, List<LeftOutNote> notes) {
        List<String> remarks = new ArrayList<>(plan.remarks());
        notes.forEach(note -> remarks.add("A delineation was left out: " + note.path().getFileName() + "."));
        return remarks;
    }

    private void keepOrigin(CasePlan plan) throws GlomeraException {
        Path file = study.caseFolder(plan.caseId()).resolve(KnownCases.ORIGIN);
        CaseOrigin origin = CaseOrigin.of(plan);
        if (!Files.exists(file) || !StudyJson.read(file, CaseOrigin.class).equals(origin)) {
            StudyJson.write(file, origin);
        }
    }

    /** The case with a role that may be another than before. */
    private CaseInfo given(CaseInfo before, Role role) throws GlomeraException {
        if (before.role() == role) {
            return before;
        }
        CaseInfo now = before.withRole(role);
        study.writeCase(now);
        return now;
    }

    static List<Source> sources(CasePlan plan) throws GlomeraException {
        List<Source> sources = new ArrayList<>();
        addSource(sources, "ct", plan.ct().map(DicomSeries::files));
        addSource(sources, "nm", plan.spect().map(DicomSeries::files));
        addSource(sources, "rtstruct on ct", plan.onCt().map(set -> List.of(set.file())));
        addSource(sources, "rtstruct on nm", plan.onSpect().map(set -> List.of(set.file())));
        return sources;
    }

    private static void addSource(List<Source> sources, String kind, Optional<List<Path>> files)
            throws GlomeraException {
        if (files.isPresent()) {
            sources.add(new Source(kind, files.get().size(), Hashes.of(files.get())));
        }
    }

    private Optional<CaseInfo> unchanged(CasePlan plan, List<Source> sources) throws GlomeraException {
        if (!study.hasCase(plan.caseId())) {
            return Optional.empty();
        }
        CaseInfo before = study.requireCase(plan.caseId());
        boolean same = before.sources().equals(sources) && before.acquisition() == plan.acquisition();
        for (CaseFile file : before.available()) {
            same &= Files.isRegularFile(study.caseFile(plan.caseId(), file));
        }
        return same ? Optional.of(before) : Optional.empty();
    }

    private Map<CaseFile, Object> read(CasePlan plan, List<LeftOutNote> notes, IProgressMonitor monitor)
            throws GlomeraException {
        Map<CaseFile, Object> images = new EnumMap<>(CaseFile.class);
        if (plan.ct().isPresent()) {
            Volume ct = ctReader.read(plan.ct().get(), monitor).volume();
            images.put(CaseFile.CT, ct);
            delineation(plan.onCt(), ct.grid(), notes).ifPresent(map -> images.put(CaseFile.KIDNEYS_CT, map));
        }
        if (plan.spect().isPresent()) {
            Volume spect = nmReader.read(plan.spect().get(), SpectRules.asStored(), monitor).volume();
            Emission.requireActivity(plan.spect().get(), spect.quantity());
            images.put(CaseFile.SPECT, spect);
            delineation(plan.onSpect(), spect.grid(), notes)
                    .ifPresent(map -> images.put(CaseFile.KIDNEYS_SPECT, map));
        }
        return images;
    }

    /** The label map of the kidneys that were drawn; a delineation that cannot be used is noted. */
    static Optional<LabelMap> delineation(Optional<StructureSet> set, Grid grid, List<LeftOutNote> notes)
            throws GlomeraException {
        if (set.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<Side, Structure> kidneys = new EnumMap<>(Side.class);
            for (Side side : Side.values()) {
                KidneyStructures.COMMON_NAMES.find(set.get(), side)
                        .filter(structure -> !structure.contours().isEmpty())
                        .ifPresent(structure -> kidneys.put(side, structure));
            }
            if (kidneys.isEmpty()) {
                KidneyStructures.COMMON_NAMES.require(set.get());
            }
            return Optional.of(ContourRasteriser.rasterise(set.get(), kidneys, grid));
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT) {
                throw e;
            }
            notes.add(LeftOutNote.faulty(set.get().file(), e.getMessage()));
            return Optional.empty();
        }
    }

    private void forget(String caseId) throws GlomeraException {
        Path file = study.caseFolder(caseId).resolve("case.json");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + file + " cannot be replaced: " + e.getMessage()
                    + ". Check the permissions of the study folder.", e);
        }
    }
}
