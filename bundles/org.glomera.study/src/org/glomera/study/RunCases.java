package org.glomera.study;

import java.util.List;

/**
 * Which training cases a run used for what, where it did not use all of them to learn from.
 *
 * @param training ids of the cases that it was trained on
 * @param validation ids of the cases by which the training was watched and that it did not learn from
 * @param heldOut ids of the cases of its fold of a cross-validation, which it did not learn from; empty without folds
 */
public record RunCases(@WhenAbsent("[]") List<String> training, @WhenAbsent("[]") List<String> validation,
        @WhenAbsent("[]") List<String> heldOut) {

    /** All training cases were learned from. */
    public static final RunCases ALL = new RunCases(List.of(), List.of(), List.of());

    /** Refuses ids that are none. */
    public RunCases {
        training = names(training);
        validation = names(validation);
        heldOut = names(heldOut);
    }

    private static List<String> names(List<String> ids) {
        List<String> copy = List.copyOf(ids);
        copy.forEach(id -> Names.check("case", id));
        return copy;
    }
}
