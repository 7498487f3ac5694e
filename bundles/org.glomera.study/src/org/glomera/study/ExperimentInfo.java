package org.glomera.study;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The content of {@code experiment.json}: a comparison of runs over the same cases.
 *
 * @param name name of the experiment's folder
 * @param title what it is called, for people
 * @param runs names of the runs in the order they are shown
 * @param cases names of the cases that every run was tested on, in the order they are shown
 * @param excluded cases that were left out
 * @param inputHashes SHA-256 of every input, by its path in the study folder
 * @param created when the experiment was evaluated
 * @param remarks what to know when reading the results, a sentence each
 * @param activityUnit unit of the activity concentrations in {@code cases.csv}: {@value #BQ_PER_ML}, which is also
 *        understood where a file does not name one, or empty when the source of the numbers states none
 */
public record ExperimentInfo(String name, String title, List<String> runs, List<String> cases,
        List<Excluded> excluded, Map<String, String> inputHashes, Instant created, List<String> remarks,
        String activityUnit) {

    /** The unit of what this program measures. */
    public static final String BQ_PER_ML = "Bq/ml";

    /** Refuses names that are none and a run or a case that is named twice. */
    public ExperimentInfo {
        Names.check("experiment", name);
        Objects.requireNonNull(title, "title is missing");
        runs = distinct("run", runs);
        cases = distinct("case", cases);
        excluded = List.copyOf(excluded);
        inputHashes = Copies.ordered(inputHashes);
        Objects.requireNonNull(created, "created is missing");
        remarks = List.copyOf(remarks);
        activityUnit = activityUnit.strip();
    }

    private static List<String> distinct(String what, List<String> names) {
        List<String> copy = List.copyOf(names);
        copy.forEach(each -> Names.check(what, each));
        if (Set.copyOf(copy).size() != copy.size()) {
            throw new IllegalArgumentException("a " + what + " is named twice in " + copy);
        }
        return copy;
    }
}
