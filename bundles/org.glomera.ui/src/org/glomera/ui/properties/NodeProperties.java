package org.glomera.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.CaseRegistration;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.StudyInfo;
import org.glomera.ui.Texts;
import org.glomera.ui.model.Alignment;
import org.glomera.ui.model.ImageFacts;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.model.StudyNode.Experiment;
import org.glomera.ui.model.StudyNode.Group;
import org.glomera.ui.model.StudyNode.GroupKind;
import org.glomera.ui.model.StudyNode.Reading;
import org.glomera.ui.model.StudyNode.Run;
import org.glomera.ui.model.StudyNode.Study;
import org.glomera.ui.model.StudyNode.Unreadable;

/** The properties of each kind of line of the explorer. Stateless. */
final class NodeProperties {

    private static final String STUDY = "Study";
    private static final String CASE = "Case";
    private static final String VOLUMES = "Kidney volumes";
    private static final String EXPERIMENT = "Experiment";

    private NodeProperties() {
    }

    /**
     * The properties of a line of the explorer, in the order they are shown.
     *
     * @param images what is known about the images of a case; empty as long as they were not looked into, and for
     *        everything that is no case
     */
    static List<Property> of(StudyNode node, Map<CaseFile, ImageFacts> images) {
        List<Property> all = new ArrayList<>();
        if (node instanceof Study study) {
            addStudy(study, all);
        } else if (node instanceof Group group) {
            all.add(new Property("Group", "Name", Texts.of(group.kind())));
            all.add(new Property("Group", "Number", String.valueOf(group.children().size())));
            all.add(new Property("Group", "Folder", group.path().toString()));
        } else if (node instanceof Case shown) {
            addCase(shown, all);
            addImages(shown, images, all);
            addOrigin(shown.info(), all);
        } else if (node instanceof StudyNode.Image image) {
            all.add(new Property(image.title(), image.isReadable() ? "Content" : "Problem", image.facts()));
            all.add(new Property(image.title(), "File", image.path().toString()));
            all.add(new Property(CASE, "Id", image.shown().info().id()));
        } else if (node instanceof Run run) {
            RunProperties.add(run, all);
        } else if (node instanceof Experiment experiment) {
            addExperiment(experiment, all);
        } else if (node instanceof Unreadable unreadable) {
            all.add(new Property("Problem", "What is wrong", unreadable.message()));
            all.add(new Property("Problem", "Where", unreadable.path().toString()));
        } else if (node instanceof Reading) {
            all.add(new Property(STUDY, "Folder", node.root().toString()));
        }
        return all;
    }

    private static void addStudy(Study study, List<Property> all) {
        StudyInfo info = study.info();
        all.add(new Property(STUDY, "Name", info.name()));
        all.add(new Property(STUDY, "Folder", study.root().toString()));
        all.add(new Property(STUDY, "Created", Texts.time(info.created())));
        all.add(new Property(STUDY, "Created with", info.createdWith()));
        all.add(new Property(STUDY, "Format of its files", String.valueOf(info.format())));
        for (StudyNode child : study.children()) {
            if (child instanceof Group group) {
                all.add(new Property("Content", Texts.of(group.kind()), String.valueOf(group.children().size())));
            }
        }
        info.notes().forEach((name, value) -> all.add(new Property("Notes", name, value)));
    }

    private static void addCase(Case shown, List<Property> all) {
        CaseInfo info = shown.info();
        all.add(new Property(CASE, "Id", info.id()));
        all.add(new Property(CASE, "Patient (pseudonym)", info.patient()));
        all.add(new Property(CASE, "Acquisition", Texts.of(info.acquisition())));
        all.add(new Property(CASE, "Cohort", Texts.of(info.role())));
        shown.exclusions().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(each -> all.add(new Property(CASE, "Left out of " + each.getKey(), each.getValue())));
        for (String remark : info.remarks()) {
            all.add(new Property(CASE, "Remark", remark));
        }
        all.add(new Property(CASE, "Folder", shown.path().toString()));
        shown.alignment().applied().ifPresent(each -> addRegistration("SPECT onto CT", each, all));
        shown.alignment().proposed().ifPresent(each -> addRegistration("SPECT onto CT, proposed", each, all));
    }

