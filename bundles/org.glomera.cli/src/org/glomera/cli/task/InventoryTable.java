package org.glomera.cli.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.glomera.core.geometry.Grid;
import org.glomera.pipeline.ImportHint;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.pipeline.ImportPlan.PlannedImage;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.Inventory;
import org.glomera.pipeline.Inventory.FoundCase;
import org.glomera.pipeline.Inventory.FoundDelineation;
import org.glomera.pipeline.Inventory.FoundImage;
import org.glomera.pipeline.Inventory.FoundStructure;
import org.glomera.pipeline.Inventory.FoundVolume;

/** What a folder holds, as lines for a terminal. */
final class InventoryTable {

    private static final int SHOWN_LEFT_OUT = 40;
    private static final int SHOWN_STRUCTURES = 30;
    private static final String IMAGE = "%-5s %-6s %-8s %-17s %-19s %-4s %-7s %5d  %-3s %s";

    private InventoryTable() {
    }

    static List<String> lines(Inventory found) {
        List<String> lines = new ArrayList<>();
        images(found, lines);
        delineations(found, lines);
        cases(found, lines);
        leftOut(found, lines);
        for (ImportHint hint : ImportHint.values()) {
            if (found.hints().contains(hint)) {
                lines.add(hint.sentence());
            }
        }
        lines.add(summary(found));
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static void images(Inventory found, List<String> lines) {
        if (found.images().isEmpty()) {
            return;
        }
        lines.add(IMAGE.replace("%5d", "%5s").formatted("image", "of", "kind", "voxels", "spacing in mm", "axes", "values",
                "files", "ref", "where"));
        for (FoundImage image : found.images()) {
            Optional<Grid> grid = image.volume().map(FoundVolume::grid);
            lines.add(IMAGE.formatted(image.id(), image.patient(), image.modality() + (image.part() == 0 ? ""
                    : "/" + image.part()), grid.map(InventoryTable::size).orElse("no volume"),
                    grid.map(InventoryTable::spacing).orElse(""), grid.map(Inventory::orientation).orElse(""),
                    image.volume().map(volume -> volume.quantity().unit()).orElse(""), image.files(), image.frame(),
                    image.where()));
            image.volume().ifPresent(volume -> volume.remarks().forEach(remark -> lines.add("        " + remark)));
            if (!image.problem().isEmpty()) {
                lines.add("        " + image.problem());
            }
        }
        lines.add("");
    }

    private static String size(Grid grid) {
        return grid.nx() + " × " + grid.ny() + " × " + grid.nz();
    }

    private static String spacing(Grid grid) {
        return String.format(Locale.ROOT, "%.3f × %.3f × %.3f", grid.spacingMm().x(), grid.spacingMm().y(),
                grid.spacingMm().z());
    }

    private static void delineations(Inventory found, List<String> lines) {
        for (FoundDelineation drawn : found.delineations()) {
            lines.add("%-5s %-6s %-8s %s%s".formatted(drawn.id(), drawn.patient(), drawn.kind(),
                    drawn.image().map(image -> "on " + image + "  ").orElse(""), drawn.where()));
            drawn.grid().ifPresent(grid -> lines.add("        " + size(grid) + " voxels, " + spacing(grid) + " mm, "
                    + Inventory.orientation(grid)));
            for (FoundStructure structure : drawn.structures().subList(0,
                    Math.min(SHOWN_STRUCTURES, drawn.structures().size()))) {
                lines.add("        " + structure.name() + ": " + words(structure));
            }
            if (drawn.structures().size() > SHOWN_STRUCTURES) {
                lines.add("        … and " + (drawn.structures().size() - SHOWN_STRUCTURES) + " more");
            }
            drawn.kidneys().ifPresent(kidneys -> lines.add("        kidneys: " + kidneys.inWords()));
            drawn.remarks().forEach(remark -> lines.add("        " + remark));
        }
        if (!found.delineations().isEmpty()) {
            lines.add("");
        }
    }

    private static String words(FoundStructure structure) {
        if (structure.voxels() < 0) {
            return "not counted";
        }
        return structure.volumeMl().isPresent() ? String.format(Locale.ROOT, "%,d voxels, %.1f ml", structure.voxels(),
                structure.volumeMl().getAsDouble()) : "empty";
    }

    private static void cases(Inventory found, List<String> lines) {
        for (FoundCase each : found.cases()) {
            PlannedCase planned = each.planned();
            lines.add("case %s of patient %s: %s".formatted(planned.caseId(), planned.patient(),
                    planned.acquisition().word()));
            contents(planned, Optional.of(each)).forEach(line -> lines.add("        " + line));
            planned.remarks().forEach(remark -> lines.add("        " + remark));
        }
        if (!found.cases().isEmpty()) {
            lines.add("");
        }
    }

    /** Images and delineations of a case, a line each image; with their ids when they are known. */
    static List<String> contents(PlannedCase planned, Optional<FoundCase> ids) {
        List<String> lines = new ArrayList<>();
        planned.ct().ifPresent(image -> lines.add("CT " + id(ids.flatMap(FoundCase::ct)) + words(image)
                + planned.kidneysCt().map(drawn -> "; kidneys " + id(ids.flatMap(FoundCase::kidneysCt))
                        + drawn.inWords()).orElse("")));
        planned.spect().ifPresent(image -> lines.add("SPECT " + id(ids.flatMap(FoundCase::spect)) + words(image)
                + planned.kidneysSpect().map(drawn -> "; kidneys " + id(ids.flatMap(FoundCase::kidneysSpect))
                        + drawn.inWords()).orElse("")));
        return lines;
    }

    private static String words(PlannedImage image) {
        return image.inWords();
    }

    private static String id(Optional<String> id) {
        return id.map(text -> text + ": ").orElse("");
    }

    private static void leftOut(Inventory found, List<String> lines) {
        List<LeftOutItem> items = new ArrayList<>(found.leftOut().stream().filter(LeftOutItem::faulty).toList());
        long harmless = found.leftOut().size() - items.size();
        found.leftOut().stream().filter(item -> !item.faulty()).forEach(items::add);
        items.stream().limit(SHOWN_LEFT_OUT)
                .forEach(item -> lines.add("left out: " + item.inWords()));
        if (items.size() > SHOWN_LEFT_OUT) {
            lines.add("… and " + (items.size() - SHOWN_LEFT_OUT) + " more, " + Math.min(harmless, items.size()
                    - SHOWN_LEFT_OUT) + " of them of no use to an import; --json lists all.");
        }
    }

    private static String summary(Inventory found) {
        return String.format(Locale.ROOT, "%,d files: %d images, %d delineations, %d cases. Nothing was written.",
                found.files(), found.images().size(), found.delineations().size(), found.cases().size());
    }
}
