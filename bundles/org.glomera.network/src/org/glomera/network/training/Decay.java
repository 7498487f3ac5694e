package org.glomera.network.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the learning rate falls; warm-up steps rise to it with each of them. */
public enum Decay {
    /** It stays. */
    @JsonProperty("constant")
    CONSTANT,
    /** It falls to zero at the last step as {@code (1 - step / steps)^power}. */
    @JsonProperty("polynomial")
    POLYNOMIAL,
    /** It is multiplied by a factor after every so many epochs. */
    @JsonProperty("step")
    STEP
}
