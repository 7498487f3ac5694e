package org.glomera.ui.explorer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.glomera.study.Acquisition;
import org.glomera.study.CurvePoint;
import org.glomera.study.RunInfo;
import org.glomera.ui.Images;
import org.glomera.ui.Texts;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.model.StudyNode.Experiment;
import org.glomera.ui.model.StudyNode.Group;
import org.glomera.ui.model.StudyNode.GroupKind;
import org.glomera.ui.model.StudyNode.Reading;
import org.glomera.ui.model.StudyNode.Run;
import org.glomera.ui.model.StudyNode.Study;
import org.glomera.ui.model.StudyNode.Unreadable;

/** Name, icon and, in a fainter colour, the most telling facts of each line of the tree. */
public final class StudyTreeLabels extends LabelProvider implements IStyledLabelProvider {

    private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    @Override
    public String getText(Object element) {
        return getStyledText(element).getString();
    }

    @Override
    public StyledString getStyledText(Object element) {
        return element instanceof StudyNode node
                ? new StyledString(name(node)).append(facts(node), StyledString.QUALIFIER_STYLER)
                : new StyledString(String.valueOf(element));
    }

    @Override
    public Image getImage(Object element) {
        return element instanceof StudyNode node ? images.get(icon(node)) : null;
    }

    @Override
    public void dispose() {
        images.dispose();
        super.dispose();
    }

    /** What a line is called. */
    public static String name(StudyNode node) {
        if (node instanceof Study study) {
            return study.info().name();
        } else if (node instanceof Group group) {
            return Texts.of(group.kind());
        } else if (node instanceof Case shown) {
            return shown.info().id();
        } else if (node instanceof StudyNode.Image image) {
            return image.title();
        } else if (node instanceof Run run) {
            return run.info().title().isBlank() ? run.info().name() : run.info().title();
        } else if (node instanceof Experiment experiment) {
            return experiment.info().title().isBlank() ? experiment.info().name() : experiment.info().title();
        }
        return String.valueOf(node.path().getFileName());
    }

    private static String facts(StudyNode node) {
        if (node instanceof Study study) {
            return "  " + study.root();
        } else if (node instanceof Group group) {
            return "  " + group.children().size();
        } else if (node instanceof Case shown) {
            return "  " + caseFacts(shown);
        } else if (node instanceof StudyNode.Image image) {
            return "  " + image.facts();
        } else if (node instanceof Run run) {
            return "  " + runFacts(run);
        } else if (node instanceof Experiment experiment) {
            return "  " + Texts.count(experiment.info().runs().size(), "network", "networks") + ", "
                    + Texts.count(experiment.info().cases().size(), "case", "cases");
        } else if (node instanceof Reading) {
            return "  reading\u2026";
        }
        return node instanceof Unreadable unreadable ? "  " + unreadable.message() : "";
    }

    private static String caseFacts(Case shown) {
        if (shown.group() != GroupKind.EXCLUDED) {
            String left = shown.exclusions().isEmpty() ? ""
                    : ", left out of " + String.join(", ", shown.exclusions().keySet().stream().sorted().toList());
            String aligned = shown.alignment().inWords();
            return Texts.of(shown.info().acquisition()) + (aligned.isEmpty() ? "" : ", " + aligned) + left;
        }
        return reasons(shown.exclusions());
    }

    /** The reasons of an excluded case, each with the networks that gave it. */
    public static String reasons(Map<String, String> exclusions) {
        Map<String, String> networks = exclusions.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .collect(Collectors.groupingBy(Map.Entry::getValue, LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))));
        return networks.entrySet().stream().map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String runFacts(Run run) {
        RunInfo info = run.info();
        Optional<CurvePoint> point = info.reportedEpoch() > 0 ? run.curve().at(info.reportedEpoch())
                : run.curve().last();
        String dice = point.filter(each -> !Double.isNaN(each.testDice()))
                .map(each -> "Dice " + Texts.number(each.testDice(), 3) + ", ").orElse("");
        return dice + progress(info);
    }

    private static String progress(RunInfo info) {
        String epoch = "epoch " + info.epochsDone() + " of " + info.epochsPlanned();
        return switch (info.state()) {
            case PREPARED -> "prepared";
            case TRAINING -> "training, " + epoch;
            case STOPPED -> "stopped at " + epoch;
            case FAILED -> "failed at " + epoch;
            case FINISHED -> info.keptEarly() ? "kept at " + epoch : "finished";
        };
    }

    /** The icon of a line. */
    public static ImageDescriptor icon(StudyNode node) {
        if (node instanceof Group group) {
            return Images.descriptor(switch (group.kind()) {
                case RUNS -> "runs";
                case EXPERIMENTS -> "experiments";
                case TRAINING, TEST, UNASSIGNED, EXCLUDED -> "cohort";
            });
        } else if (node instanceof Run run) {
            return Images.run(run.info().state());
        } else if (node instanceof Case shown) {
            return Images.descriptor(caseIcon(shown));
        } else if (node instanceof StudyNode.Image image) {
            return Images.descriptor(imageIcon(image));
        } else if (node instanceof Experiment) {
            return Images.descriptor("experiment");
        }
        return Images.descriptor(node instanceof Unreadable ? "problem" : "study");
    }

    private static String imageIcon(StudyNode.Image image) {
        if (!image.isReadable()) {
            return "problem";
        }
        return switch (image.id()) {
            case "ct" -> "series_ct";
            case "spect" -> "series_spect";
            case "kidneys_ct", "kidneys_spect" -> "kidneys";
            default -> "kidneys_automatic";
        };
    }

    private static String caseIcon(Case shown) {
        if (shown.group() == GroupKind.EXCLUDED) {
            return "case_excluded";
        }
        return shown.info().acquisition() == Acquisition.SPECT_CT ? "case_spect_ct" : "case_diagnostic_ct";
    }
}
