package org.glomera.comparison.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Measure;
import org.glomera.comparison.published.Outcome.Computed;
import org.glomera.comparison.published.Outcome.Impossible;
import org.glomera.comparison.published.Quantity.Description;
import org.glomera.comparison.published.Quantity.Test;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.Summary;
import org.glomera.study.CaseResult;
import org.glomera.study.CurvePoint;

/** Computes what printed figures are about from an experiment's own tables. Immutable. */
final class Recomputation {

    private static final int LEAST_FOR_SD = 2;

    private final Comparison comparison;
    private final double halfUnit;

    Recomputation(Comparison comparison) {
        this.comparison = comparison;
        this.halfUnit = Pairs.halfUnit(comparison);
    }

    /** The values of the tables within a scope. */
    Pairs pairs(Scope scope) {
        return Pairs.of(comparison, scope.names(), scope.kidneys(), halfUnit);
    }

    /** Recomputes a figure; a figure that rounds to {@code printed} is looked for where its case is not named. */
    Outcome of(Quantity quantity, Scope scope, PrintedNumber printed) {
        if (quantity instanceof Quantity.Described described) {
            return described(described, scope);
        }
        if (quantity instanceof Quantity.OfCase one) {
            return ofCase(one.caseId(), scope);
        }
        if (quantity instanceof Quantity.OfShownCase) {
            return nearestCase(scope, printed);
        }
        if (quantity instanceof Quantity.AgainstManual against) {
            return againstManual(against.test(), scope);
        }
        if (quantity instanceof Quantity.BetweenNetworks) {
            return between(scope);
        }
        if (quantity instanceof Quantity.CohortDice dice) {
            return cohortDice(dice.training(), scope);
        }
        return new Impossible("What is meant is not known.");
    }

    Outcome described(Quantity.Described described, Scope scope) {
        List<Range> values = new ArrayList<>();
        int missing;
        String name = "difference";
        if (described.measure().equals(Quantity.DIFFERENCE)) {
            Pairs pairs = pairs(scope);
            values.addAll(pairs.differences());
            missing = pairs.missing();
        } else {
            Optional<Measure> measure = measure(described.measure());
            if (measure.isEmpty()) {
                return new Impossible("The table of cases has no values of '" + described.measure() + "'.");
            }
            name = measure.get().name();
            missing = addValues(measure.get(), scope, values);
        }
        if (values.size() < (described.description() == Description.SD ? LEAST_FOR_SD : 1)) {
            return new Impossible("The table of cases has too few values.");
        }
        List<Range> used = described.absolute() ? values.stream().map(Range::absolute).toList() : values;
        return new Computed(describe(described.description(), used), words(described.description())
                + " of the "
                + (described.absolute() ? "absolute " : "") + name + " over " + used.size() + " kidneys", "",
                left(missing));
    }

    private static String left(int missing) {
        return missing == 0 ? "" : missing == 1 ? "1 kidney has no value and is left out."
                : missing + " kidneys have no value and are left out.";
    }

    private int addValues(Measure measure, Scope scope, List<Range> values) {
        int missing = 0;
        for (ComparedRun run : scope.runs()) {
            for (Kidneys side : scope.kidneys()) {
                for (double value : comparison.values(measure, run.name(), side)) {
                    if (Double.isNaN(value)) {
                        missing++;
                    } else {
                        values.add(Range.exact(value));
                    }
                }
            }
        }
        return missing;
    }

    private Optional<Measure> measure(String words) {
        return comparison.measures().stream().filter(measure -> measure.id().replace('_', ' ').equalsIgnoreCase(words)
                || measure.name().equalsIgnoreCase(words)).findFirst();
    }

    static Range describe(Description description, List<Range> values) {
        return switch (description) {
            case MEAN -> Range.monotone(values, x -> Summary.of(x).mean());
            case MEDIAN -> Range.monotone(values, x -> Summary.of(x).median());
            case LOWEST -> Range.monotone(values, x -> Summary.of(x).minimum());
            case HIGHEST -> Range.monotone(values, x -> Summary.of(x).maximum());
            case SD -> Range.standardDeviation(values);
        };
    }

    private static String words(Description description) {
        return switch (description) {
            case MEAN -> "mean";
            case SD -> "SD";
            case MEDIAN -> "median";
            case LOWEST -> "smallest";
            case HIGHEST -> "largest";
        };
    }

    Outcome ofCase(String caseId, Scope scope) {
        if (!scope.isOneRun() || !scope.isOneKidney()) {
            return new Impossible("A difference in one case is of one network and one kidney.");
        }
        Pairs pairs = pairs(scope);
        return pairs.rows().stream().filter(row -> row.caseId().equals(caseId)).findFirst()
                .map(row -> (Outcome) new Computed(pairs.difference(row), "difference in case " + caseId, caseId, ""))
                .orElse(new Impossible("The table of cases has no activity concentrations of case " + caseId + "."));
    }

    Outcome nearestCase(Scope scope, PrintedNumber printed) {
        if (!scope.isOneRun() || !scope.isOneKidney()) {
            return new Impossible("A difference in one case is of one network and one kidney.");
        }
        Pairs pairs = pairs(scope);
        Optional<CaseResult> nearest = pairs.rows().stream().min(Comparator.comparingDouble(
                row -> Math.abs(pairs.difference(row).value() - printed.value())));
        return nearest.map(row -> (Outcome) new Computed(pairs.difference(row), "difference in case " + row.caseId()
                + ", the nearest to it", row.caseId(), "")).orElse(new Impossible("The table of cases has no values."));
    }

    Outcome againstManual(Test test, Scope scope) {
        Pairs pairs = pairs(scope);
        String over = " of manual and automatic over " + pairs.rows().size() + " kidneys";
        if (test == Test.T) {
            return Outcome.of(PairTests.p(test, pairs.manual(), pairs.automatic()), "paired t-test" + over);
        }
        return wilcoxon(pairs.manual(), pairs.automatic(), pairs.halfUnit(), "Wilcoxon's signed-rank test" + over);
    }

    private static Outcome wilcoxon(double[] first, double[] second, double halfUnit, String method) {
        double p = PairTests.p(Test.WILCOXON, first, second);
        return Double.isNaN(p) ? Outcome.of(p, method)
                : new Computed(PairTests.wilcoxon(first, second, halfUnit), method, "", "");
    }

    Outcome between(Scope scope) {
        if (scope.runs().size() != 2) {
            return new Impossible("A test between networks is of two networks.");
        }
        NetworkPairs pairs = NetworkPairs.of(comparison, scope);
        Outcome outcome = wilcoxon(pairs.values(false, CaseResult::automatic),
                pairs.values(true, CaseResult::automatic), halfUnit, "Wilcoxon's signed-rank test of the automatic"
                        + " activity concentrations of both networks over " + pairs.size() + " kidneys");
        return outcome instanceof Computed computed ? new Computed(computed.range(), computed.method(), "",
                "Neither the test nor what was compared is named.") : outcome;
    }

    Outcome cohortDice(boolean training, Scope scope) {
        if (!scope.isOneRun()) {
            return new Impossible("A Dice coefficient of a cohort is of one network.");
        }
        ComparedRun run = scope.runs().get(0);
        Optional<CurvePoint> point = run.reported().or(() -> run.curve().last());
        double dice = point.map(each -> training ? each.trainingDice() : each.testDice()).orElse(Double.NaN);
        return Double.isNaN(dice) ? new Impossible("The learning curve has no such value.")
                : new Computed(Range.exact(dice), "learning curve at epoch " + point.get().epoch(), "", "");
    }
}
