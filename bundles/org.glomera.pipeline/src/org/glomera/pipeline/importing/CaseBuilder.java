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
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.KidneysOnImage;
import org.glomera.dicom.ReadImage;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.registering.Placements;
import org.glomera.pipeline.work.Hashes;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseFrames;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.Source;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/** Reads the series of one case and writes its folder: images first, {@code case.json} last. */
final class CaseBuilder {

    private final StudyFolder study;
    private final Readers readers;

    CaseBuilder(StudyFolder study, Readers readers) {
        this.study = Objects.requireNonNull(study);
        this.readers = Objects.requireNonNull(readers);
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
        List<String> remarks = new ArrayList<>(plan.remarks());
        Map<CaseFile, Object> images = read(plan, remarks, notes, monitor);
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        forget(plan.caseId());
        Placements.drop(study, plan.caseId()).ifPresent(remarks::add);
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
                List.copyOf(images.keySet()), sources, patient.truth(), remarks(remarks, plan, notes));
        study.writeCase(info);
        return new Built(info, false);
    }

    /** What is unusual about a case, with the delineations that could not be used. */
    static List<String> remarks(List<String> found, CasePlan plan, List<LeftOutNote> notes) {
        List<String> remarks = new ArrayList<>(found);
        plan.rules().forEach(rule -> remarks.add("Imported by a rule of the user: " + rule + "."));
        notes.forEach(note -> remarks.add("A delineation was left out: " + note.path().getFileName() + "."));
        return remarks.stream().distinct().toList();
    }

    private void keepOrigin(CasePlan plan) throws GlomeraException {
        Path file = study.caseFolder(plan.caseId()).resolve(KnownCases.ORIGIN);
        CaseOrigin origin = CaseOrigin.of(plan);
        if (!Files.exists(file) || !StudyJson.read(file, CaseOrigin.class).equals(origin)) {
            StudyJson.write(file, origin);
        }
        new CaseFrames(frame(plan.ct()), frame(plan.spect())).write(study, plan.caseId());
    }

    /** What stands for the frame of reference of an image; empty where it names none. */
    private static String frame(Optional<ImageSource> image) {
        return image.filter(ImageSource.Series.class::isInstance).map(ImageSource.Series.class::cast)
                .map(each -> each.series().frameOfReferenceUid()).filter(uid -> !uid.isBlank()).map(CaseOrigin::hash)
                .orElse("");
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
        addImage(sources, plan.ct(), "ct");
        addImage(sources, plan.spect(), "spect");
        addDrawing(sources, plan.onCt(), "ct");
        addDrawing(sources, plan.onSpect(), "nm");
        for (String rule : plan.rules()) {
            sources.add(new Source("rule: " + rule, 1, Hashes.ofTexts(List.of(rule))));
        }
        return sources;
    }

    private static void addImage(List<Source> sources, Optional<ImageSource> image, String what)
            throws GlomeraException {
        if (image.isPresent()) {
            boolean listed = image.get() instanceof ImageSource.ListedFile;
            sources.add(source(listed ? image.get().kind() + " of " + what : image.get().kind(), image.get().files()));
            if (image.get() instanceof ImageSource.ListedFile file && !file.said().isEmpty()) {
                sources.add(said(what, file.said()));
            }
        }
    }

    private static void addDrawing(List<Source> sources, Optional<Drawing> drawing, String where)
            throws GlomeraException {
        if (drawing.isPresent()) {
            sources.add(source(drawing.get().kind() + " on " + where, drawing.get().files()));
            if (drawing.get() instanceof Drawing.Labels labels) {
                sources.add(said("kidneys on " + where, labels.said()));
            }
        }
    }

    private static Source source(String kind, List<Path> files) throws GlomeraException {
        return new Source(kind, files.size(), Hashes.of(files));
    }

    /** What the user said about a file: it changes numbers as the file's bytes do. */
    private static Source said(String what, String text) {
        return new Source("said of " + what + ": " + text, 1, Hashes.ofTexts(List.of(text)));
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

    private Map<CaseFile, Object> read(CasePlan plan, List<String> remarks, List<LeftOutNote> notes,
            IProgressMonitor monitor) throws GlomeraException {
        Map<CaseFile, Object> images = new EnumMap<>(CaseFile.class);
        if (plan.ct().isPresent()) {
            Grid grid = image(plan.ct().get(), CaseFile.CT, images, remarks, monitor);
            delineation(plan.onCt(), grid, readers, remarks, notes, monitor)
                    .ifPresent(map -> images.put(CaseFile.KIDNEYS_CT, map));
        }
        if (plan.spect().isPresent()) {
            Grid grid = image(plan.spect().get(), CaseFile.SPECT, images, remarks, monitor);
            delineation(plan.onSpect(), grid, readers, remarks, notes, monitor)
                    .ifPresent(map -> images.put(CaseFile.KIDNEYS_SPECT, map));
        }
        return images;
    }

    private Grid image(ImageSource source, CaseFile as, Map<CaseFile, Object> images, List<String> remarks,
            IProgressMonitor monitor) throws GlomeraException {
        ReadImage read = readers.read(source, monitor);
        images.put(as, read.volume());
        remarks.addAll(read.remarks());
        return read.volume().grid();
    }

    /** The label map of the kidneys that were drawn; a delineation that cannot be used is noted. */
    static Optional<LabelMap> delineation(Optional<Drawing> drawing, Grid grid, Readers readers, List<String> remarks,
            List<LeftOutNote> notes, IProgressMonitor monitor) throws GlomeraException {
        if (drawing.isEmpty()) {
            return Optional.empty();
        }
        try {
            KidneysOnImage found = drawing.get().kidneys(grid, readers.rules().kidneyNames(), readers, monitor);
            remarks.addAll(found.remarks());
            return Optional.of(found.kidneys());
        } catch (GlomeraException e) {
            if (e.kind() != Kind.INPUT || drawing.get() instanceof Drawing.Labels) {
                // what the user said of a file is wrong: the case is not what was asked for
                throw e;
            }
            notes.add(LeftOutNote.unusableDrawing(drawing.get().file(), e.getMessage()));
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
