package org.glomera.network.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What training makes small. */
public enum Loss {
    /** One less the Dice coefficient on probabilities, see {@link org.glomera.network.SoftDice}. */
    @JsonProperty("dice")
    DICE
}
