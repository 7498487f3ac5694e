package org.glomera.comparison;

import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of sentences. */
final class Sentences {

    private static final int MOST_NAMED = 10;

    private Sentences() {
    }

    /** The first names of a collection and how many more there are. */
    static String some(Collection<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED ? first : first + " and " + (names.size() - MOST_NAMED) + " more";
    }
}
