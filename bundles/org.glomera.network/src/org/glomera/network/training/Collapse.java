package org.glomera.network.training;

import org.glomera.core.GlomeraException;

/** The network's output has fallen to zero everywhere, from where the Dice loss leads nowhere. */
final class Collapse extends GlomeraException {

    private static final long serialVersionUID = 1L;

    private final boolean beforeLearning;

    /**
     * Makes the failure.
     *
     * @param beforeLearning whether no epoch had taught the network anything worth keeping
     */
    Collapse(String sentence, boolean beforeLearning) {
        super(Kind.COMPUTATION, sentence);
        this.beforeLearning = beforeLearning;
    }

    boolean beforeLearning() {
        return beforeLearning;
    }
}
