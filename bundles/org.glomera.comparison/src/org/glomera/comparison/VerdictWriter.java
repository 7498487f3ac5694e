package org.glomera.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.study.CaseResult;

/** Finds the sentences of a {@link Verdict}. One thread. */
final class VerdictWriter {

    private static final List<Kidneys> ONE_KIDNEY = List.of(Kidneys.RIGHT, Kidneys.LEFT);
    /** With more other networks than this they are listed, not told one by one. */
    private static final int MOST_TOLD = 4;

    private final Comparison comparison;
    private final double level;
    private final IProgressMonitor monitor;
    private final List<ComparedRun> measured;
    private final List<Kidney> common = new ArrayList<>();
    private final Map<String, Double> means = new LinkedHashMap<>();
    private List<StatisticTable> tests = List.of();

    /** A kidney of a case. */
    private record Kidney(String caseId, Kidneys which) {
    }

    /** What the tests say of two networks, by kidney. */
    private record Outcome(List<String> significant, List<String> not) {
    }

    VerdictWriter(Comparison comparison, double level, IProgressMonitor monitor) {
        this.comparison = comparison;
        this.monitor = monitor;
        this.level = level;
        this.measured = comparison.runs().stream().filter(run -> comparison.results().stream()
                .anyMatch(row -> row.network().equals(run.name()) && row.isOfOneKidney()
                        && !Double.isNaN(row.differencePercent()))).toList();
    }

    Verdict write() {
        if (comparison.results().isEmpty()) {
            return new Verdict("", List.of());
        }
        if (measured.isEmpty()) {
            return new Verdict("No network found a kidney, so nothing can be said about the activity concentration.",
                    List.of());
        }
        findCommon();
        if (common.isEmpty()) {
            return new Verdict("No kidney was measured by every network, so the networks cannot be ranked.",
                    remarks());
        }
        comparison.measure(Measure.ACTIVITY_DIFFERENCE).ifPresent(measure -> tests = new Analysis(comparison, monitor)
                .betweenNetworks(Analysis.TEST, measure, ONE_KIDNEY, ""));
        List<ComparedRun> ranked = measured.stream()
                .sorted(Comparator.comparingDouble(run -> means.get(run.name()))).toList();
        ComparedRun best = ranked.get(0);
        List<ComparedRun> others = ranked.subList(1, ranked.size());
        List<String> details = new ArrayList<>(against(best, others));
        details.addAll(new SystematicDifferences(comparison, level, monitor).sentences());
        details.addAll(remarks());
        return new Verdict(headline(best, others), details);
    }

    private void findCommon() {
        for (String id : comparison.cases()) {
            ONE_KIDNEY.stream().filter(which -> measured.stream().noneMatch(run -> Double.isNaN(difference(run, id,
                    which)))).forEach(which -> common.add(new Kidney(id, which)));
        }
        measured.forEach(run -> means.put(run.name(), common.stream()
                .mapToDouble(kidney -> Math.abs(difference(run, kidney.caseId(), kidney.which()))).average()
                .orElse(Double.NaN)));
    }

    private double difference(ComparedRun run, String id, Kidneys which) {
        return comparison.result(run.name(), id, which).map(CaseResult::differencePercent).orElse(Double.NaN);
    }

    /** Names a best network only when its advantage over another one is significant. */
    private String headline(ComparedRun best, List<ComparedRun> others) {
        String title = best.subtitle().isEmpty() ? best.shortTitle()
                : best.shortTitle() + " (" + best.subtitle() + ")";
        String over = percent(best) + " over " + extent();
        String rest = others.isEmpty() ? "." : "; " + others.stream()
                .map(run -> run.shortTitle() + " " + percent(run)).collect(Collectors.joining(", ")) + ".";
        if (others.isEmpty()) {
            return title + " differs from the manual activity concentration: mean absolute difference " + over + rest;
        }
        if (others.stream().anyMatch(other -> !outcome(best, other).significant().isEmpty())) {
            return title + " comes closest to the manual activity concentration: mean absolute difference " + over
                    + rest;
        }
        return "No network is shown to measure the activity best: " + title
                + " has the smallest mean absolute difference from the manual activity concentration, " + over + rest;
    }

