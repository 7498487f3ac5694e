package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.file.AtomicFiles;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Finds the series in a folder tree by the headers of its files; pixel data are not read. A series that holds several
 * stacks of slices is taken apart ({@link DicomSeries#part()}). Headers are read by several threads; the result does
 * not depend on their order. Thread-safe.
 */
public final class DicomDiscovery {

    /** Files whose headers are read between two looks at the monitor. */
    private static final int BATCH = 64;

    /** Values that files have in common are kept once; there may be this many of them. */
    private static final int MOST_SHARED = 100_000;

    private final DicomToolkit toolkit;

    /** Makes a discovery that reads headers with {@code toolkit}. */
    public DicomDiscovery(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /** What a file's header says, or the reason why the file is left out. */
    private record Looked(Path file, FoundObject object, String reason) {
    }

    /**
     * Groups the files below {@code folder} by series. A file that is no DICOM file, is damaged or repeats an object is
     * left out with a reason, and so are directories of media (DICOMDIR) and leftovers of interrupted writing.
     *
     * @throws GlomeraException when the folder cannot be listed
     */
    public Discovery discover(Path folder, IProgressMonitor monitor) throws GlomeraException {
        return discover(List.of(folder), monitor);
    }

    /**
     * Groups the files below several folders by series, as {@link #discover(Path, IProgressMonitor)} does; a file that
     * lies in two of them counts once. The monitor is asked for cancelling at least every {@value #BATCH} files.
     *
     * @throws GlomeraException when a folder cannot be listed, is deeper than {@value FileTree#DEEPEST} folders or
     *         holds more than {@value FileTree#MOST_FILES} files
     */
    public Discovery discover(List<Path> folders, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Looking through the folder", 100);
        List<Path> files = FileTree.list(folders, progress.split(2));
        progress.setWorkRemaining(files.size());
        Grouping grouping = new Grouping();
        Map<Object, Object> shared = new ConcurrentHashMap<>();
        for (int from = 0; from < files.size(); from += BATCH) {
            progress.checkCanceled();
            progress.subTask(from + " of " + files.size() + " files");
            List<Path> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            batch.parallelStream().map(file -> look(file, shared)).toList().forEach(grouping::add);
            progress.worked(batch.size());
        }
        return grouping.discovery();
    }

    private Looked look(Path file, Map<Object, Object> shared) {
        for (Path part : file) {
            if (AtomicFiles.isLeftover(part)) {
                return new Looked(file, null, "It is the leftover of an interrupted writing; it can be deleted.");
            }
        }
        try {
            DataSet header = toolkit.read(file, ReadExtent.HEADER);
            FoundObject found = FoundObject.of(file, header, value -> shared(shared, value));
            Optional<String> reason = reason(found);
            return new Looked(file, reason.isPresent() ? null : found, reason.orElse(""));
        } catch (GlomeraException e) {
            return new Looked(file, null, e.getMessage());
        }
    }

    private static Object shared(Map<Object, Object> shared, Object value) {
        Object before = shared.size() < MOST_SHARED ? shared.putIfAbsent(value, value) : shared.get(value);
        return before == null ? value : before;
    }

    /** Why an object belongs to no series; empty when it belongs to one. */
    private static Optional<String> reason(FoundObject found) {
        if (Uids.DIRECTORY.equals(found.sopClassUid())) {
            return Optional.of("It is the directory of a medium; the files are looked at themselves.");
        }
        Tag missing = found.sopClassUid().isEmpty() ? Tag.SOP_CLASS_UID
                : found.sopInstanceUid().isEmpty() ? Tag.SOP_INSTANCE_UID
                : found.text(Tag.MODALITY).isEmpty() ? Tag.MODALITY
                : found.text(Tag.SERIES_INSTANCE_UID).isEmpty() && !found.isPlaced() ? Tag.SERIES_INSTANCE_UID
                : found.text(Tag.STUDY_INSTANCE_UID).isEmpty() && !found.isPlaced() ? Tag.STUDY_INSTANCE_UID : null;
        return Optional.ofNullable(missing)
                .map(tag -> "Its header does not say " + tag.notation() + ", so it belongs to no series.");
    }

    /** Collects what was found, in the order of the paths. */
    private static final class Grouping {
        private final Map<String, List<FoundObject>> series = new LinkedHashMap<>();
        private final Map<String, Path> objects = new HashMap<>();
        private final List<LeftOut> leftOut = new ArrayList<>();

        void add(Looked looked) {
            FoundObject found = looked.object();
            if (found == null) {
                leftOut.add(new LeftOut(looked.file(), looked.reason()));
                return;
            }
            Path same = objects.putIfAbsent(found.sopInstanceUid(), found.file());
            if (same != null) {
                leftOut.add(new LeftOut(found.file(), "It is the same object as " + same + "."));
                return;
            }
            series.computeIfAbsent(key(found), key -> new ArrayList<>()).add(found);
        }

        /**
         * What the objects of a series have in common. Where a program that takes out patients' data has emptied the
         * identifier of slices, it is what else a series has in common within a folder.
         */
        private static String key(FoundObject found) {
            String uid = found.text(Tag.SERIES_INSTANCE_UID);
            return !uid.isEmpty() ? uid : String.join("\n", "", String.valueOf(found.file().getParent()),
                    found.sopClassUid(), found.text(Tag.STUDY_INSTANCE_UID), found.text(Tag.FRAME_OF_REFERENCE_UID),
                    found.text(Tag.PATIENT_ID), found.text(Tag.SERIES_NUMBER), found.text(Tag.SERIES_DESCRIPTION));
        }

        Discovery discovery() {
            List<DicomSeries> all = new ArrayList<>();
            for (List<FoundObject> group : series.values()) {
                List<List<FoundObject>> parts = SeriesParts.of(group);
                String seriesUid = seriesUid(group);
                for (int i = 0; i < parts.size(); i++) {
                    all.add(series(parts.get(i), seriesUid, parts.size() == 1 ? 0 : i + 1));
                }
            }
            leftOut.sort(Comparator.comparing(LeftOut::path));
            return new Discovery(all, leftOut);
        }

        private static DicomSeries series(List<FoundObject> part, String seriesUid, int number) {
            FoundObject first = part.get(0);
            return new DicomSeries(first.text(Tag.MODALITY), first.sopClassUid(), first.imageType(), seriesUid, number,
                    studyUid(first, seriesUid), first.text(Tag.FRAME_OF_REFERENCE_UID), first.text(Tag.PATIENT_ID),
                    first.text(Tag.SERIES_DESCRIPTION),
                    part.stream().map(one -> new DicomInstance(one.file(), one.sopInstanceUid())).toList());
        }

        /** The series, or one that follows from its objects, so that it is the same wherever the folder lies. */
        private static String seriesUid(List<FoundObject> group) {
            String uid = group.get(0).text(Tag.SERIES_INSTANCE_UID);
            return !uid.isEmpty() ? uid : Uids.derived("series without identifier",
                    group.stream().map(FoundObject::sopInstanceUid).min(Comparator.naturalOrder()).orElseThrow());
        }

        /** The study, or one that follows from the frame of reference, which SPECT and CT of a scanner share. */
        private static String studyUid(FoundObject first, String seriesUid) {
            String uid = first.text(Tag.STUDY_INSTANCE_UID);
            String frame = first.text(Tag.FRAME_OF_REFERENCE_UID);
            return !uid.isEmpty() ? uid : Uids.derived("study without identifier", frame.isEmpty() ? seriesUid : frame);
        }
    }
}
