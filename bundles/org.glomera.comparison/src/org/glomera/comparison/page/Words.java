package org.glomera.comparison.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.glomera.core.Kidneys;

/** Words that stand in more than one page. */
final class Words {

    private static final int MOST_NAMED = 10;
    private static final Pattern PERCENT = Pattern.compile("(?<=\\d) %");

    private Words() {
    }

    /** The first names of a list and how many more there are. */
    static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED ? first : first + " and " + (names.size() - MOST_NAMED) + " more";
    }

    /** Sentences whose percent signs stay on the line of their numbers. */
    static String unbroken(String sentences) {
        return PERCENT.matcher(sentences).replaceAll("\u00a0%");
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
