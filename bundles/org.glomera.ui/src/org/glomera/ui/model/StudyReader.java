package org.glomera.ui.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.model.StudyNode.Experiment;
import org.glomera.ui.model.StudyNode.Group;
import org.glomera.ui.model.StudyNode.GroupKind;
import org.glomera.ui.model.StudyNode.Run;
import org.glomera.ui.model.StudyNode.Study;
import org.glomera.ui.model.StudyNode.Unreadable;

/**
 * Reads a study folder as the tree that the explorer shows. What cannot be read becomes a line that says so; the rest
 * is read all the same. No image is opened. Stateless.
 */
public final class StudyReader {

    /** Reads one thing of a study by its name. */
    @FunctionalInterface
    private interface Reading {
        StudyNode read(String name) throws GlomeraException;
    }

    /**
     * Reads a study.
     *
     * @param root the study's folder, absolute
     * @param monitor told of the progress and asked for cancelling between two files
     * @return a {@link Study}, or {@link Unreadable} when its study.json cannot be read
     */
    public StudyNode read(Path root, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        try {
            StudyFolder folder = StudyFolder.open(root);
            Exclusions exclusions = new Exclusions();
            exclusions.addPrepared(root);
            List<StudyNode> runs = readAll(root.resolve("runs"), root, folder.runs(), name -> {
                Run run = new Run(root, folder.readRun(name), folder.readCurve(name));
                exclusions.addRun(run.info());
                return run;
            }, progress.split(1));
            List<StudyNode> groups = new ArrayList<>(readCases(folder, exclusions, progress.split(1)));
            groups.add(new Group(root, GroupKind.RUNS, runs));
            groups.add(new Group(root, GroupKind.EXPERIMENTS, readAll(root.resolve("experiments"), root,
                    folder.experiments(), name -> readExperiment(folder, name), progress.split(1))));
            return new Study(root, folder.info(), groups);
        } catch (GlomeraException e) {
            return new Unreadable(root, root, e.getMessage());
        }
    }

    private static Experiment readExperiment(StudyFolder folder, String name) throws GlomeraException {
        return new Experiment(folder.root(), folder.readExperiment(name),
                Files.isRegularFile(folder.experimentFolder(name).resolve("report.html")));
    }

    private static List<StudyNode> readAll(Path parent, Path root, List<String> names, Reading reading,
            IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, names.size());
        List<StudyNode> nodes = new ArrayList<>();
        for (String name : names) {
            progress.split(1);
            try {
                nodes.add(reading.read(name));
            } catch (GlomeraException e) {
                nodes.add(new Unreadable(root, parent.resolve(name), e.getMessage()));
            }
        }
        return nodes;
    }

    /** The groups of cases that are not empty; a training and a test group always. */
    private static List<StudyNode> readCases(StudyFolder folder, Exclusions exclusions, IProgressMonitor monitor)
            throws GlomeraException {
        Path root = folder.root();
        Map<GroupKind, List<StudyNode>> byGroup = new EnumMap<>(GroupKind.class);
        byGroup.put(GroupKind.TRAINING, new ArrayList<>());
        byGroup.put(GroupKind.TEST, new ArrayList<>());
        List<StudyNode> unreadable = new ArrayList<>();
        List<String> ids = folder.caseIds();
        SubMonitor progress = SubMonitor.convert(monitor, ids.size());
        for (String id : ids) {
            progress.split(1);
            try {
                place(folder, folder.requireCase(id), exclusions, byGroup);
            } catch (GlomeraException e) {
                unreadable.add(new Unreadable(root, root.resolve("cases").resolve(id), e.getMessage()));
            }
        }
        List<StudyNode> groups = new ArrayList<>();
        byGroup.forEach((kind, cases) -> groups.add(new Group(root, kind, cases)));
        groups.addAll(unreadable);
        return groups;
    }

    private static void place(StudyFolder folder, CaseInfo info, Exclusions exclusions,
            Map<GroupKind, List<StudyNode>> byGroup) throws GlomeraException {
        Path root = folder.root();
        Alignment alignment = Alignment.read(folder, info);
        Map<String, String> reasons = exclusions.of(info.id());
        if (exclusions.isUsed(info.id())) {
            GroupKind kind = groupOf(info.role());
            byGroup.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Case(root, kind, info, reasons,
                    alignment));
        }
        if (!reasons.isEmpty()) {
            byGroup.computeIfAbsent(GroupKind.EXCLUDED, k -> new ArrayList<>())
                    .add(new Case(root, GroupKind.EXCLUDED, info, reasons, alignment));
        }
    }

    private static GroupKind groupOf(Role role) {
        return switch (role) {
            case TRAINING -> GroupKind.TRAINING;
            case TEST -> GroupKind.TEST;
            case UNASSIGNED -> GroupKind.UNASSIGNED;
        };
    }
}
