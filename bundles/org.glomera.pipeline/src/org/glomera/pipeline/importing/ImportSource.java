package org.glomera.pipeline.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.DicomDiscovery;
import org.glomera.dicom.Discovery;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.study.Role;

/**
 * What the folders of an import hold.
 *
 * @param folders the folders, absolute
 * @param discovery their series
 * @param roles the roles of their cohort files, by the patient's identifier; of two files the first counts
 * @param truths what is known of phantoms
 */
record ImportSource(List<Path> folders, Discovery discovery, Map<String, Role> roles, List<PhantomTruthFile> truths) {

    ImportSource {
        folders = List.copyOf(folders);
        roles = Map.copyOf(roles);
        truths = List.copyOf(truths);
    }

    /** Looks through folders by the headers of their files. */
    static ImportSource find(List<Path> dicomFolders, DicomToolkit toolkit, IProgressMonitor monitor)
            throws GlomeraException {
        List<Path> folders = dicomFolders.stream().map(folder -> folder.toAbsolutePath().normalize()).distinct()
                .toList();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new GlomeraException(Kind.INPUT, "The DICOM folder " + folder + " is not there. Check the path.");
            }
        }
        Map<String, Role> roles = new HashMap<>();
        List<PhantomTruthFile> truths = new ArrayList<>();
        for (Path folder : folders) {
            Optional<CohortFile> cohort = CohortFile.beside(folder);
            cohort.ifPresent(file -> file.roles().forEach(roles::putIfAbsent));
            PhantomTruthFile.beside(folder, cohort).ifPresent(truths::add);
        }
        return new ImportSource(folders, new DicomDiscovery(toolkit).discover(folders, monitor), roles, truths);
    }

    /** The truth of a phantom; empty for a patient. */
    Optional<PhantomTruthFile> truthOf(String patientId) {
        return truths.stream().filter(truth -> truth.knows(patientId)).findFirst();
    }

    /** How many files the folders hold. */
    int files() {
        return discovery.series().stream().mapToInt(series -> series.instances().size()).sum()
                + discovery.leftOut().size();
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
