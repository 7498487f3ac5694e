package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.core.GlomeraException;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

class TrainingConfigurationTest {

    /** A product of three doubles. */
    private static final double ROUNDING = 1e-15;

    static final TrainingConfiguration DEMO = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.02, 0.9, true, 0, 1,
            20, Decay.POLYNOMIAL, 0.9, 8, 1, 11, 2, new Initialisation(0.05, -2));

    @Test
    void learningRate_risesThenFalls() {
        // step 4 of 20 of the warm-up is the fifth: 5/20; the decay after 4 of 400 steps is (1 - 0.01)^0.9
        assertEquals(0.02 * 0.25 * Math.pow(0.99, 0.9), DEMO.learningRate(4, 400), ROUNDING);
        // half the way: 0.5^0.9
        assertEquals(0.02 * Math.pow(0.5, 0.9), DEMO.learningRate(200, 400), ROUNDING);
        assertTrue(DEMO.learningRate(399, 400) > 0);
    }

    @Test
    void learningRate_staysWhenConstant() {
        TrainingConfiguration constant = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.1, 0, false, 0, 0, 0,
                Decay.CONSTANT, 0, 100, 1, 1, 2, Initialisation.PLAIN);
        assertEquals(0.1, constant.learningRate(0, 5500), 0);
        assertEquals(0.1, constant.learningRate(5499, 5500), 0);
    }

    @Test
    void stepsPerEpoch_countsTheLastBatchThatIsNotFull() {
        TrainingConfiguration four = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.1, 0, false, 0, 0, 0,
                Decay.CONSTANT, 0, 100, 4, 1, 2, Initialisation.PLAIN);
        // 55 images in fours: 13 full batches and one of three
        assertEquals(14, four.stepsPerEpoch(55));
    }

    @Test
    void json_givesBackTheSameConfiguration() throws GlomeraException {
        assertEquals(DEMO, StudyJson.convert(StudyJson.toTree(DEMO), "test", TrainingConfiguration.class));
        assertEquals("polynomial", StudyJson.toTree(DEMO).get("decay").textValue());
    }

    @Test
    void json_refusesANameThatIsNotKnown() {
        ObjectNode tree = (ObjectNode) StudyJson.toTree(DEMO);
        tree.put("optimiser", "adamw");
        assertThrows(GlomeraException.class, () -> StudyJson.convert(tree, "test", TrainingConfiguration.class));
        ObjectNode further = (ObjectNode) StudyJson.toTree(DEMO);
        further.put("learningrate", 1);
        assertThrows(GlomeraException.class, () -> StudyJson.convert(further, "test", TrainingConfiguration.class));
    }

    @Test
    void configuration_refusesNumbersThatMakeNoTraining() {
        assertThrows(IllegalArgumentException.class, () -> DEMO.withEpochs(0));
        ObjectNode tree = (ObjectNode) StudyJson.toTree(DEMO);
        tree.put("momentum", 1.0);
        String message = assertThrows(GlomeraException.class,
                () -> StudyJson.convert(tree, "preset", TrainingConfiguration.class)).getMessage();
        assertTrue(message.contains("Momentum is 0 to below 1"), message);
    }
}
