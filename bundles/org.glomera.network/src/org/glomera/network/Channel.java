package org.glomera.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An image that a network sees. */
public enum Channel {
    /** Activity concentration from SPECT, Bq/ml before normalisation. */
    @JsonProperty("spect")
    SPECT("spect"),
    /** X-ray attenuation from CT, HU before normalisation. */
    @JsonProperty("ct")
    CT("ct");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The word that stands for this channel in files: {@code spect} or {@code ct}. */
    public String word() {
        return word;
    }

    /**
     * The channel that a word of a file names.
     *
     * @throws IllegalArgumentException for any word but {@code spect} and {@code ct}
     */
    public static Channel ofWord(String word) {
        for (Channel channel : values()) {
            if (channel.word.equals(word)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is not a channel; spect and ct are.");
    }
}
