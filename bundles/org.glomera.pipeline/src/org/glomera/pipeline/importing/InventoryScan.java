package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.progress.SideBySide;
import org.glomera.dicom.DicomSeries;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.ImportHint;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.Inventory;
import org.glomera.pipeline.Inventory.FoundCase;
import org.glomera.pipeline.Inventory.FoundDelineation;
import org.glomera.pipeline.Inventory.FoundImage;
import org.glomera.pipeline.Inventory.FoundVolume;
import org.glomera.pipeline.InventoryRequest;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.work.ShareMonitor;
import org.glomera.pipeline.work.StageReporter;

/** Finds what folders hold, by the same rules as an import, and what an import leaves aside too. */
public final class InventoryScan {

    /** Share of the work that finding the series is. */
    private static final double DISCOVERY = 0.4;
    /** Share that is done when the patients' series and delineations were looked at. */
    private static final double PATIENTS = 0.8;

    private final Components components;

    /** Makes a scan that reads with the readers of {@code components}. */
    public InventoryScan(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** What was found of one patient. */
    private record Found(Patient patient, PatientPlans plans, List<DrawnParts> drawings, ImportScan.Found planned) {
    }

    /** Looks through the folders of a request. */
    public Inventory run(InventoryRequest request, StageReporter reporter) throws GlomeraException {
        reporter.tell("Listing the files", 0);
        Readers readers = new Readers(components, request.rules());
        ImportSource source = ImportSource.find(request.folders(), List.of(), readers,
                new ShareMonitor(reporter, 0, DISCOVERY));
        PatientList.Result patients = PatientList.of(source, KnownCases.none(), RoleAssignment.fromCohortFile());
        AtomicInteger done = new AtomicInteger();
        int count = patients.patients().size();
        List<Found> found = SideBySide.all(patients.patients(), reporter.cancelOnly(), (patient, monitor) -> {
            Found one = look(patient, readers, monitor);
            int number = done.incrementAndGet();
            reporter.tell("Patient " + number + " of " + count, DISCOVERY + (PATIENTS - DISCOVERY) * number / count);
            return one;
        });
        Listing listing = new Listing(source, Disguise.of(source, patients.patients(), readers.toolkit()),
                patients.patients());
        found.forEach(listing::add);
        for (DicomSeries series : source.discovery().series()) {
            if (!PatientList.isWanted(series) && readers.dicom().isImage(series)) {
                reporter.checkCanceled();
                listing.addImage(LookedImage.of(series, readers, reporter.cancelOnly()));
            }
        }
        addFiles(source, readers, listing, reporter);
        List<LeftOutNote> notes = new ArrayList<>(ImportService.notes(source, patients.leftOut()));
        found.forEach(one -> notes.addAll(one.planned().leftOut()));
        Inventory inventory = listing.inventory(notes);
        reporter.done(inventory.images().size() + " images, " + inventory.delineations().size() + " delineations");
        return inventory;
    }

    private static Found look(Patient patient, Readers readers, IProgressMonitor monitor) throws GlomeraException {
        List<LeftOutNote> leftOut = new ArrayList<>();
        PatientPlans plans = PatientPlans.of(patient, KnownCases.none(), readers, leftOut, monitor);
        List<DrawnParts> drawings = new ArrayList<>();
        for (var drawn : plans.drawings()) {
            drawings.add(DrawnParts.of(drawn, DrawingChoice.imageOf(plans.images(), drawn), readers, monitor));
        }
        return new Found(patient, plans, drawings, ImportScan.look(plans.plans(), patient, KnownCases.none(), readers,
                leftOut, monitor));
    }

    private static void addFiles(ImportSource source, Readers readers, Listing listing, StageReporter reporter)
            throws GlomeraException {
        List<Path> files = new ArrayList<>(source.files().unlisted());
        source.files().cases().forEach(listed -> listed.files().stream().filter(file -> !files.contains(file))
                .forEach(files::add));
        int number = 0;
        for (Path file : files) {
            reporter.checkCanceled();
            reporter.tell("Image file " + ++number + " of " + files.size(),
                    PATIENTS + (1 - PATIENTS) * (number - 1) / files.size());
            listing.addFile(FoundFile.of(file, readers.files(), reporter.cancelOnly()));
        }
    }

    /** Gives everything its place and its id. Not thread-safe. */
    private static final class Listing {
        private final ImportSource source;
        private final Disguise disguise;
        private final Map<String, String> pseudonyms = new HashMap<>();
        private final Map<String, String> frames = new LinkedHashMap<>();
        private final Map<DicomSeries, String> imageIds = new HashMap<>();
        private final Map<Path, String> fileImageIds = new HashMap<>();
        private final Map<Path, String> drawingIds = new HashMap<>();
        private final List<FoundImage> images = new ArrayList<>();
        private final List<FoundDelineation> delineations = new ArrayList<>();
        private final List<Found> found = new ArrayList<>();

        Listing(ImportSource source, Disguise disguise, List<Patient> patients) {
            this.source = source;
            this.disguise = disguise;
            patients.forEach(patient -> patient.series().forEach(series -> pseudonyms.put(key(series),
                    patient.pseudonym())));
        }

        private static String key(DicomSeries series) {
            return series.patientId().isBlank() ? "study " + series.studyInstanceUid() : "id " + series.patientId();
        }

        void add(Found one) {
            found.add(one);
            one.plans().images().forEach(this::addImage);
            one.drawings().forEach(this::addDrawing);
        }

        void addImage(LookedImage image) {
            DicomSeries series = image.series();
            String id = "I" + (images.size() + 1);
            imageIds.put(series, id);
            images.add(new FoundImage(id, pseudonyms.getOrDefault(key(series), ""), series.modality(),
                    disguise.path(series.files().size() == 1 ? series.files().get(0) : series.folder()),
                    series.files().size(), series.part(), frame(series.frameOfReferenceUid()),
                    image.outline().map(outline -> new FoundVolume(outline.grid(), outline.quantity(),
                            outline.remarks().stream().map(disguise::text).toList())),
                    disguise.text(image.problem())));
        }

        private void addDrawing(DrawnParts parts) {
            String id = "D" + (delineations.size() + 1);
            drawingIds.put(parts.drawn().file(), id);
            delineations.add(new FoundDelineation(id, parts.image().map(image -> pseudonyms.get(key(image.series())))
                    .orElse(""), parts.kind(), disguise.path(parts.drawn().file()),
                    frame(parts.drawn().frameOfReferenceUid()), parts.image().map(image -> imageIds.get(image.series())),
                    parts.grid(), parts.structures(), parts.kidneys(),
                    parts.remarks().stream().map(disguise::text).toList()));
        }

        void addFile(FoundFile file) {
            Optional<FoundVolume> volume = file.volume();
            if (volume.isPresent() || !file.problem().isEmpty()) {
                String id = "I" + (images.size() + 1);
                fileImageIds.put(file.path(), id);
                images.add(new FoundImage(id, "", "file", disguise.path(file.path()),
                        ImageFileParts.of(file.path()).size(), 0, "", volume, disguise.text(file.problem())));
            }
            if (!file.labels().isEmpty() || volume.isEmpty() && file.labelGrid().isPresent()) {
                String id = "D" + (delineations.size() + 1);
                drawingIds.put(file.path(), id);
                delineations.add(new FoundDelineation(id, "", "file", disguise.path(file.path()), "",
                        Optional.ofNullable(fileImageIds.get(file.path())), file.labelGrid(), file.labels(),
                        Optional.empty(), file.remarks()));
            }
        }

        /** A letter for each frame of reference, in the order of their coming. */
        private String frame(String uid) {
            return uid.isEmpty() ? "" : frames.computeIfAbsent(uid, key -> letters(frames.size()));
        }

        private static String letters(int number) {
            String last = String.valueOf((char) ('A' + number % 26));
            return number < 26 ? last : letters(number / 26 - 1) + last;
        }

        Inventory inventory(List<LeftOutNote> notes) {
            List<FoundCase> cases = new ArrayList<>();
            for (Found one : found) {
                one.planned().cases().forEach(planned -> cases.add(foundCase(planned, one.plans())));
            }
            Set<ImportHint> hints = EnumSet.noneOf(ImportHint.class);
            notes.forEach(note -> note.hint().ifPresent(hints::add));
            return new Inventory(source.fileCount(), images, delineations, cases, notes.stream().map(note ->
                    new LeftOutItem(disguise.path(note.path()), disguise.text(note.reason()), note.faulty())).toList(),
                    hints);
        }

        private FoundCase foundCase(PlannedCase planned, PatientPlans plans) {
            CasePlan plan = plans.plans().stream().filter(each -> each.caseId().equals(planned.caseId())).findFirst()
                    .orElseThrow();
            return new FoundCase(planned.withRemarks(planned.remarks().stream().map(disguise::text).toList()),
                    plan.ct().map(this::idOf), plan.spect().map(this::idOf),
                    planned.kidneysCt().isPresent() ? plan.onCt().map(each -> drawingIds.get(each.file()))
                            : Optional.empty(),
                    planned.kidneysSpect().isPresent() ? plan.onSpect().map(each -> drawingIds.get(each.file()))
                            : Optional.empty());
        }

        private String idOf(ImageSource image) {
            return image instanceof ImageSource.Series series ? imageIds.get(series.series())
                    : fileImageIds.get(((ImageSource.ListedFile) image).image().file());
        }
    }
}
