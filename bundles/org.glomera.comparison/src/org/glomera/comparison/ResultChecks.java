package org.glomera.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.chart.Marker;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;

/** Looks for what makes runs hard to compare and says it. One thread. */
final class ResultChecks {

    /** Manual values of one kidney that differ by more than this, relatively, were not measured alike. */
    private static final double SAME = 1e-6;

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
        number();
        if (results.isEmpty()) {
            return;
        }
        Map<String, List<CaseResult>> byRun = new LinkedHashMap<>();
        runs.forEach(run -> byRun.put(run, new ArrayList<>()));
        results.forEach(row -> byRun.get(row.network()).add(row));
        byRun.forEach(this::missingCases);
        byRun.forEach(this::missingKidneys);
        byRun.forEach(this::missingValues);
        manual();
        if (cases.size() == 1) {
            problems.add("There is only one case, " + cases.get(0)
                    + ": nothing can be tested, and a mean is that case's value.");
        }
    }

    private void number() {
        if (runs.contains(StatisticTable.MANUAL)) {
            problems.add("A run is called '" + StatisticTable.MANUAL + "', as the manual delineation is in tables: its"
                    + " activity concentration is not tested against it. Give the run another name.");
        }
        if (runs.size() == 1) {
            problems.add("The experiment has one run, " + runs.get(0) + ", and nothing to compare it with.");
        } else if (runs.size() > Marker.SERIES.size()) {
            problems.add("There are " + runs.size() + " runs and " + Marker.SERIES.size() + " kinds of colour and mark:"
                    + " from the " + (Marker.SERIES.size() + 1) + "th run on they come again. Show fewer runs at"
                    + " once.");
        }
    }

    private void missingCases(String run, List<CaseResult> rows) {
        Set<String> measured = new HashSet<>();
        rows.forEach(row -> measured.add(row.caseId()));
        List<String> absent = cases.stream().filter(id -> !measured.contains(id)).toList();
        if (rows.isEmpty()) {
            problems.add("cases.csv has no row of the run " + run + ". Evaluate the experiment again.");
        } else if (!absent.isEmpty()) {
            problems.add("The run " + run + " has no result for " + Sentences.some(absent)
                    + "; where it is compared with another run, these cases are left out.");
        }
    }

    private void missingKidneys(String run, List<CaseResult> rows) {
        Map<String, Set<Kidneys>> byCase = new LinkedHashMap<>();
        rows.forEach(row -> byCase.computeIfAbsent(row.caseId(), id -> new HashSet<>()).add(row.kidneys()));
        List<String> absent = new ArrayList<>();
        byCase.forEach((id, there) -> {
            for (Kidneys one : List.of(Kidneys.RIGHT, Kidneys.LEFT)) {
                if (!there.contains(one)) {
                    absent.add(id + " (" + one.word() + ")");
                }
            }
        });
        if (!absent.isEmpty()) {
            problems.add("The run " + run + " has a result for only one kidney of some cases; without: "
                    + Sentences.some(absent) + ".");
        }
    }

    private void missingValues(String run, List<CaseResult> rows) {
        List<String> absent = rows.stream().filter(CaseResult::isOfOneKidney)
                .filter(row -> Double.isNaN(row.differencePercent()))
                .map(row -> row.caseId() + " (" + row.kidneys().word() + (row.volumeMlAutomatic() == 0 ? ", not found)"
                        : ")")).toList();
        if (!absent.isEmpty()) {
            problems.add("The run " + run + " has no difference of activity concentration for "
                    + Sentences.some(absent) + "; these kidneys are left out of its means and tests.");
        }
    }

    /** Every run of a case is compared with the same manual delineation on the same grid. */
    private void manual() {
        Map<String, Double> first = new HashMap<>();
        Set<String> differing = new LinkedHashSet<>();
        for (CaseResult row : results) {
            String kidney = row.caseId() + " (" + row.kidneys().word() + ")";
            Double before = Double.isNaN(row.manual()) ? null : first.putIfAbsent(kidney, row.manual());
            if (before != null && Math.abs(before - row.manual()) > SAME * Math.abs(before)) {
                differing.add(kidney);
            }
        }
        if (!differing.isEmpty()) {
            problems.add("The manual activity concentration differs between the runs for " + Sentences.some(differing)
                    + ", so they were not measured on the same grid or delineation; the first run's is shown as manual."
                    + " Evaluate the runs together again.");
        }
    }
}
