package org.glomera.ui.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.glomera.study.Acquisition;
import org.glomera.study.CaseInfo;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ImageGrid;
import org.glomera.study.Role;
import org.glomera.study.RunInfo;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.model.StudyNode.GroupKind;
import org.glomera.ui.model.StudyNode.Run;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the Properties view says. */
class NodePropertiesTest {

    private static final Path ROOT = Path.of("/studies/a");

    private static List<String> lines(List<Property> properties) {
        return properties.stream().map(each -> each.group() + ": " + each.name() + " = " + each.value()).toList();
    }

    @Test
    void ofACase_namesEachNetworkThatLeftItOut_inOrder() {
        CaseInfo info = new CaseInfo("p1", "P1", Acquisition.SPECT_CT, Role.TEST, List.of(), List.of(), Map.of(),
                List.of());
        List<String> lines = lines(NodeProperties.of(new Case(ROOT, GroupKind.EXCLUDED, info,
                Map.of("standard", "No CT.", "hybrid", "No SPECT.")), Map.of()));
        assertEquals(List.of("Case: Left out of hybrid = No SPECT.", "Case: Left out of standard = No CT."),
                lines.stream().filter(line -> line.contains("Left out")).toList());
        assertTrue(lines.contains("Case: Cohort = test"), lines::toString);
    }

    @Test
    void ofARun_flattenTheConfiguration_andTellBestFromReported() {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.putObject("training").put("learningRate", 0.02).put("optimiser", "sgd");
        configuration.putArray("size").add(48).add(64);
        RunInfo info = RunInfo.planned("hybrid", "Hybrid", "hybrid", ImageGrid.SPECT, 7, 3, Instant.EPOCH)
                .withConfiguration("demo", configuration)
                .withEpochs(3, 3, "The last epoch is reported.", Instant.EPOCH);
        List<String> lines = lines(NodeProperties.of(new Run(ROOT, info, new Curve(List.of(
                new CurvePoint(1, 0.5, 0.4), new CurvePoint(2, 0.7, 0.8), new CurvePoint(3, 0.9, 0.75)))), Map.of()));
        assertTrue(lines.containsAll(List.of("Configuration: training.learningRate = 0.02",
                "Configuration: training.optimiser = sgd", "Configuration: size = [48,64]",
                "Learning: Reported epoch = 3: Dice 0.750 on the test cohort, 0.900 on the training cohort",
                "Learning: Best epoch (for display only) = 2: Dice 0.800 on the test cohort, 0.700 on the training"
                        + " cohort")), lines::toString);
    }
}
