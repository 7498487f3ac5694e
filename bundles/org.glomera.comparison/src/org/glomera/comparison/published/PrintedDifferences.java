package org.glomera.comparison.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.glomera.comparison.Comparison;
import org.glomera.comparison.PublishedQuantity;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;

/**
 * The differences of single cases as a publication prints them. They were computed from values before those were
 * rounded for print, so a summary figure may follow from them and not quite from the printed activities. Immutable.
 */
final class PrintedDifferences {

    private final Map<List<Object>, Double> values = new HashMap<>();

    PrintedDifferences(Comparison comparison) {
        for (PublishedQuantity printed : comparison.published()) {
            if (Quantity.parse(printed.quantity()) instanceof Quantity.OfCase one) {
                Optional<Scope> scope = Scope.of(comparison, printed)
                        .filter(found -> found.isOneRun() && found.isOneKidney());
                Optional<PrintedNumber> number = PrintedNumber.parse(printed.value());
                if (scope.isPresent() && number.isPresent()) {
                    values.put(key(scope.get().names().get(0), one.caseId(), scope.get().kidneys().get(0)),
                            number.get().value());
                }
            }
        }
    }

    private static List<Object> key(String run, String caseId, Kidneys kidneys) {
        return List.of(run, caseId, kidneys);
    }

    /**
     * A figure from printed differences; empty where it does not come from differences or one of them is not printed.
     *
     * @param quantity the figure
     * @param rows the kidneys that it is about
     * @param caseId the case that it is about; empty for all
     */
    Optional<Double> recompute(Quantity quantity, List<CaseResult> rows, String caseId) {
        boolean ofShownCase = quantity instanceof Quantity.OfShownCase;
        boolean described = quantity instanceof Quantity.Described words && words.measure().equals(Quantity.DIFFERENCE);
        List<Range> printed = new ArrayList<>();
        for (CaseResult row : rows) {
            Double value = values.get(key(row.network(), row.caseId(), row.kidneys()));
            if (value != null && (!ofShownCase || row.caseId().equals(caseId))) {
                printed.add(Range.exact(value));
            }
        }
        if (ofShownCase && printed.size() == 1) {
            return Optional.of(printed.get(0).value());
        }
        if (!described || printed.size() < rows.size() || printed.size() < 2) {
            return Optional.empty();
        }
        Quantity.Described words = (Quantity.Described) quantity;
        return Optional.of(Recomputation.describe(words.description(), words.absolute()
                ? printed.stream().map(Range::absolute).toList() : printed).value());
    }
}
