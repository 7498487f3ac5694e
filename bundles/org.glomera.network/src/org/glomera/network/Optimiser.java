package org.glomera.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a gradient changes the weights. */
public enum Optimiser {
    /**
     * Stochastic gradient descent, with momentum where the options say so. Weight decay is added to the gradient, which
     * for plain descent is the same as a penalty on the squares of the weights.
     */
    @JsonProperty("sgd")
    SGD,
    /**
     * Adam (Kingma and Ba, ICLR 2015, algorithm 1) with decoupled weight decay (AdamW: Loshchilov and Hutter, ICLR 2019,
     * algorithm 2): the decay takes its share off the weights themselves, beside Adam's step and not through its
     * moments.
     */
    @JsonProperty("adam")
    ADAM
}
