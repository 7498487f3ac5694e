package org.glomera.network.djl;

import java.util.Map;

import org.glomera.network.TrainingOptions;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Stochastic gradient descent with momentum, in place: with g the gradient (clipped, plus weight decay), v the momentum
 * and r the learning rate, {@code v = m v + g}, {@code w = w - r v}, or {@code w = w - r (g + m v)} with Nesterov's way;
 * the form of Sutskever et al. that PyTorch's SGD has.
 */
final class GradientDescent {

    private final TrainingOptions options;
    private final GradientPass gradients;
    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> momentum;

    GradientDescent(TrainingOptions options, GradientPass gradients, Map<String, NDArray> weights,
            Map<String, NDArray> momentum) {
        this.options = options;
        this.gradients = gradients;
        this.weights = weights;
        this.momentum = momentum;
    }

    /** The Euclidean norm of all gradients together. */
    double gradientNorm(NDManager scope) {
        double squares = 0;
        for (String weight : weights.keySet()) {
            try (NDArray gradient = gradients.gradient(weight, scope); NDArray square = gradient.square();
                    NDArray sum = square.sum()) {
                squares += sum.getFloat();
            }
        }
        return Math.sqrt(squares);
    }

    /** Changes the weights. The gradients are of no use afterwards. Gradient mode is off. */
    void update(double learningRate, double gradientNorm, NDManager scope) {
        double limit = options.gradientNormLimit();
        double factor = limit > 0 && gradientNorm > limit ? limit / gradientNorm : 1;
        for (Map.Entry<String, NDArray> named : weights.entrySet()) {
            NDArray weight = named.getValue();
            try (NDManager temporary = scope.newSubManager();
                    NDArray gradient = gradients.gradient(named.getKey(), temporary)) {
                if (factor < 1) {
                    gradient.muli(factor);
                }
                if (options.weightDecay() > 0) {
                    gradient.addi(scaled(weight, options.weightDecay(), temporary));
                }
                weight.subi(scaled(direction(gradient, momentum.get(named.getKey()), temporary), learningRate,
                        temporary));
            }
        }
    }

    private NDArray direction(NDArray gradient, NDArray velocity, NDManager temporary) {
        if (options.momentum() == 0) {
            return gradient;
        }
        velocity.muli(options.momentum());
        velocity.addi(gradient);
        if (!options.nesterov()) {
            return velocity;
        }
        gradient.addi(scaled(velocity, options.momentum(), temporary));
        return gradient;
    }

    /** A result belongs to the scope of its receiver: of a weight, for ever; so it is handed to the step's scope. */
    private static NDArray scaled(NDArray array, double factor, NDManager temporary) {
        NDArray product = array.mul(factor);
        product.attach(temporary);
        return product;
    }
}
