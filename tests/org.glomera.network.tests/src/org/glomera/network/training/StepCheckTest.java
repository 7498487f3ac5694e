package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.Loss;
import org.glomera.network.Sample;
import org.glomera.network.StepResult;
import org.glomera.network.TrainerState;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.junit.jupiter.api.Test;

class StepCheckTest {

    private static final StepResult NO_LOSS = new StepResult(Double.NaN, Double.NaN, Double.NaN);
    private static final StepResult NO_GRADIENT = new StepResult(0.5, 0.5, Double.POSITIVE_INFINITY);

    private static List<Sample> batch(float value) {
        return List.of(new Sample(new float[][] {{1, value}}, new float[] {0, 1}));
    }

    private static String refusal(Loss loss, StepResult result, float value) {
        GlomeraException e = assertThrows(GlomeraException.class, () -> new StepCheck(loss, 0).require(result,
                batch(value), 17, 3));
        assertEquals(Kind.COMPUTATION, e.kind());
        return e.getMessage();
    }

    @Test
    void anImageThatIsNoNumber_isNamedAsTheCause() {
        for (Loss loss : Loss.values()) {
            for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
                assertEquals("Training was stopped at step 17 in epoch 3: the loss is not a number, since a training image of"
                        + " this step has a value that is none. What was learned up to epoch 2 is kept. Look for the case"
                        + " whose image has such values, correct or exclude it, and prepare the images again.",
                        refusal(loss, NO_LOSS, value));
            }
        }
    }

    @Test
    void weightsThatHaveGrown_areNamedAsTheCauseWithTheRemedy() {
        assertEquals("Training was stopped at step 17 in epoch 3: the gradient is not a number, since the weights have grown"
                + " out of what can be calculated. What was learned up to epoch 2 is kept. Train anew with a lower learning"
                + " rate, a limit of the gradient's norm or more warm-up steps.", refusal(Loss.DICE, NO_GRADIENT, 2));
    }

    @Test
    void aStateWithAWeightThatIsNoNumber_isNotKept() {
        TrainerState state = TrainerState.start(new NetworkWeights(Map.of("w", new Tensor(List.of(2),
                new float[] {1, Float.NaN}))));
        String sentence = assertThrows(GlomeraException.class, () -> StepCheck.requireFinite(state, 1)).getMessage();
        assertTrue(sentence.contains("a weight is not a number") && sentence.contains("No epoch was finished before"),
                sentence);
    }

    @Test
    void anOutputOfZero_endsATrainingOnTheDiceLossAlone() throws GlomeraException {
        StepResult zero = new StepResult(1, 1e-9, 0);
        StepCheck dice = new StepCheck(Loss.DICE, 0);
        StepCheck both = new StepCheck(Loss.DICE_CROSS_ENTROPY, 0);
        // Thirty steps in a row tell.
        for (int step = 1; step < 30; step++) {
            dice.require(zero, batch(1), step, 1);
            both.require(zero, batch(1), step, 1);
        }
        assertThrows(Collapse.class, () -> dice.require(zero, batch(1), 30, 1));
        assertDoesNotThrow(() -> both.require(zero, batch(1), 30, 1));
    }
}