    private static void addRegistration(String group, CaseRegistration registration, List<Property> all) {
        all.add(new Property(group, "Method", registration.method()));
        all.add(new Property(group, "Moved by", Alignment.inWords(registration)));
        all.add(new Property(group, "Shift x, y, z (LPS)", three(registration.shiftMm(), "mm")));
        all.add(new Property(group, "Rotation about x, y, z", three(registration.rotationDegrees(), "\u00b0")));
        all.add(new Property(group, "Score", registration.score() + ": " + Texts.number(registration.scoreBefore(), 4)
                + " \u2192 " + Texts.number(registration.scoreAfter(), 4)));
        if (!Double.isNaN(registration.kidneysDiceAfter())) {
            all.add(new Property(group, "Dice of the drawn kidneys", Texts.number(registration.kidneysDiceBefore(), 3)
                    + " \u2192 " + Texts.number(registration.kidneysDiceAfter(), 3)));
        }
        registration.warnings().forEach(warning -> all.add(new Property(group, "Warning", warning)));
        all.add(new Property(group, "Found", Texts.time(registration.made()) + " with " + registration.madeWith()));
    }

    private static String three(List<Double> numbers, String unit) {
        return String.format(Locale.ROOT, "%.2f, %.2f, %.2f %s", numbers.get(0), numbers.get(1), numbers.get(2), unit);
    }

    private static void addImages(Case shown, Map<CaseFile, ImageFacts> images, List<Property> all) {
        List<Property> volumes = new ArrayList<>();
        for (CaseFile image : shown.info().available()) {
            String name = imageName(image);
            ImageFacts facts = images.get(image);
            if (facts == null) {
                all.add(new Property(name, "File", "reading\u2026"));
            } else if (facts instanceof ImageFacts.Unreadable unreadable) {
                all.add(new Property(name, "Problem", unreadable.message()));
            } else if (facts instanceof ImageFacts.Readable readable) {
                addGrid(name, readable.grid(), all);
                for (Side side : Side.values()) {
                    Double volumeMl = readable.volumeMl().get(side);
                    if (volumeMl != null) {
                        volumes.add(new Property(VOLUMES, capital(side.word()) + ", drawn on "
                                + (image == CaseFile.KIDNEYS_CT ? "CT" : "SPECT"), Texts.number(volumeMl, 1, "ml")));
                    }
                }
            }
        }
        all.addAll(volumes);
    }

    private static void addGrid(String group, Grid grid, List<Property> all) {
        Vector3 spacing = grid.spacingMm();
        Vector3 first = grid.patientMm(0, 0, 0);
        all.add(new Property(group, "Size", grid.nx() + " \u00d7 " + grid.ny() + " \u00d7 " + grid.nz() + " voxels"));
        all.add(new Property(group, "Spacing", triple(spacing, 2) + " mm"));
        all.add(new Property(group, "Field of view", triple(new Vector3(spacing.x() * grid.nx(),
                spacing.y() * grid.ny(), spacing.z() * grid.nz()), 1) + " mm"));
        all.add(new Property(group, "First voxel (LPS)", String.format(Locale.ROOT, "%.1f, %.1f, %.1f mm", first.x(),
                first.y(), first.z())));
    }

    private static String triple(Vector3 v, int digits) {
        return Texts.number(v.x(), digits) + " \u00d7 " + Texts.number(v.y(), digits) + " \u00d7 "
                + Texts.number(v.z(), digits);
    }

    private static void addOrigin(CaseInfo info, List<Property> all) {
        info.truth().forEach((name, value) -> all.add(new Property("True values (phantom)", name,
                String.format(Locale.ROOT, "%.6g", value))));
        info.sources().forEach(source -> all.add(new Property("Made from", source.kind(),
                Texts.count(source.files(), "file", "files") + ", SHA-256 " + source.sha256())));
    }

    private static void addExperiment(Experiment experiment, List<Property> all) {
        ExperimentInfo info = experiment.info();
        all.add(new Property(EXPERIMENT, "Name", info.name()));
        all.add(new Property(EXPERIMENT, "Title", info.title()));
        all.add(new Property(EXPERIMENT, "Evaluated", Texts.time(info.created())));
        all.add(new Property(EXPERIMENT, "Networks", String.join(", ", info.runs())));
        all.add(new Property(EXPERIMENT, "Cases", String.valueOf(info.cases().size())));
        all.add(new Property(EXPERIMENT, "Report", experiment.hasReport() ? experiment.report().toString()
                : "not written yet"));
        info.remarks().forEach(remark -> all.add(new Property(EXPERIMENT, "Remark", remark)));
        info.excluded().forEach(each -> all.add(new Property(Texts.of(GroupKind.EXCLUDED), each.caseId(),
                each.reason())));
    }

    private static String imageName(CaseFile image) {
        return switch (image) {
            case CT -> "CT";
            case SPECT -> "SPECT";
            case KIDNEYS_CT -> "Kidneys drawn on CT";
            case KIDNEYS_SPECT -> "Kidneys drawn on SPECT";
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
