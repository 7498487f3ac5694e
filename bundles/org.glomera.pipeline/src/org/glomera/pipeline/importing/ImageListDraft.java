package org.glomera.pipeline.importing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.ImportPlan.PlannedImage;
import org.glomera.pipeline.InventoryRequest;
import org.glomera.pipeline.work.ShareMonitor;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.study.Names;

/**
 * Drafts a list of the image files that no list names yet, for a user to fill in. What the files do not say is left
 * blank; the column {@code note} says what was seen in them.
 */
public final class ImageListDraft {

    /** A CT shows air; other images have no values as low. */
    private static final double AIR_BELOW_HU = -500;
    private static final double SAME_GRID_MM = 0.1;
    private static final double DISCOVERY = 0.3;
    private static final int SHOWN_LABELS = 12;

    private final Components components;

    /** Makes a drafter that reads with the readers of {@code components}. */
    public ImageListDraft(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /**
     * The text of a list for the one folder of a request.
     *
     * @throws GlomeraException when the folder holds no such file
     */
    public String run(InventoryRequest request, StageReporter reporter) throws GlomeraException {
        Readers readers = new Readers(components, request.rules());
        ImportSource source = ImportSource.find(request.folders(), List.of(), readers,
                new ShareMonitor(reporter, 0, DISCOVERY));
        List<FoundFile> files = new ArrayList<>();
        List<Path> unlisted = source.files().unlisted();
        for (Path file : unlisted) {
            reporter.checkCanceled();
            reporter.tell("Image file " + (files.size() + 1) + " of " + unlisted.size(),
                    DISCOVERY + (1 - DISCOVERY) * files.size() / unlisted.size());
            files.add(FoundFile.of(file, readers.files(), reporter.cancelOnly()));
        }
        if (files.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The folder " + source.where() + " holds no image file that a list"
                    + " would have to name.");
        }
        String text = text(source.folders().get(0), files);
        reporter.done(files.size() + " image files");
        return text;
    }

    private static String text(Path folder, List<FoundFile> files) {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader(ImageList.COLUMNS.toArray(String[]::new))
                .setRecordSeparator('\n').build();
        try (CSVPrinter csv = new CSVPrinter(text, format)) {
            for (Map<String, String> row : rows(folder, files)) {
                csv.printRecord(ImageList.COLUMNS.stream().map(column -> row.getOrDefault(column, "")).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be written.", e);
        }
        return text.toString();
    }

    private static List<Map<String, String>> rows(Path folder, List<FoundFile> files) {
        List<FoundFile> masks = new ArrayList<>(files.stream()
                .filter(file -> file.volume().isEmpty() && file.labelGrid().isPresent()).toList());
        List<Map<String, String>> rows = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (FoundFile file : files) {
            if (file.volume().isPresent()) {
                Grid grid = file.volume().get().grid();
                List<FoundFile> own = masks.stream()
                        .filter(mask -> mask.labelGrid().orElseThrow().isSameAs(grid, SAME_GRID_MM)).toList();
                boolean sameGrid = files.stream().filter(each -> each != file)
                        .anyMatch(each -> each.volume().filter(v -> v.grid().isSameAs(grid, SAME_GRID_MM)).isPresent());
                Map<String, String> row = row(folder, file, names);
                if (own.size() == 1 && !sameGrid && row.containsKey(ImageList.CT)) {
                    row.put(ImageList.KIDNEYS_CT, relative(folder, own.get(0)));
                    row.merge(ImageList.NOTE, note(folder, own.get(0)), (a, b) -> a + "; " + b);
                    masks.remove(own.get(0));
                }
                rows.add(row);
            }
        }
        masks.forEach(mask -> rows.add(row(folder, mask, names)));
        files.stream().filter(file -> !file.problem().isEmpty()).forEach(file -> rows.add(row(folder, file, names)));
        return rows;
    }

    private static Map<String, String> row(Path folder, FoundFile file, Set<String> names) {
        Map<String, String> row = new HashMap<>();
        row.put(ImageList.CASE, name(file, names));
        if (file.least() < AIR_BELOW_HU) {
            row.put(ImageList.CT, relative(folder, file));
        }
        row.put(ImageList.NOTE, note(folder, file));
        return row;
    }

    private static String relative(Path folder, FoundFile file) {
        return folder.relativize(file.path()).toString();
    }

    private static String note(Path folder, FoundFile file) {
        String what = file.problem();
        if (file.volume().isPresent()) {
            what = new PlannedImage(file.volume().get().grid(), 1).inWords() + String.format(Locale.ROOT,
                    ", values from %s to %s", (float) file.least(), (float) file.largest());
        }
        if (!file.labels().isEmpty()) {
            what += (what.isEmpty() ? "" : ", ") + "labels " + file.labels().stream().limit(SHOWN_LABELS)
                    .map(label -> label.name() + " (" + Math.round(label.volumeMl().orElse(0)) + " ml)")
                    .collect(Collectors.joining(", "));
        }
        return relative(folder, file) + ": " + what;
    }

    private static String name(FoundFile file, Set<String> names) {
        String stem = file.path().getFileName().toString().replaceFirst("(\\.nii)?\\.[A-Za-z0-9]+$", "");
        if (stem.matches("(?i)segmentation|image|ct|mask|label|seg") && file.path().getParent() != null) {
            stem = String.valueOf(file.path().getParent().getFileName());
        }
        String base = stem.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        base = base.length() > 50 ? base.substring(0, 50) : base;
        base = Names.isName(base) ? base : "case";
        String name = base;
        for (int number = 2; !names.add(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }
}
