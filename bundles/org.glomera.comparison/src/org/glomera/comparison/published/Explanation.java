package org.glomera.comparison.published;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.glomera.comparison.Numbers;

/**
 * What a printed figure that differs may be.
 *
 * @param printed the figure
 * @param found other figures that round to it; empty when none does
 * @param tried other figures that do not, as far as they are worth naming
 */
record Explanation(PrintedNumber printed, List<Candidate> found, List<Candidate> tried) {

    /**
     * Another figure.
     *
     * @param words what it is, so that "It is" can stand before it
     * @param range the figure
     * @param named whether to name it as well when it is not what was printed
     */
    record Candidate(String words, Range range, boolean named) {
    }

    /** Copies its lists. */
    Explanation {
        found = List.copyOf(found);
        tried = List.copyOf(tried);
    }

    /** The words that each of several explanations has found. */
    static Set<String> shared(List<Explanation> all) {
        Set<String> words = new LinkedHashSet<>(all.get(0).words());
        all.forEach(each -> words.retainAll(each.words()));
        return words;
    }

    private List<String> words() {
        return found.stream().map(Candidate::words).toList();
    }

    /**
     * The explanation as a sentence; empty when there is nothing to say.
     *
     * @param shared words that explain all of several figures of the kind; where there are some, they stand alone
     * @param figures number of figures of the kind
     */
    String sentence(Set<String> shared, int figures) {
        if (!shared.isEmpty()) {
            return "It is " + list(found.stream().filter(each -> shared.contains(each.words())).toList(), ", or ")
                    + ", which explains " + (figures == 2 ? "both" : "all " + figures)
                    + " figures of this kind that differ.";
        }
        if (!found.isEmpty()) {
            return "It is " + list(found, ", or ") + ".";
        }
        return tried.isEmpty() ? "" : "Nor is it " + list(tried, ", ") + ".";
    }

    private String list(List<Candidate> candidates, String between) {
        return candidates.stream().map(each -> each.words() + " (" + number(each.range().value()) + ")")
                .collect(Collectors.joining(between));
    }

    private String number(double value) {
        int decimals = printed.decimals() + 1;
        double smallest = Math.pow(10, -decimals);
        return value > 0 && value < smallest / 2 ? "< " + Numbers.fixed(smallest, decimals)
                : Numbers.fixed(value, decimals);
    }
}
