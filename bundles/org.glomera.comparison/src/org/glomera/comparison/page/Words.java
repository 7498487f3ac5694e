package org.glomera.comparison.page;

import java.util.List;
import java.util.stream.Collectors;

import org.glomera.core.Kidneys;

/** Words that stand in more than one page. */
final class Words {

    private static final int MOST_NAMED = 10;

    private Words() {
    }

    /** The first names of a list and how many more there are. */
    static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED ? first : first + " and " + (names.size() - MOST_NAMED) + " more";
    }

    /** A heading: {@code Right kidney}, {@code Left kidney}, {@code Both kidneys}. */
    static String title(Kidneys kidneys) {
        return switch (kidneys) {
            case RIGHT -> "Right kidney";
            case LEFT -> "Left kidney";
            case BOTH -> "Both kidneys";
        };
    }
}
