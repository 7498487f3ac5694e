package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
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
    void learningRate_fallsInStepsAfterEverySoManyEpochsAndRisesInTheWarmUp() {
        TrainingConfiguration steps = DEMO.change().decay(Decay.STEP).decayFactor(0.1).decayEpochs(3).epochs(8)
                .configuration();
        // 8 epochs of 50 steps, a step down after epochs 3 and 6: from steps 150 and 300 on
        assertEquals(0.02, steps.learningRate(149, 400), ROUNDING);
        assertEquals(0.002, steps.learningRate(150, 400), ROUNDING);
        assertEquals(0.002, steps.learningRate(299, 400), ROUNDING);
        assertEquals(0.0002, steps.learningRate(300, 400), ROUNDING);
        assertEquals(0.02 * 5 / 20, steps.learningRate(4, 400), ROUNDING);
        TrainingConfiguration constant = DEMO.change().decay(Decay.CONSTANT).configuration();
        assertEquals(0.02 * 20 / 20, constant.learningRate(19, 400), ROUNDING);
        assertEquals(0.02 * 19 / 20, constant.learningRate(18, 400), ROUNDING);
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
    void json_ofATrainingWithoutLaterSettingsIsAsItWasBeforeThem() {
        List<String> names = new ArrayList<>();
        StudyJson.toTree(DEMO).fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("loss", "optimiser", "learningRate", "momentum", "nesterov", "weightDecay",
                "gradientNormLimit", "warmUpSteps", "decay", "decayPower", "epochs", "batch", "seed", "threads",
                "initialisation"), names);
    }

    @Test
    void json_givesBackAdamStepDecayAndEarlyStopping() throws GlomeraException {
        TrainingConfiguration all = DEMO.change().optimiser(Optimiser.ADAM).loss(Loss.DICE_CROSS_ENTROPY).beta1(0.8)
                .beta2(0.99).epsilon(1e-6).decay(Decay.STEP).decayFactor(0.3).decayEpochs(2).patienceEpochs(4)
                .smallestGain(0.01).configuration();
        JsonNode tree = StudyJson.toTree(all);
        assertEquals(all, StudyJson.convert(tree, "test", TrainingConfiguration.class));
        assertEquals("adam", tree.get("optimiser").textValue());
        assertEquals("dice_cross_entropy", tree.get("loss").textValue());
        assertEquals("step", tree.get("decay").textValue());
        assertEquals(4, tree.get("patienceEpochs").intValue());
    }

    @Test
    void json_refusesALaterSettingOutOfItsRange() {
        assertRefused("decay", "step", "decayEpochs is 1 or more with step decay, not 0");
        assertRefused("decayFactor", 1.0, "decayFactor is above 0 and below 1, not 1.0");
        assertRefused("beta1", 1.0, "beta1 is 0 to below 1, not 1.0");
        assertRefused("epsilon", 0.0, "epsilon is above 0 and below 1, not 0.0");
        assertRefused("patienceEpochs", -1, "patienceEpochs is 1 or more, or 0 for no early stopping, not -1");
        assertRefused("smallestGain", 1.0, "smallestGain is 0 to below 1, not 1.0");
    }

    private static void assertRefused(String field, Object value, String words) {
        ObjectNode tree = (ObjectNode) StudyJson.toTree(DEMO);
        tree.putPOJO(field, value);
        String message = assertThrows(GlomeraException.class, () -> StudyJson.read(new ByteArrayInputStream(
                StudyJson.toText(tree).getBytes(StandardCharsets.UTF_8)), "preset", TrainingConfiguration.class))
                        .getMessage();
        assertTrue(message.contains(words), message);
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
