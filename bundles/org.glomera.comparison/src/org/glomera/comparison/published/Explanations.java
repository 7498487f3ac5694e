package org.glomera.comparison.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.published.Explanation.Candidate;
import org.glomera.comparison.published.Outcome.Computed;
import org.glomera.comparison.published.PrintedNumber.Relation;
import org.glomera.comparison.published.Quantity.Description;
import org.glomera.comparison.published.Quantity.Test;
import org.glomera.evaluation.Summary;
import org.glomera.study.CaseResult;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;

/**
 * Looks for what a printed figure may be when it is not what its words say: the same figure of another network or
 * kidney, or another method on the same values. It proposes, it does not decide: the more figures are tried, the more
 * agree by chance, so only those are named whose printed digits agree. Immutable.
 */
final class Explanations {

    private static final int LAST_EPOCHS = 10;
    private static final int LEAST_TO_LEAVE_ONE_OUT = 3;

    private final Comparison comparison;
    private final Recomputation recomputation;

    Explanations(Comparison comparison, Recomputation recomputation) {
        this.comparison = comparison;
        this.recomputation = recomputation;
    }

    /** What a printed figure that differs may be. */
    Explanation of(Quantity quantity, Scope scope, PrintedNumber printed) {
        if (printed.relation() != Relation.EQUAL) {
            return new Explanation(printed, List.of(), List.of());
        }
        List<Candidate> candidates = candidates(quantity, scope, printed);
        List<Candidate> found = candidates.stream()
                .filter(each -> printed.admits(Range.exact(each.range().value()))).toList();
        if (found.isEmpty()) {
            found = candidates.stream().filter(each -> printed.admits(each.range())).toList();
        }
        return new Explanation(printed, found, candidates.stream().filter(Candidate::named).toList());
    }

    private List<Candidate> candidates(Quantity quantity, Scope scope, PrintedNumber printed) {
        List<Candidate> candidates = new ArrayList<>();
        if (quantity instanceof Quantity.Described described) {
            addOtherDescriptions(described, scope, candidates);
        } else if (quantity instanceof Quantity.AgainstManual against) {
            addOtherTests(against.test(), scope, candidates);
        } else if (quantity instanceof Quantity.BetweenNetworks && scope.runs().size() == 2) {
            addTestsBetween(scope, candidates);
        } else if (quantity instanceof Quantity.CohortDice dice && scope.isOneRun()) {
            addOtherEpochs(dice.training(), scope, candidates);
        }
        addOtherScopes(quantity, scope, printed, candidates);
        return candidates;
    }

    /** The same figure of the other kidney and of the other networks. */
    private void addOtherScopes(Quantity quantity, Scope scope, PrintedNumber printed, List<Candidate> candidates) {
        if (!scope.isOneRun()) {
            return;
        }
        List<Scope> others = new ArrayList<>();
        boolean dice = quantity instanceof Quantity.CohortDice;
        if (scope.isOneKidney() && !dice) {
            others.add(scope.otherKidney());
        }
        comparison.runs().stream().filter(run -> !scope.runs().contains(run)).map(scope::withRun).forEach(others::add);
        for (Scope other : others) {
            ComparedRun run = other.runs().get(0);
            boolean same = scope.runs().contains(run);
            String of = dice || !same || !other.isOneKidney() ? "that of " + run.shortTitle()
                    : "that of the " + other.kidneys().get(0).word() + " kidney";
            add(of, recomputation.of(quantity, other, printed), false, candidates);
            if (quantity instanceof Quantity.AgainstManual) {
                add("the paired t-test's of " + run.shortTitle() + (same ? ", " + other.kidneys().get(0).word() : ""),
                        recomputation.againstManual(Test.T, other), false, candidates);
            }
        }
    }

    private static void add(String words, Outcome outcome, boolean named, List<Candidate> candidates) {
        if (outcome instanceof Computed computed) {
            String ofCase = computed.caseId().isEmpty() ? "" : ", case " + computed.caseId();
            candidates.add(new Candidate(words + ofCase, computed.range(), named));
        }
    }

