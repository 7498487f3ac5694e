package org.glomera.network.djl;

import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Set;

/**
 * Which values a training keeps from the forward pass for the backward pass: all that are read where the memory is
 * there, and otherwise only those from which the others are calculated again, level by level, when the backward pass
 * comes to them. The gradients are the same to the bit.
 */
final class TrainingMemory {

    private static final System.Logger LOG = System.getLogger(TrainingMemory.class.getName());
    /** Of the free memory; the rest is for others. */
    private static final double USABLE_SHARE = 0.85;
    private static final double GB = 1e9;

    private TrainingMemory() {
    }

    /**
     * The names of the values to keep; says at INFO when these are not all.
     *
     * @param freeBytes memory that is free when weights and gradients are there
     */
    static Set<String> kept(ExecutionPlan plan, long freeBytes) {
        GraphExecutor executor = new GraphExecutor(plan);
        long all = MemoryCount.ofTraining(plan, executor.allRead());
        if (all <= USABLE_SHARE * freeBytes) {
            return executor.allRead();
        }
        long few = MemoryCount.ofTraining(plan, executor.fewRead());
        if (few >= all) {
            return executor.allRead();
        }
        LOG.log(Level.INFO, String.format(Locale.ROOT, "A training step of this network takes %.1f GB of memory beside the"
                + " weights, and %.1f GB are free. Some results are calculated again in the backward pass instead of"
                + " kept: %.1f GB, the same numbers, but longer steps.", all / GB, freeBytes / GB, few / GB));
        return executor.fewRead();
    }
}
