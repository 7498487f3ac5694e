package org.glomera.network.djl;

import java.util.Map;

import org.glomera.network.TrainingOptions;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Adam with decoupled weight decay. With g the gradient (clipped), t the number of this step, r the learning rate and d
 * the weight decay: {@code m = b1 m + (1 - b1) g}, {@code v = b2 v + (1 - b2) g^2},
 * {@code w = w - r d w - r (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + e)}. Kingma and Ba, "Adam", ICLR 2015, algorithm 1;
 * the decay is that of Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019, algorithm 2, with the
 * learning rate as its factor, as PyTorch's AdamW has it.
 */
final class Adam implements Optimisation {

    private final TrainingOptions options;
    private final Map<String, NDArray> first;
    private final Map<String, NDArray> second;

    Adam(TrainingOptions options, Map<String, NDArray> first, Map<String, NDArray> second) {
        this.options = options;
        this.first = first;
        this.second = second;
    }

    @Override
    public void change(String name, NDArray weight, NDArray gradient, double learningRate, long step,
            NDManager temporary) {
        NDArray mean = first.get(name);
        mean.muli(options.beta1());
        mean.addi(Optimisation.scaled(gradient, 1 - options.beta1(), temporary));
        NDArray square = second.get(name);
        gradient.muli(gradient);
        gradient.muli(1 - options.beta2());
        square.muli(options.beta2());
        square.addi(gradient);
        double t = step + 1.0;
        NDArray deviation = Optimisation.scaled(square, 1 / (1 - Math.pow(options.beta2(), t)), temporary).sqrt();
        deviation.addi(options.epsilon());
        NDArray update = Optimisation.scaled(mean, learningRate / (1 - Math.pow(options.beta1(), t)), temporary);
        update.divi(deviation);
        if (options.weightDecay() > 0) {
            weight.muli(1 - learningRate * options.weightDecay());
        }
        weight.subi(update);
    }
}
