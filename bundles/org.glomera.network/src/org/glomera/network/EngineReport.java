package org.glomera.network;

import java.util.Objects;

/**
 * How an engine is.
 *
 * @param usable whether networks can be calculated
 * @param engine the engine's name, for instance {@code PyTorch}
 * @param version the versions of the engine and its binding; empty when not usable
 * @param device what calculates, {@code cpu} or {@code gpu}; empty when not usable
 * @param threads number of threads by default; 0 when not usable
 * @param explanation a sentence: what was found or, when not usable, what is missing and what to do
 * @param graphics sentences: which graphics card is used, or why none is and what to do; empty where nothing is known
 */
public record EngineReport(boolean usable, String engine, String version, String device, int threads,
        String explanation, String graphics) {

    /** Refuses an absent text. */
    public EngineReport {
        Objects.requireNonNull(engine);
        Objects.requireNonNull(version);
        Objects.requireNonNull(device);
        Objects.requireNonNull(explanation);
        Objects.requireNonNull(graphics);
    }

    /** The report of an engine that says nothing about graphics cards. */
    public EngineReport(boolean usable, String engine, String version, String device, int threads,
            String explanation) {
        this(usable, engine, version, device, threads, explanation, "");
    }
}
