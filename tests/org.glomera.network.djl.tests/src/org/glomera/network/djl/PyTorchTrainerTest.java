package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.Sample;
import org.glomera.network.SoftDice;
import org.glomera.network.StepResult;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PyTorchTrainerTest {

    private static final TrainingOptions PLAIN = new TrainingOptions(0, false, 0, 0, 1);
    private static final TrainingOptions NESTEROV = new TrainingOptions(0.9, true, 1e-3, 0.05, 1);

    /**
     * A weight of about 0.1 to 1 is stored to 6e-8; divided by the rate of 1 that is the gradient's error, and the
     * gradient itself, summed over up to 384 voxels in single precision, has one of some 1e-6.
     */
    private static final double GRADIENT = 3e-6;
    private static final double STEP = 1e-5;
    /** Three steps of weights of about 1 in single precision. */
    private static final double THREE_STEPS = 1e-6;

    private final PyTorchEngine engine = new PyTorchEngine();

    private Trainer open(TrainerState state, TrainingOptions options) throws GlomeraException {
        return engine.openTrainer(SmallNetwork.GRAPH, state, options);
    }

    private static StepResult step(Trainer trainer, double rate, Sample... batch) throws GlomeraException {
        return trainer.step(List.of(batch), rate, new NullProgressMonitor());
    }

    private static Map<String, float[]> gradient(NetworkWeights weights, Sample... batch) throws GlomeraException {
        return Gradients.ofPlainStep(SmallNetwork.GRAPH, weights, batch);
    }

    @Test
    void step_takesTheGradientOfFiniteDifferences() throws GlomeraException {
        NetworkWeights weights = SmallNetwork.weights(3);
        Sample sample = SmallNetwork.sample(4);
        // every twenty-ninth weight of a layer reaches all its inputs, outputs and kernel places in turn
        double largest = Gradients.largest(Gradients.assertFiniteDifferences(new ReferenceNetwork(SmallNetwork.GRAPH, weights),
                sample, gradient(weights, sample), length -> 29, GRADIENT));
        assertTrue(largest > 1000 * GRADIENT, "The gradients are too small to test: " + largest);
    }

    @Test
    void step_reportsLossDiceAndNorm() throws GlomeraException {
        NetworkWeights weights = SmallNetwork.weights(3);
        Sample sample = SmallNetwork.sample(4);
        double squares = 0;
        for (float[] gradient : gradient(weights, sample).values()) {
            for (float value : gradient) {
                squares += (double) value * value;
            }
        }
        double loss = new ReferenceNetwork(SmallNetwork.GRAPH, weights).loss(sample.channels(), sample.mask());
        try (Trainer trainer = open(TrainerState.start(weights), PLAIN)) {
            StepResult result = step(trainer, 1, sample);
            assertEquals(loss, result.loss(), 1e-6);
            assertEquals(1, result.loss() + result.dice(), 1e-12);
            // rounding of some 700 weights of 6e-8 each, beside a norm of about 0.1
            assertEquals(Math.sqrt(squares), result.gradientNorm(), 1e-5);
        }
    }

    @Test
    void step_onABatchTakesTheMeanGradient() throws GlomeraException {
        NetworkWeights weights = SmallNetwork.weights(3);
        Map<String, float[]> one = gradient(weights, SmallNetwork.sample(4));
        Map<String, float[]> other = gradient(weights, SmallNetwork.sample(5));
        Map<String, float[]> both = gradient(weights, SmallNetwork.sample(4), SmallNetwork.sample(5));
        both.forEach((name, values) -> {
            for (int i = 0; i < values.length; i++) {
                assertEquals((one.get(name)[i] + other.get(name)[i]) / 2, values[i], GRADIENT, name);
            }
        });
    }

    @Test
    void step_isGradientDescentAsItIsWritten() throws GlomeraException {
        // The same three steps in plain Java: gradients come from plain steps at the same weights.
        NetworkWeights weights = SmallNetwork.weights(6);
        Map<String, double[]> velocity = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> velocity.put(name, new double[tensor.values().length]));
        try (Trainer trainer = open(TrainerState.start(weights), NESTEROV)) {
            NetworkWeights now = weights;
            for (int step = 0; step < 3; step++) {
                Sample sample = SmallNetwork.sample(10 + step);
                Map<String, float[]> gradients = gradient(now, sample);
                double rate = 0.1 / (step + 1);
                StepResult result = step(trainer, rate, sample);
                double factor = Math.min(1, NESTEROV.gradientNormLimit() / result.gradientNorm());
                assertTrue(factor < 1, "The limit was not reached: " + result);
                NetworkWeights after = trainer.state().weights();
                for (String name : gradients.keySet()) {
                    float[] before = now.require(name).values();
                    for (int i = 0; i < before.length; i++) {
                        double g = gradients.get(name)[i] * factor + NESTEROV.weightDecay() * before[i];
                        double v = NESTEROV.momentum() * velocity.get(name)[i] + g;
                        velocity.get(name)[i] = v;
                        assertEquals(before[i] - rate * (g + NESTEROV.momentum() * v), after.require(name).values()[i],
                                THREE_STEPS, name);
                    }
                }
                now = after;
            }
        }
    }

    @Test
    void step_givesTheSameBitsEachTimeAndAfterAPause() throws GlomeraException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            samples.add(SmallNetwork.sample(20 + i));
        }
        TrainerState whole = train(TrainerState.start(SmallNetwork.weights(7)), samples);
        TrainerState again = train(TrainerState.start(SmallNetwork.weights(7)), samples);
        TrainerState paused = train(train(TrainerState.start(SmallNetwork.weights(7)), samples.subList(0, 2)),
                samples.subList(2, 6));
        for (TrainerState other : List.of(again, paused)) {
            assertEquals(6, other.step());
            assertSame(whole.weights(), other.weights());
            assertSame(whole.moment(TrainerState.MOMENTUM), other.moment(TrainerState.MOMENTUM));
        }
    }

    private static void assertSame(NetworkWeights expected, NetworkWeights actual) {
        expected.tensors().forEach((name, tensor) -> assertArrayEquals(tensor.values(),
                actual.require(name).values(), 0, name));
    }

    private TrainerState train(TrainerState start, List<Sample> samples) throws GlomeraException {
        try (Trainer trainer = open(start, NESTEROV)) {
            for (Sample sample : samples) {
                step(trainer, 0.05, sample);
            }
            return trainer.state();
        }
    }

    @Test
    void step_learns() throws GlomeraException {
        Sample unseen = SmallNetwork.sample(99);
        try (Trainer trainer = open(TrainerState.start(SmallNetwork.weights(8)),
                new TrainingOptions(0.9, true, 0, 1, 1))) {
            double before = SoftDice.of(trainer.predict(unseen.channels()), unseen.mask());
            for (int i = 0; i < 60; i++) {
                step(trainer, 0.05, SmallNetwork.sample(30 + i));
            }
            double after = SoftDice.of(trainer.predict(unseen.channels()), unseen.mask());
            assertTrue(after > 0.8 && before < 0.5, before + " before and " + after + " after 60 steps");
        }
    }

    static Stream<Arguments> optimisersAndLosses() {
        return Arrays.stream(Optimiser.values()).flatMap(optimiser -> Arrays.stream(Loss.values())
                .map(loss -> Arguments.of(optimiser, loss)));
    }

    @ParameterizedTest
    @MethodSource("optimisersAndLosses")
    void step_leavesTheWeightsAloneWhenAnInputIsNotANumber(Optimiser optimiser, Loss loss) throws GlomeraException {
        NetworkWeights weights = SmallNetwork.weights(9);
        TrainingOptions options = new TrainingOptions(optimiser, loss, 0.9, true, 0.9, 0.999, 1e-8, 1e-3, 0.05, 1);
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Sample broken = SmallNetwork.sample(1);
            broken.channels()[0][17] = value;
            try (Trainer trainer = open(TrainerState.start(weights), options)) {
                assertFalse(step(trainer, 0.001, broken).finite());
                assertEquals(0, trainer.state().step());
                assertSame(weights, trainer.state().weights());
                options.moments().forEach(name -> assertSame(weights.zeros(), moment(trainer, name)));
                assertTrue(step(trainer, 0.001, SmallNetwork.sample(2)).finite());
                assertEquals(1, trainer.state().step());
            }
        }
    }

    private static NetworkWeights moment(Trainer trainer, String name) {
        try {
            return trainer.state().moment(name);
        } catch (GlomeraException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void step_onBothLossesTakesTheGradientOfFiniteDifferences() throws GlomeraException {
        NetworkWeights weights = SmallNetwork.weights(3);
        Sample sample = SmallNetwork.sample(4);
        TrainingOptions both = new TrainingOptions(Optimiser.SGD, Loss.DICE_CROSS_ENTROPY, 0, false, 0.9, 0.999, 1e-8,
                0, 0, 1);
        ReferenceNetwork reference = new ReferenceNetwork(SmallNetwork.GRAPH, weights);
        try (Trainer trainer = open(TrainerState.start(weights), both)) {
            StepResult result = step(trainer, 1, sample);
            assertEquals(bothLosses(reference.forward(sample.channels()), sample.mask()), result.loss(), 1e-6);
            NetworkWeights after = trainer.state().weights();
            for (String name : List.of("output.weight", "output.bias", "down0.conv1.weight", "bottom.conv2.bias")) {
                double[] values = reference.weight(name);
                double before = values[0];
                values[0] = before + STEP;
                double up = bothLosses(reference.forward(sample.channels()), sample.mask());
                values[0] = before - STEP;
                double down = bothLosses(reference.forward(sample.channels()), sample.mask());
                values[0] = before;
                assertEquals((up - down) / (2 * STEP), before - after.require(name).values()[0], GRADIENT, name);
            }
        }
    }

    private static double bothLosses(double[] x, float[] mask) {
        double products = 0;
        double squares = 0;
        double logarithms = 0;
        for (int i = 0; i < x.length; i++) {
            products += x[i] * mask[i];
            squares += x[i] * x[i] + mask[i] * mask[i];
            logarithms += Math.log(mask[i] == 1 ? x[i] : 1 - x[i]);
        }
        return (1 - 2 * products / squares - logarithms / x.length) / 2;
    }

    @Test
    void step_learnsWithAdamOnBothLosses() throws GlomeraException {
        Sample unseen = SmallNetwork.sample(99);
        TrainingOptions adam = new TrainingOptions(Optimiser.ADAM, Loss.DICE_CROSS_ENTROPY, 0, false, 0.9, 0.999, 1e-8,
                1e-2, 1, 1);
        try (Trainer trainer = open(TrainerState.start(SmallNetwork.weights(8)), adam)) {
            double before = SoftDice.of(trainer.predict(unseen.channels()), unseen.mask());
            for (int i = 0; i < 60; i++) {
                step(trainer, 0.01, SmallNetwork.sample(30 + i));
            }
            double after = SoftDice.of(trainer.predict(unseen.channels()), unseen.mask());
            assertTrue(after > 0.7 && before < 0.3, before + " before and " + after + " after 60 steps");
        }
    }

    @Test
    void predict_givesWhatAPredictorWithTheSameWeightsGives() throws GlomeraException {
        Sample sample = SmallNetwork.sample(2);
        try (Trainer trainer = open(TrainerState.start(SmallNetwork.weights(8)), NESTEROV)) {
            step(trainer, 0.1, SmallNetwork.sample(1));
            float[] output = trainer.predict(sample.channels());
            try (var predictor = engine.openPredictor(SmallNetwork.GRAPH, trainer.state().weights(), 1)) {
                assertArrayEquals(predictor.predict(sample.channels()), output, 0);
            }
        }
    }
}
