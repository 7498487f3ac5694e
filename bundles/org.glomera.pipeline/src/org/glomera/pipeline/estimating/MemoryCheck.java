package org.glomera.pipeline.estimating;

import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.training.TrainingConfiguration;

/**
 * Refuses what clearly does not fit into the memory that is free, before it begins: the system would end the whole
 * program, or everything else on the machine would stand still. Estimates are rough, so what is a little too large is
 * tried.
 */
public final class MemoryCheck {

    /** The variable of the environment that turns the check off. */
    public static final String VARIABLE = "GLOMERA_MEMORY";
    /** Its value then. */
    public static final String UNCHECKED = "unchecked";

    /** An estimate may be so much too large: the largest factor between one and what was measured. */
    private static final double CLEARLY = 1.4;

    private MemoryCheck() {
    }

    /**
     * Before a training: by what it takes where the engine saves memory at the cost of time.
     *
     * @param title the network's name for the user
     * @throws GlomeraException (resources) when the memory is clearly not enough
     */
    public static void requireForTraining(String title, NetworkMemory memory, TrainingConfiguration training)
            throws GlomeraException {
        require("Training " + title, memory.trainingAtLeast(training));
    }

    /**
     * Before segmenting.
     *
     * @param title the network's name for the user
     * @throws GlomeraException (resources) when the memory is clearly not enough
     */
    public static void requireForPredicting(String title, NetworkMemory memory) throws GlomeraException {
        require("Segmenting with " + title, memory.predicting());
    }

    private static void require(String what, long neededBytes) throws GlomeraException {
        if (UNCHECKED.equals(System.getenv(VARIABLE))) {
            return;
        }
        Optional<String> refusal = refusal(what, neededBytes, Machine.now().freeMemoryBytes());
        if (refusal.isPresent()) {
            throw new GlomeraException(Kind.RESOURCES, refusal.get());
        }
    }

    /**
     * Why something cannot be tried.
     *
     * @param what what needs the memory, as the beginning of a sentence
     * @return sentences for the user; empty when it can be tried
     */
    public static Optional<String> refusal(String what, long neededBytes, long freeBytes) {
        if (neededBytes <= CLEARLY * freeBytes) {
            return Optional.empty();
        }
        return Optional.of(what + " needs about " + Sizes.inWords(neededBytes) + " of memory, and only "
                + Sizes.inWords(freeBytes) + " are free here. Close other programs, or take a smaller input size or fewer"
                + " filters. To try it all the same, start Glomera with " + VARIABLE + "=" + UNCHECKED + ".");
    }
}
