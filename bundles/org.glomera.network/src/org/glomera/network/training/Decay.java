package org.glomera.network.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the learning rate falls after the warm-up. */
public enum Decay {
    /** It stays. */
    @JsonProperty("constant")
    CONSTANT,
    /** It falls to zero at the last step as {@code (1 - step / steps)^power}. */
    @JsonProperty("polynomial")
    POLYNOMIAL
}
