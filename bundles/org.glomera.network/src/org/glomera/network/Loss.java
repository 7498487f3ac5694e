package org.glomera.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What training makes small; {@link LossValue} has the formulas. */
public enum Loss {
    /** One less the Dice coefficient on probabilities, see {@link SoftDice}. */
    @JsonProperty("dice")
    DICE,
    /** The mean of {@link #DICE} and of the voxels' mean binary cross-entropy. */
    @JsonProperty("dice_cross_entropy")
    DICE_CROSS_ENTROPY
}
