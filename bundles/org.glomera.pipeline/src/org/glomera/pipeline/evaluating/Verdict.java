package org.glomera.pipeline.evaluating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.pipeline.evaluating.Statistics.Section;
import org.glomera.pipeline.evaluating.Statistics.Topic;
import org.glomera.study.CaseResult;

/**
 * Says what the numbers support and no more: which network has the smallest mean absolute difference from the manual
 * activity concentration, and against which networks and in which kidney that is significant after correction.
 */
final class Verdict {

    private final Map<String, String> titles;
    private final List<CaseResult> results;
    private final List<Section> sections;
    private final double level;

    Verdict(Map<String, String> titles, List<CaseResult> results, List<Section> sections, double level) {
        this.titles = titles;
        this.results = results;
        this.sections = sections;
        this.level = level;
    }

    String sentence() {
        List<String> ranked = titles.keySet().stream().filter(run -> !Double.isNaN(meanAbsolute(run)))
                .sorted(Comparator.comparingDouble(this::meanAbsolute)).toList();
        if (ranked.isEmpty()) {
            return "No network found a kidney, so nothing can be said about the activity concentration.";
        }
        String best = ranked.get(0);
        List<String> others = ranked.subList(1, ranked.size());
        StringBuilder text = new StringBuilder(headline(best, others));
        if (!others.isEmpty()) {
            text.append("; ").append(String.join(", ", others.stream()
                    .map(run -> shortTitle(run) + " " + percent(run)).toList()));
        }
        text.append(". ");
        others.forEach(other -> text.append(against(best, other)).append(' '));
        notFound(text);
        return text.toString().strip();
    }

    /** Names a best network only when its advantage over another one is significant. */
    private String headline(String best, List<String> others) {
        String title = titles.get(best).replaceFirst("^([^:]+): *(.+)$", "$1 ($2)");
        String over = "%s over %d cases and both kidneys".formatted(percent(best), cases());
        if (others.isEmpty()) {
            return title + " differs from the manual activity concentration: mean absolute difference " + over;
        }
        if (others.stream().anyMatch(other -> isSignificant(best, other))) {
            return title + " comes closest to the manual activity concentration: mean absolute difference " + over;
        }
        return "No network is shown to measure the activity best: " + title
                + " has the smallest mean absolute difference from the manual activity concentration, " + over;
    }

    private boolean isSignificant(String best, String other) {
        return sections.stream().filter(section -> section.topic() == Topic.BETWEEN_NETWORKS_TEST)
                .anyMatch(section -> meanFavours(section.side(), best, other) && section.result().rows().stream()
                        .anyMatch(row -> isPair(row, best, other) && row.value("p_holm") < level));
    }

    private String against(String best, String other) {
        List<String> significant = new ArrayList<>();
        List<String> not = new ArrayList<>();
        for (Section section : sections) {
            if (section.topic() == Topic.BETWEEN_NETWORKS_TEST) {
                section.result().rows().stream().filter(row -> isPair(row, best, other)).forEach(row -> {
                    double p = row.value("p_holm");
                    boolean better = meanFavours(section.side(), best, other);
                    (p < level && better ? significant : not).add(section.side() + " kidney, " + p(p));
                });
            }
        }
        String against = "Against " + shortTitle(other) + " the advantage ";
        if (significant.isEmpty()) {
            return against + "is not significant (" + String.join("; ", not) + ").";
        }
        return against + "is significant (" + String.join("; ", significant) + ")"
                + (not.isEmpty() ? "." : ", but not in the other kidney (" + String.join("; ", not) + ").");
    }

    /** Whether the best network is also the better one on this side, so that a small p speaks for it. */
    private boolean meanFavours(String side, String best, String other) {
        return sections.stream().filter(s -> s.topic() == Topic.ABSOLUTE_DIFFERENCE_SUMMARY && s.side().equals(side))
                .anyMatch(s -> mean(s, best) < mean(s, other));
    }

    private static double mean(Section section, String run) {
        return section.result().rows().stream().filter(row -> row.of().equals(run)).findFirst()
                .map(row -> row.value("mean")).orElse(Double.NaN);
    }

    private static boolean isPair(Row row, String one, String other) {
        return row.of().equals(one) && row.against().equals(other) || row.of().equals(other)
                && row.against().equals(one);
    }

    private void notFound(StringBuilder text) {
        for (String run : titles.keySet()) {
            long missing = results.stream().filter(row -> row.network().equals(run) && row.volumeMlAutomatic() == 0)
                    .count();
            if (missing > 0) {
                text.append(shortTitle(run)).append(" did not find ").append(missing)
                        .append(missing == 1 ? " kidney" : " kidneys").append(", which this comparison leaves out. ");
            }
        }
    }

    private double meanAbsolute(String run) {
        return results.stream().filter(row -> row.network().equals(run)).mapToDouble(CaseResult::differencePercent)
                .filter(value -> !Double.isNaN(value)).map(Math::abs).average().orElse(Double.NaN);
    }

    private long cases() {
        return results.stream().map(CaseResult::caseId).distinct().count();
    }

    private String percent(String run) {
        return String.format(Locale.ROOT, "%.2f %%", meanAbsolute(run));
    }

    private String shortTitle(String run) {
        String title = titles.get(run);
        int colon = title.indexOf(':');
        return colon > 0 ? title.substring(0, colon) : title;
    }

    private static String p(double p) {
        return Double.isNaN(p) ? "not testable" : p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }
}
