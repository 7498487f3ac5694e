package org.glomera.comparison.page;

import org.glomera.core.Kidneys;

/** Words that stand in more than one page. */
final class Words {

    private Words() {
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
