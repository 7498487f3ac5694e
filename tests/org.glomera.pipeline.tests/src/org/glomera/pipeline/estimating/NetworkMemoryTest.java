package org.glomera.pipeline.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.PassMemory;
import org.glomera.network.training.Decay;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.TrainingConfiguration;
import org.junit.jupiter.api.Test;

/** 20 weights of 4 bytes beside what an engine says of one image. */
class NetworkMemoryTest {

    private static final TrainingConfiguration PLAIN = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.1, 0, false, 0,
            0, 0, Decay.CONSTANT, 0, 10, 1, 1, 1, Initialisation.PLAIN);
    private static final NetworkMemory MEMORY = new NetworkMemory(new PassMemory(500, 900, 800), 20);

    /** In Java's memory and in the engine's: 2 * 20 * 4 = 160. */
    @Test
    void predicting_hasTheWeightsTwice() {
        assertEquals(500 + 160, MEMORY.predicting());
    }

    /** Weights, gradient, first weights and a checkpoint's: 4 * 20 * 4 = 320. */
    @Test
    void plainDescent_hasTheWeightsFourTimes() {
        assertEquals(900 + 320, MEMORY.training(PLAIN));
        assertEquals(800 + 320, MEMORY.trainingAtLeast(PLAIN));
    }

    /** Each moment three times more, so 7 * 80 = 560 with momentum; Adam has two, and early stopping the best: 11 * 80. */
    @Test
    void momentsAndTheBestEpochsWeights_comeOnTop() {
        assertEquals(900 + 560, MEMORY.training());
        assertEquals(900 + 880, MEMORY.training(PLAIN.change().optimiser(Optimiser.ADAM).patienceEpochs(3)
                .configuration()));
    }
}
