package org.glomera.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a run's first weights came from, when they were not drawn at random.
 *
 * @param source what a user called them: a run, a folder or the name of a network that comes with the program
 * @param sha256 SHA-256 of the file that held them
 * @param layersTaken number of layers whose weights were taken
 * @param layersFresh the layers that did not fit and began as usual, each with the reason as a clause
 * @param warnings what else to know, a sentence each
 */
public record RunOrigin(@WhenAbsent("\"\"") String source, @WhenAbsent("\"\"") String sha256,
        @WhenAbsent("0") int layersTaken, @WhenAbsent("[]") List<String> layersFresh,
        @WhenAbsent("[]") List<String> warnings) {

    /** Random weights. */
    public static final RunOrigin RANDOM = new RunOrigin("", "", 0, List.of(), List.of());

    private static final int SHOWN_DIGITS = 12;

    /** Copies the lists. */
    public RunOrigin {
        Objects.requireNonNull(source, "source is missing");
        Objects.requireNonNull(sha256, "sha256 is missing");
        layersFresh = List.copyOf(layersFresh);
        warnings = List.copyOf(warnings);
    }

    /** Whether the weights were drawn at random. */
    public boolean random() {
        return source.isEmpty();
    }

    /** The same weights under another name. */
    public RunOrigin called(String other) {
        return new RunOrigin(other, sha256, layersTaken, layersFresh, warnings);
    }

    /** Sentences for a person; none for random weights. */
    public List<String> inWords() {
        if (random()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        String digest = sha256.substring(0, Math.min(SHOWN_DIGITS, sha256.length()));
        sentences.add("The training began with the weights of " + source + " (SHA-256 " + digest + "…): "
                + (layersFresh.isEmpty() ? "all " + layersTaken + " layers were taken." : layersTaken + " of "
                        + (layersTaken + layersFresh.size()) + " layers were taken; these did not fit and began as usual: "
                        + String.join("; ", layersFresh) + "."));
        sentences.addAll(warnings);
        return sentences;
    }
}