    private String extent() {
        int cases = comparison.cases().size();
        if (common.size() == 2 * cases) {
            return cases == 1 ? "one case and both kidneys" : cases + " cases and both kidneys";
        }
        long withCommon = common.stream().map(Kidney::caseId).distinct().count();
        return "the %d %s of %d %s that %s measured".formatted(common.size(), common.size() == 1 ? "kidney" : "kidneys",
                withCommon, withCommon == 1 ? "case" : "cases", measured.size() == 1 ? "it" : "every network");
    }

    private List<String> against(ComparedRun best, List<ComparedRun> others) {
        if (tests.isEmpty()) {
            return others.isEmpty() ? List.of() : List.of("Whether that is more than chance was not tested: the"
                    + " statistic '" + Analysis.TEST + "' is not installed.");
        }
        if (others.size() <= MOST_TOLD) {
            return others.stream().map(other -> against(best, other)).toList();
        }
        Map<Boolean, List<String>> found = others.stream().collect(Collectors.partitioningBy(
                other -> !outcome(best, other).significant().isEmpty(),
                Collectors.mapping(ComparedRun::shortTitle, Collectors.toList())));
        List<String> sentences = new ArrayList<>();
        if (!found.get(true).isEmpty()) {
            sentences.add("In at least one kidney the advantage is significant against "
                    + String.join(", ", found.get(true)) + ".");
        }
        if (!found.get(false).isEmpty()) {
            sentences.add("It is significant in no kidney against " + String.join(", ", found.get(false)) + ".");
        }
        return sentences;
    }

    private String against(ComparedRun best, ComparedRun other) {
        Outcome outcome = outcome(best, other);
        String against = "Against " + other.shortTitle() + " the advantage ";
        String not = String.join("; ", outcome.not());
        if (outcome.significant().isEmpty()) {
            return against + "is not significant (" + not + ").";
        }
        return against + "is significant (" + String.join("; ", outcome.significant()) + ")"
                + (not.isEmpty() ? "." : ", but not in the other kidney (" + not + ").");
    }

    private Outcome outcome(ComparedRun best, ComparedRun other) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        for (StatisticTable table : tests) {
            Optional<Row> row = table.result().rows().stream().filter(each -> isPair(each, best, other)).findFirst();
            double p = row.map(each -> each.values().getOrDefault("p_holm", Double.NaN)).orElse(Double.NaN);
            boolean better = meanFavours(table.kidneys(), best, other);
            (p < level && better ? outcome.significant() : outcome.not())
                    .add(table.side() + " kidney, " + Numbers.pInSentence(p));
        }
        return outcome;
    }

    /** Whether the best network is also the better one of the pair on this side, so that a small p speaks for it. */
    private boolean meanFavours(Kidneys which, ComparedRun best, ComparedRun other) {
        double sum = 0;
        for (String id : comparison.cases()) {
            double difference = Math.abs(difference(best, id, which)) - Math.abs(difference(other, id, which));
            sum += Double.isNaN(difference) ? 0 : difference;
        }
        return sum < 0;
    }

    private static boolean isPair(Row row, ComparedRun one, ComparedRun other) {
        return row.of().equals(one.name()) && row.against().equals(other.name())
                || row.of().equals(other.name()) && row.against().equals(one.name());
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            long missing = comparison.results().stream().filter(row -> row.network().equals(run.name())
                    && row.isOfOneKidney() && row.volumeMlAutomatic() == 0).count();
            if (missing > 0) {
                remarks.add(run.shortTitle() + " did not find " + missing + (missing == 1 ? " kidney" : " kidneys")
                        + ", which this comparison leaves out.");
            }
            if (!measured.isEmpty() && !measured.contains(run)) {
                remarks.add(run.shortTitle() + " measured nothing and is not ranked.");
            }
        }
        return remarks;
    }

    private String percent(ComparedRun run) {
        return Numbers.fixed(means.get(run.name()), 2) + " %";
    }
}