    private void addOtherDescriptions(Quantity.Described described, Scope scope, List<Candidate> candidates) {
        Description other = described.description() == Description.MEAN ? Description.MEDIAN
                : described.description() == Description.MEDIAN ? Description.MEAN : described.description();
        if (other != described.description()) {
            add("the " + (other == Description.MEAN ? "mean" : "median"), recomputation.described(
                    new Quantity.Described(other, described.absolute(), described.measure()), scope), true, candidates);
        }
        if (described.description() == Description.SD
                && recomputation.described(described, scope) instanceof Computed computed) {
            int n = recomputation.pairs(scope).rows().size();
            candidates.add(new Candidate("the SD with n instead of n \u2212 1",
                    Range.exact(computed.range().value() * Math.sqrt((n - 1.0) / n)), true));
        }
        if (described.measure().equals(Quantity.DIFFERENCE)) {
            addDifferenceOfMeans(described, scope, candidates);
            addWithoutOneKidney(described, scope, candidates);
        }
    }

    private void addDifferenceOfMeans(Quantity.Described described, Scope scope, List<Candidate> candidates) {
        Pairs pairs = recomputation.pairs(scope);
        double manual = Summary.of(pairs.manual()).mean();
        if (described.description() == Description.MEAN && !described.absolute() && manual > 0) {
            candidates.add(new Candidate("the difference of the means",
                    Range.exact(100 * (Summary.of(pairs.automatic()).mean() - manual) / manual), true));
        }
    }

    /** A row that was left out of a sum by mistake is a common error. */
    private void addWithoutOneKidney(Quantity.Described described, Scope scope, List<Candidate> candidates) {
        boolean additive = described.description() == Description.MEAN || described.description() == Description.SD;
        List<CaseResult> rows = recomputation.pairs(scope).rows();
        if (!additive || !scope.isOneRun() || rows.size() < LEAST_TO_LEAVE_ONE_OUT) {
            return;
        }
        List<Range> values = recomputation.pairs(scope).differences().stream()
                .map(each -> described.absolute() ? each.absolute() : each).toList();
        for (int i = 0; i < rows.size(); i++) {
            List<Range> others = new ArrayList<>(values);
            others.remove(i);
            candidates.add(new Candidate((described.description() == Description.MEAN ? "the mean" : "the SD")
                    + " without the " + rows.get(i).kidneys().word() + " kidney of case " + rows.get(i).caseId(),
                    Range.exact(Recomputation.describe(described.description(), others).value()), false));
        }
    }

    private void addOtherTests(Test test, Scope scope, List<Candidate> candidates) {
        Test other = test == Test.WILCOXON ? Test.T : Test.WILCOXON;
        add(words(other), recomputation.againstManual(other, scope), true, candidates);
        double[] differences = recomputation.pairs(scope).differences().stream().mapToDouble(Range::value).toArray();
        for (Test each : Test.values()) {
            add(words(each) + " of the percent differences",
                    Outcome.of(PairTests.p(each, new double[differences.length], differences), ""), true, candidates);
        }
    }

    private void addTestsBetween(Scope scope, List<Candidate> candidates) {
        NetworkPairs pairs = NetworkPairs.of(comparison, scope);
        for (Test test : Test.values()) {
            if (test == Test.T) {
                addBetween(test, "the activity concentrations", CaseResult::automatic, pairs, candidates);
            }
            addBetween(test, "the percent differences", CaseResult::differencePercent, pairs, candidates);
            addBetween(test, "the absolute percent differences", row -> Math.abs(row.differencePercent()), pairs,
                    candidates);
        }
    }

    private static void addBetween(Test test, String of, ToDoubleFunction<CaseResult> value, NetworkPairs pairs,
            List<Candidate> candidates) {
        add(words(test) + " of " + of, Outcome.of(PairTests.p(test, pairs.values(false, value),
                pairs.values(true, value)), ""), true, candidates);
    }

    private static String words(Test test) {
        return test == Test.T ? "the paired t-test's" : "Wilcoxon's";
    }

    private void addOtherEpochs(boolean training, Scope scope, List<Candidate> candidates) {
        Curve curve = scope.runs().get(0).curve();
        ToDoubleFunction<CurvePoint> dice = training ? CurvePoint::trainingDice : CurvePoint::testDice;
        double[] known = curve.points().stream().mapToDouble(dice).filter(x -> !Double.isNaN(x)).toArray();
        curve.bestByTestDice().ifPresent(best -> add("the one of epoch " + best.epoch()
                + ", the best by the test cohort", Outcome.of(dice.applyAsDouble(best), ""), true, candidates));
        if (known.length > 0) {
            Summary last = Summary.of(Arrays.copyOfRange(known, Math.max(0, known.length - LAST_EPOCHS),
                    known.length));
            candidates.add(new Candidate("the mean of the last " + last.n() + " epochs", Range.exact(last.mean()),
                    true));
        }
    }
}
