package org.glomera.pipeline.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.LeftOut;
import org.glomera.pipeline.ListedCase;

/**
 * The image files below the folders of an import that are no DICOM.
 *
 * @param cases the cases that lists and options name, each id once
 * @param unlisted image files that no list names, in the order of their paths
 * @param used every file that is accounted for: lists, what they name, image files and their parts
 * @param notes what is left out of them, and why
 */
record ListedFiles(List<ListedCase> cases, List<Path> unlisted, Set<Path> used, List<LeftOutNote> notes) {

    ListedFiles {
        cases = List.copyOf(cases);
        unlisted = List.copyOf(unlisted);
        used = Set.copyOf(used);
        notes = List.copyOf(notes);
    }

    /**
     * Finds them among the files that are no DICOM.
     *
     * @param asked the cases that options name
     */
    static ListedFiles of(List<LeftOut> noDicom, List<ListedCase> asked, ImageFiles readers) {
        Map<String, ListedCase> cases = new LinkedHashMap<>();
        asked.forEach(each -> cases.put(each.caseId(), each));
        Set<Path> used = new HashSet<>();
        List<LeftOutNote> notes = new ArrayList<>();
        List<Path> files = noDicom.stream().map(left -> left.path().toAbsolutePath().normalize()).toList();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.equalsIgnoreCase(ImageList.NAME)) {
                used.add(file);
                read(file, cases, notes);
            } else if (name.equals(CohortFile.NAME)) {
                used.add(file);
            }
        }
        Set<Path> listed = new HashSet<>();
        cases.values().forEach(each -> each.files().forEach(file -> listed.addAll(ImageFileParts.of(file))));
        used.addAll(listed);
        List<Path> unlisted = files.stream().filter(file -> !listed.contains(file)).filter(readers::isImage).toList();
        for (Path file : unlisted) {
            used.addAll(ImageFileParts.of(file));
            notes.add(LeftOutNote.unlisted(file));
        }
        return new ListedFiles(List.copyOf(cases.values()), unlisted, used, notes);
    }

    private static void read(Path list, Map<String, ListedCase> cases, List<LeftOutNote> notes) {
        try {
            for (ListedCase each : ImageList.read(list)) {
                ListedCase same = cases.putIfAbsent(each.caseId(), each);
                if (same != null) {
                    notes.add(LeftOutNote.faulty(list, "Another list, or an option, has a case " + each.caseId()
                            + " too. Give one of them another name."));
                }
            }
        } catch (GlomeraException e) {
            notes.add(LeftOutNote.faulty(list, e.getMessage()));
        }
    }

    /** Whether a file is accounted for. */
    boolean uses(Path file) {
        return used.contains(file.toAbsolutePath().normalize());
    }
}
