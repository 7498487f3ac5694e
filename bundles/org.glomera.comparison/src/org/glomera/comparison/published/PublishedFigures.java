package org.glomera.comparison.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.glomera.comparison.Comparison;
import org.glomera.comparison.Numbers;
import org.glomera.comparison.PublishedQuantity;
import org.glomera.comparison.published.CheckedFigure.Topic;
import org.glomera.comparison.published.Outcome.Computed;
import org.glomera.comparison.published.Outcome.Impossible;
import org.glomera.study.CurvePoint;

/** Holds every printed figure of an experiment against what follows from its tables. One thread. */
public final class PublishedFigures {

    /**
     * A figure on its way.
     *
     * @param figure all but the explanation
     * @param explanation what a figure that differs may be
     */
    private record Draft(CheckedFigure figure, Optional<Explanation> explanation) {
    }

    private final Comparison comparison;
    private final Recomputation recomputation;
    private final Explanations explanations;
    private final PrintedDifferences printedDifferences;

    private PublishedFigures(Comparison comparison) {
        this.comparison = comparison;
        this.recomputation = new Recomputation(comparison);
        this.printedDifferences = new PrintedDifferences(comparison);
        this.explanations = new Explanations(comparison, recomputation);
    }

    /** All printed figures in the order of {@code published.csv}, each with what was recomputed. */
    public static List<CheckedFigure> check(Comparison comparison) {
        PublishedFigures figures = new PublishedFigures(comparison);
        List<Draft> drafts = comparison.published().stream().map(figures::draft).toList();
        Map<String, List<Explanation>> byKind = new HashMap<>();
        for (Draft draft : drafts) {
            draft.explanation().ifPresent(explanation -> byKind.computeIfAbsent(draft.figure().printed().quantity(),
                    quantity -> new ArrayList<>()).add(explanation));
        }
        return drafts.stream().map(draft -> finished(draft, byKind)).toList();
    }

    private static CheckedFigure finished(Draft draft, Map<String, List<Explanation>> byKind) {
        if (draft.explanation().isEmpty()) {
            return draft.figure();
        }
        List<Explanation> kind = byKind.get(draft.figure().printed().quantity());
        Set<String> shared = kind.size() > 1 ? Explanation.shared(kind) : Set.of();
        return draft.figure().with(String.join(", or ", shared),
                draft.explanation().get().sentence(shared, kind.size()));
    }

    private Draft draft(PublishedQuantity printed) {
        Quantity quantity = Quantity.parse(printed.quantity());
        Optional<PrintedNumber> number = PrintedNumber.parse(printed.value());
        Optional<Scope> scope = Scope.of(comparison, printed);
        if (number.isEmpty()) {
            return missing(printed, quantity, scope, 0, "'" + printed.value() + "' is not understood as a number.");
        }
        if (scope.isEmpty()) {
            return missing(printed, quantity, scope, number.get().decimals(), "The network '" + printed.network()
                    + "' (" + printed.side() + ") is not among those that are shown.");
        }
        Outcome outcome = recomputation.of(quantity, scope.get(), number.get());
        if (outcome instanceof Impossible impossible) {
            return missing(printed, quantity, scope, number.get().decimals(), impossible.why());
        }
        return computed(printed, quantity, scope.get(), number.get(), (Computed) outcome);
    }

    private Draft computed(PublishedQuantity printed, Quantity quantity, Scope scope, PrintedNumber number,
            Computed computed) {
        Range range = computed.range();
        Agreement agreement = Agreement.of(number, range);
        boolean caseKnown = agreement != Agreement.DIFFERS || quantity instanceof Quantity.OfCase;
        List<Integer> epochs = quantity instanceof Quantity.CohortDice dice ? epochs(dice, scope, number) : List.of();
        CheckedFigure figure = new CheckedFigure(printed, topic(quantity), scope.names(),
                caseKnown ? computed.caseId() : "", range.value(), range.low(), range.high(), number.decimals(),
                epochs, agreement, computed.method(), "", computed.remark());
        if (agreement == Agreement.AGREES_WITHIN_ROUNDING) {
            return new Draft(figure.with("", fromPrinted(quantity, scope, number, figure.caseId())),
                    Optional.empty());
        }
        return new Draft(figure, agreement == Agreement.DIFFERS
                ? Optional.of(explanations.of(quantity, scope, number)) : Optional.empty());
    }

    /** What a figure that agrees within the table's rounding only may have been computed from. */
    private String fromPrinted(Quantity quantity, Scope scope, PrintedNumber number, String caseId) {
        return printedDifferences.recompute(quantity, recomputation.pairs(scope).rows(), caseId)
                .filter(value -> number.admits(Range.exact(value)))
                .map(value -> "It follows from the printed differences of the cases ("
                        + Numbers.fixed(value, number.decimals() + 1) + ").")
                .orElse("");
    }

    private static Draft missing(PublishedQuantity printed, Quantity quantity, Optional<Scope> scope, int decimals,
            String why) {
        return new Draft(new CheckedFigure(printed, topic(quantity), scope.map(Scope::names).orElse(List.of()), "",
                Double.NaN, Double.NaN, Double.NaN, decimals, List.of(), Agreement.NOT_COMPUTABLE, "", "", why),
                Optional.empty());
    }

    private static Topic topic(Quantity quantity) {
        return quantity instanceof Quantity.CohortDice ? Topic.DICE
                : quantity instanceof Quantity.OfCase ? Topic.CASE : Topic.SUMMARY;
    }

    private static List<Integer> epochs(Quantity.CohortDice dice, Scope scope, PrintedNumber printed) {
        List<Integer> fitting = new ArrayList<>();
        for (CurvePoint point : scope.runs().get(0).curve().points()) {
            double value = dice.training() ? point.trainingDice() : point.testDice();
            if (!Double.isNaN(value) && printed.admits(Range.exact(value))) {
                fitting.add(point.epoch());
            }
        }
        return fitting;
    }
}
