package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.Sample;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;

/** Gradients by the engine, held against finite differences of the reference network. */
final class Gradients {

    private static final double STEP = 1e-5;
    private static final TrainingOptions PLAIN = new TrainingOptions(0, false, 0, 0, 1);

    private Gradients() {
    }

    /** The gradient that a plain step with rate 1 takes off the weights. */
    static Map<String, float[]> ofPlainStep(NetworkGraph graph, NetworkWeights weights, Sample... batch)
            throws GlomeraException {
        try (Trainer trainer = new PyTorchEngine().openTrainer(graph, TrainerState.start(weights), PLAIN)) {
            trainer.step(List.of(batch), 1, new NullProgressMonitor());
            NetworkWeights after = trainer.state().weights();
            Map<String, float[]> gradients = new LinkedHashMap<>();
            weights.tensors().forEach((name, tensor) -> {
                float[] gradient = new float[tensor.values().length];
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] = tensor.values()[i] - after.require(name).values()[i];
                }
                gradients.put(name, gradient);
            });
            return gradients;
        }
    }

    /**
     * Asserts that gradients are the central differences of the reference's loss.
     *
     * @param stride of how many values of a weight one is looked at, by the weight's length
     * @return the size of each weight's largest difference quotient, to see that there was something to compare
     */
    static Map<String, Double> assertFiniteDifferences(ReferenceNetwork reference, Sample sample,
            Map<String, float[]> gradients, IntUnaryOperator stride, double tolerance) {
        Map<String, Double> largest = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> {
            double[] values = reference.weight(name);
            for (int i = 0; i < values.length; i += stride.applyAsInt(values.length)) {
                double before = values[i];
                values[i] = before + STEP;
                double up = reference.loss(sample.channels(), sample.mask());
                values[i] = before - STEP;
                double down = reference.loss(sample.channels(), sample.mask());
                values[i] = before;
                double slope = (up - down) / (2 * STEP);
                assertEquals(slope, gradient[i], tolerance, name + " " + i);
                largest.merge(name, Math.abs(slope), Math::max);
            }
        });
        return largest;
    }

    /** The largest of all. */
    static double largest(Map<String, Double> slopes) {
        return slopes.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
