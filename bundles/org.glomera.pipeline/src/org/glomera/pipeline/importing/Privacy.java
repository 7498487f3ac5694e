package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.glomera.dicom.Discovery;
import org.glomera.dicom.LeftOut;
import org.glomera.pipeline.ImportReport;
import org.glomera.pipeline.ImportReport.LeftOutItem;

/** Takes the names of folders out of what is kept, since hospitals name folders after patients. */
final class Privacy {

    private static final String HIDDEN = "…";

    private Privacy() {
    }

    /** The report as it is kept in the study; that of phantoms keeps the folders' names. */
    static ImportReport masked(ImportReport report, ImportSource source) {
        if (!source.truths().isEmpty()) {
            return new ImportReport(report.cases(), 0, report.leftOut());
        }
        List<String> folders = folders(source.discovery());
        List<LeftOutItem> masked = new ArrayList<>();
        for (LeftOutItem item : report.leftOut()) {
            masked.add(new LeftOutItem(HIDDEN + "/" + Path.of(item.what()).getFileName(),
                    withoutFolders(item.reason(), folders), item.faulty()));
        }
        return new ImportReport(report.cases(), 0, masked);
    }

    private static List<String> folders(Discovery discovery) {
        List<Path> files = new ArrayList<>();
        discovery.series().forEach(series -> files.addAll(series.files()));
        discovery.leftOut().stream().map(LeftOut::path).forEach(files::add);
        return files.stream().map(file -> file.toAbsolutePath().normalize().getParent().toString()).distinct()
                .sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    private static String withoutFolders(String text, List<String> folders) {
        String without = text;
        for (String folder : folders) {
            without = without.replace(folder, HIDDEN);
        }
        return without;
    }
}
