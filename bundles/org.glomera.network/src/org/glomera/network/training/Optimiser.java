package org.glomera.network.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a gradient changes the weights. */
public enum Optimiser {
    /** Stochastic gradient descent, with momentum where the configuration says so. */
    @JsonProperty("sgd")
    SGD
}
