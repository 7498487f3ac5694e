package org.glomera.ui.properties;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.study.CurvePoint;
import org.glomera.study.RunInfo;
import org.glomera.ui.Texts;
import org.glomera.ui.model.StudyNode.GroupKind;
import org.glomera.ui.model.StudyNode.Run;

import com.fasterxml.jackson.databind.JsonNode;

/** The properties of a run. Stateless. */
final class RunProperties {

    private static final String RUN = "Run";
    private static final String LEARNING = "Learning";
    private static final String CONFIGURATION = "Configuration";

    private RunProperties() {
    }

    static void add(Run run, List<Property> all) {
        RunInfo info = run.info();
        all.add(new Property(RUN, "Name", info.name()));
        all.add(new Property(RUN, "Network", info.title()));
        all.add(new Property(RUN, "State", info.keptEarly() ? "finished early, stopped on purpose"
                : info.endedEarly() ? "finished by early stopping" : Texts.of(info.state())));
        if (!info.remark().isEmpty()) {
            all.add(new Property(RUN, "Remark", info.remark()));
        }
        all.add(new Property(RUN, "Architecture", info.architecture()));
        all.add(new Property(RUN, "Preset", info.preset().isEmpty() ? Texts.NONE : info.preset()));
        all.add(new Property(RUN, "Seed", String.valueOf(info.seed())));
        all.add(new Property(RUN, "Segments on", "the grid of the " + info.segmentationGrid().name()));
        all.add(new Property(RUN, "Started", Texts.time(info.started())));
        all.add(new Property(RUN, "Last change", Texts.time(info.updated())));
        all.add(new Property(RUN, "Folder", run.path().toString()));
        addLearning(run, all);
        info.excluded().forEach(each -> all.add(new Property(Texts.of(GroupKind.EXCLUDED), each.caseId(),
                each.reason())));
        addTree("", info.configuration(), all);
        info.versions().forEach((name, version) -> all.add(new Property("Versions", name, version)));
    }

    private static void addLearning(Run run, List<Property> all) {
        RunInfo info = run.info();
        all.add(new Property(LEARNING, "Epochs", info.epochsDone() + " of " + info.epochsPlanned()));
        all.add(new Property(LEARNING, "Training images", String.valueOf(info.trainingImages())));
        all.add(new Property(LEARNING, "Test images", String.valueOf(info.testImages())));
        addCases("Held-out cases", info.cases().heldOut(), all);
        addCases("Validation cases", info.cases().validation(), all);
        info.origin().inWords().forEach(sentence -> all.add(new Property(LEARNING, "First weights", sentence)));
        addPoint("Last epoch", run.curve().last(), all);
        if (info.reportedEpoch() > 0) {
            addPoint("Reported epoch", run.curve().at(info.reportedEpoch()), all);
            all.add(new Property(LEARNING, "Why this epoch", info.reportedEpochReason()));
        }
        addPoint("Best epoch (for display only)", run.curve().bestByTestDice(), all);
    }

    private static void addCases(String name, List<String> ids, List<Property> all) {
        if (!ids.isEmpty()) {
            all.add(new Property(LEARNING, name, ids.size() + ": " + String.join(", ", ids)));
        }
    }

    private static void addPoint(String name, Optional<CurvePoint> point, List<Property> all) {
        point.ifPresent(p -> all.add(new Property(LEARNING, name, p.epoch() + ": Dice " + Texts.number(p.testDice(), 3)
                + " on the test cohort, " + Texts.number(p.trainingDice(), 3) + " on the training cohort"
                + (Double.isNaN(p.validationDice()) ? "" : ", " + Texts.number(p.validationDice(), 3)
                        + " on the validation cases"))));
    }

    private static void addTree(String name, JsonNode value, List<Property> all) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                addTree(name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), all);
            }
        } else {
            all.add(new Property(CONFIGURATION, name, value.isTextual() ? value.asText() : value.toString()));
        }
    }
}
