package org.glomera.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.file.AtomicFiles;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * Finds the series in a folder tree by the headers of its files; pixel data are not read. Headers are read by several
 * threads; the result does not depend on their order. Thread-safe.
 */
public final class DicomDiscovery {

    /** Files whose headers are read between two looks at the monitor. */
    private static final int BATCH = 64;

    /** What a file must say to belong to a series. */
    private static final List<Tag> REQUIRED = List.of(Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID,
            Tag.SERIES_INSTANCE_UID, Tag.MODALITY);
    /** What is kept of a header. */
    private static final List<Tag> KEPT = Stream.concat(REQUIRED.stream(),
            Stream.of(Tag.IMAGE_TYPE, Tag.FRAME_OF_REFERENCE_UID, Tag.PATIENT_ID, Tag.SERIES_DESCRIPTION)).toList();

    private final DicomToolkit toolkit;

    /** Makes a discovery that reads headers with {@code toolkit}. */
    public DicomDiscovery(DicomToolkit toolkit) {
        this.toolkit = Objects.requireNonNull(toolkit);
    }

    /** What a file's header says: the texts of {@link #KEPT}, or the reason why the file is left out. */
    private record Found(Path file, Map<Tag, String> texts, String reason) {
        String text(Tag tag) {
            return texts.getOrDefault(tag, "");
        }
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
        for (int from = 0; from < files.size(); from += BATCH) {
            progress.checkCanceled();
            progress.subTask(from + " of " + files.size() + " files");
            List<Path> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            batch.parallelStream().map(this::look).toList().forEach(grouping::add);
            progress.worked(batch.size());
        }
        return grouping.discovery();
    }

    private Found look(Path file) {
        for (Path part : file) {
            if (AtomicFiles.isLeftover(part)) {
                return new Found(file, Map.of(), "It is the leftover of an interrupted writing; it can be deleted.");
            }
        }
        try {
            DataSet header = toolkit.read(file, ReadExtent.HEADER);
            Map<Tag, String> texts = new EnumMap<>(Tag.class);
            KEPT.forEach(tag -> header.text(tag).ifPresent(text -> texts.put(tag, text)));
            return new Found(file, texts, reason(texts).orElse(""));
        } catch (GlomeraException e) {
            return new Found(file, Map.of(), e.getMessage());
        }
    }

    private static Optional<String> reason(Map<Tag, String> texts) {
        if (Uids.DIRECTORY.equals(texts.get(Tag.SOP_CLASS_UID))) {
            return Optional.of("It is the directory of a medium; the files are looked at themselves.");
        }
        return REQUIRED.stream().filter(tag -> !texts.containsKey(tag)).findFirst()
                .map(tag -> "Its header does not say " + tag.notation() + ", so it belongs to no series.");
    }

    /** Collects what was found, in the order of the paths. */
    private static final class Grouping {
        private final Map<String, List<Found>> series = new LinkedHashMap<>();
        private final Map<String, Path> objects = new HashMap<>();
        private final List<LeftOut> leftOut = new ArrayList<>();

        void add(Found found) {
            if (!found.reason().isEmpty()) {
                leftOut.add(new LeftOut(found.file(), found.reason()));
                return;
            }
            Path same = objects.putIfAbsent(found.text(Tag.SOP_INSTANCE_UID), found.file());
            if (same != null) {
                leftOut.add(new LeftOut(found.file(), "It is the same object as " + same + "."));
                return;
            }
            series.computeIfAbsent(found.text(Tag.SERIES_INSTANCE_UID), key -> new ArrayList<>()).add(found);
        }

        Discovery discovery() {
            List<DicomSeries> all = new ArrayList<>();
            for (List<Found> group : series.values()) {
                Found first = group.get(0);
                List<DicomInstance> instances = group.stream()
                        .map(one -> new DicomInstance(one.file(), one.text(Tag.SOP_INSTANCE_UID))).toList();
                all.add(new DicomSeries(first.text(Tag.MODALITY), first.text(Tag.SOP_CLASS_UID),
                        first.texts().containsKey(Tag.IMAGE_TYPE) ? List.of(first.text(Tag.IMAGE_TYPE)) : List.of(),
                        first.text(Tag.SERIES_INSTANCE_UID), 0,
                        first.text(Tag.STUDY_INSTANCE_UID), first.text(Tag.FRAME_OF_REFERENCE_UID),
                        first.text(Tag.PATIENT_ID), first.text(Tag.SERIES_DESCRIPTION), instances));
            }
            leftOut.sort(Comparator.comparing(LeftOut::path));
            return new Discovery(all, leftOut);
        }
    }
}
