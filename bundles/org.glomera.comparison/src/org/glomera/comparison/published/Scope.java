package org.glomera.comparison.published;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.PublishedQuantity;
import org.glomera.core.Kidneys;

/**
 * Which runs and kidneys a printed figure is about.
 *
 * @param runs one run, two to compare, or all
 * @param kidneys right, left, or right and left as values of their own
 */
record Scope(List<ComparedRun> runs, List<Kidneys> kidneys) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    /** The scope of a printed figure; empty when it names a run or a side that is not shown. */
    static Optional<Scope> of(Comparison comparison, PublishedQuantity printed) {
        List<ComparedRun> runs = runs(comparison, printed.network().strip());
        List<Kidneys> kidneys = switch (printed.side().strip()) {
            case "right" -> List.of(Kidneys.RIGHT);
            case "left" -> List.of(Kidneys.LEFT);
            case "both", "" -> List.of(Kidneys.RIGHT, Kidneys.LEFT);
            default -> List.of();
        };
        return runs.isEmpty() || kidneys.isEmpty() ? Optional.empty() : Optional.of(new Scope(runs, kidneys));
    }

    /** A run by its name or its number in the experiment, two of them, or all; empty when one of them is not shown. */
    private static List<ComparedRun> runs(Comparison comparison, String words) {
        if (words.equals("all")) {
            boolean allShown = comparison.runs().size() == comparison.info().runs().size();
            return allShown ? comparison.runs() : List.of();
        }
        Optional<ComparedRun> one = run(comparison, words);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        for (int dash = words.indexOf('-'); dash >= 0; dash = words.indexOf('-', dash + 1)) {
            Optional<ComparedRun> first = run(comparison, words.substring(0, dash).strip());
            Optional<ComparedRun> second = run(comparison, words.substring(dash + 1).strip());
            if (first.isPresent() && second.isPresent()) {
                return List.of(first.get(), second.get());
            }
        }
        return List.of();
    }

    private static Optional<ComparedRun> run(Comparison comparison, String words) {
        Optional<ComparedRun> named = comparison.run(words);
        if (named.isPresent() || !NUMBER.matcher(words).matches()) {
            return named;
        }
        int number = Integer.parseInt(words);
        List<String> names = comparison.info().runs();
        return number > names.size() ? Optional.empty() : comparison.run(names.get(number - 1));
    }

    /** This scope about other runs. */
    Scope withRun(ComparedRun run) {
        return new Scope(List.of(run), kidneys);
    }

    /** This scope about the other kidney; only for one kidney. */
    Scope otherKidney() {
        return new Scope(runs, List.of(kidneys.get(0) == Kidneys.RIGHT ? Kidneys.LEFT : Kidneys.RIGHT));
    }

    /** Whether it is about one run. */
    boolean isOneRun() {
        return runs.size() == 1;
    }

    /** Whether it is about one kidney. */
    boolean isOneKidney() {
        return kidneys.size() == 1;
    }

    /** Names of the runs. */
    List<String> names() {
        return runs.stream().map(ComparedRun::name).toList();
    }
}
