package org.glomera.network.djl;

import java.util.Map;

import org.glomera.network.TrainingOptions;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Stochastic gradient descent with momentum: with g the gradient (clipped, plus weight decay), v the momentum
 * and r the learning rate, {@code v = m v + g}, {@code w = w - r v}, or {@code w = w - r (g + m v)} with Nesterov's way;
 * the form of Sutskever et al. that PyTorch's SGD has.
 */
final class GradientDescent implements Optimisation {

    private final TrainingOptions options;
    private final Map<String, NDArray> momentum;

    GradientDescent(TrainingOptions options, Map<String, NDArray> momentum) {
        this.options = options;
        this.momentum = momentum;
    }

    @Override
    public void change(String name, NDArray weight, NDArray gradient, double learningRate, long step,
            NDManager temporary) {
        if (options.weightDecay() > 0) {
            gradient.addi(Optimisation.scaled(weight, options.weightDecay(), temporary));
        }
        weight.subi(Optimisation.scaled(direction(gradient, momentum.get(name), temporary), learningRate, temporary));
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
        gradient.addi(Optimisation.scaled(velocity, options.momentum(), temporary));
        return gradient;
    }
}
