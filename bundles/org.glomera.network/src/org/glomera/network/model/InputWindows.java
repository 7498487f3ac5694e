package org.glomera.network.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a network is shown an image that it is to segment. */
public enum InputWindows {
    /** As its training images: resampled to the input size as a whole. */
    @JsonProperty("as_training")
    AS_TRAINING,
    /** In overlapping windows of the input size at the spacing of the training. */
    @JsonProperty("sliding")
    SLIDING
}
