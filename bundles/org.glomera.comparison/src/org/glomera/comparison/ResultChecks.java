package org.glomera.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.glomera.study.CaseResult;

/** Looks for what makes runs hard to compare. One thread. */
final class ResultChecks {

    private final List<String> runs;
    private final List<String> cases;
    private final List<CaseResult> results;
    private final List<String> problems;

    ResultChecks(List<String> runs, List<String> cases, List<CaseResult> results, List<String> problems) {
        this.runs = runs;
        this.cases = cases;
        this.results = results;
        this.problems = problems;
    }

    void run() {
        if (results.isEmpty()) {
            return;
        }
        runs.forEach(this::missing);
        if (cases.size() == 1) {
            problems.add("There is only one case, " + cases.get(0)
                    + ": nothing can be tested, and a mean is that case's value.");
        }
    }

    private void missing(String run) {
        Set<String> measured = new HashSet<>();
        results.stream().filter(row -> row.network().equals(run)).forEach(row -> measured.add(row.caseId()));
        List<String> absent = cases.stream().filter(id -> !measured.contains(id)).toList();
        if (measured.isEmpty()) {
            problems.add("cases.csv has no row of the run " + run + ". Evaluate the experiment again.");
        } else if (!absent.isEmpty()) {
            problems.add("The run " + run + " has no result for " + Sentences.some(absent)
                    + "; where it is compared with another run, these cases are left out.");
        }
    }
}
