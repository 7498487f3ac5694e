package org.glomera.ui.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.glomera.core.Side;
import org.glomera.study.CaseFile;
import org.glomera.ui.model.ImageFacts;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.model.StudyNode.Case;
import org.glomera.ui.model.StudyNode.GroupKind;

/**
 * One case of the table.
 *
 * @param shown its line in the explorer; of a case in two groups that of its cohort
 * @param facts what is known of its images; empty as long as they were not looked into
 */
record CaseRow(Case shown, Map<CaseFile, ImageFacts> facts) {

    CaseRow {
        Objects.requireNonNull(shown);
        facts = Map.copyOf(facts);
    }

    String id() {
        return shown.info().id();
    }

    /** The facts of an image; null as long as it was not looked into or where there is none. */
    ImageFacts.Readable image(CaseFile file) {
        return facts.get(file) instanceof ImageFacts.Readable readable ? readable : null;
    }

    /** What is wrong with an image; empty when nothing is. */
    String problem(CaseFile file) {
        return facts.get(file) instanceof ImageFacts.Unreadable unreadable ? unreadable.message() : "";
    }

    /** Volume of a kidney in millilitres; NaN where it is not known. */
    double ml(CaseFile file, Side side) {
        ImageFacts.Readable kidneys = image(file);
        return kidneys == null ? Double.NaN : kidneys.ml(side);
    }

    CaseRow with(Map<CaseFile, ImageFacts> newFacts) {
        return new CaseRow(shown, newFacts);
    }

    /** The rows of a study, in the order of the explorer; facts of cases that did not change are kept. */
    static List<CaseRow> of(StudyNode study, List<CaseRow> before) {
        Map<String, CaseRow> known = new LinkedHashMap<>();
        before.forEach(row -> known.put(row.id(), row));
        Map<String, CaseRow> rows = new LinkedHashMap<>();
        for (StudyNode group : study.children()) {
            for (StudyNode line : group.children()) {
                if (line instanceof Case shown) {
                    CaseRow old = known.get(shown.info().id());
                    CaseRow row = new CaseRow(shown, old == null ? Map.of() : old.facts());
                    if (shown.group() == GroupKind.EXCLUDED) {
                        rows.putIfAbsent(row.id(), row);
                    } else {
                        rows.put(row.id(), row);
                    }
                }
            }
        }
        return List.copyOf(rows.values());
    }
}
