package org.glomera.pipeline.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.Discovery;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.pipeline.ListedCase;
import org.glomera.study.Role;

/**
 * What the folders of an import hold.
 *
 * @param folders the folders, absolute
 * @param discovery their series
 * @param roles the roles of their cohort files, by the patient's identifier; of two files the first counts
 * @param truths what is known of phantoms
 * @param files the image files that are no DICOM
 */
record ImportSource(List<Path> folders, Discovery discovery, Map<String, Role> roles, List<PhantomTruthFile> truths,
        ListedFiles files) {

    ImportSource {
        folders = List.copyOf(folders);
        roles = Map.copyOf(roles);
        truths = List.copyOf(truths);
        Objects.requireNonNull(files);
    }

    /**
     * Looks through folders by the headers of their files.
     *
     * @param given folders, and lists of image files
     * @param asked cases of image files that options name
     */
    static ImportSource find(List<Path> given, List<ListedCase> asked, Readers readers, IProgressMonitor monitor)
            throws GlomeraException {
        List<Path> folders = new ArrayList<>();
        List<ListedCase> listed = new ArrayList<>(asked);
        for (Path path : given.stream().map(each -> each.toAbsolutePath().normalize()).distinct().toList()) {
            if (Files.isDirectory(path)) {
                folders.add(path);
            } else if (Files.isRegularFile(path) && path.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                listed.addAll(ImageList.read(path));
            } else {
                throw new GlomeraException(Kind.INPUT, Files.exists(path) ? path + " is neither a folder nor a list of"
                        + " images (.csv). Give the folder that holds the images."
                        : "The folder " + path + " is not there. Check the path.");
            }
        }
        Map<String, Role> roles = new HashMap<>();
        List<PhantomTruthFile> truths = new ArrayList<>();
        for (Path folder : folders) {
            Optional<CohortFile> cohort = CohortFile.beside(folder);
            cohort.ifPresent(file -> file.roles().forEach(roles::putIfAbsent));
            PhantomTruthFile.beside(folder, cohort).ifPresent(truths::add);
        }
        Discovery discovery = folders.isEmpty() ? new Discovery(List.of(), List.of())
                : new DicomDiscovery(readers.toolkit()).discover(folders, monitor);
        return new ImportSource(folders, discovery, roles, truths,
                ListedFiles.of(discovery.leftOut(), listed, readers.files()));
    }

    /** The truth of a phantom; empty for a patient. */
    Optional<PhantomTruthFile> truthOf(String patientId) {
        return truths.stream().filter(truth -> truth.knows(patientId)).findFirst();
    }

    /** A folder or file by which a message names the whole. */
    Path where() {
        return folders.isEmpty() ? files.cases().get(0).files().get(0) : folders.get(0);
    }

    /** How many files were looked at. */
    int fileCount() {
        return discovery.series().stream().mapToInt(series -> series.instances().size()).sum()
                + (folders.isEmpty() ? files.used().size() : discovery.leftOut().size());
    }

    /** What was left out, for people: paths relative to the folder, with its name where there are several. */
    LeftOutItem item(LeftOutNote note) {
        Path path = note.path().toAbsolutePath().normalize();
        for (Path folder : folders) {
            if (path.startsWith(folder) && !path.equals(folder)) {
                Path from = folders.size() > 1 && folder.getParent() != null ? folder.getParent() : folder;
                return new LeftOutItem(from.relativize(path).toString(), note.reason(), note.faulty());
            }
        }
        return new LeftOutItem(path.toString(), note.reason(), note.faulty());
    }
}
