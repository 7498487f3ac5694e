package org.glomera.pipeline.html;

import java.util.List;

import org.glomera.comparison.Comparison;
import org.glomera.study.CaseInfo;

/** What must be known before any number of a document is read. */
public final class Notice {

    private static final String PHANTOMS = "These are computed phantoms, not patients. The numbers show that the program"
            + " works and how methods compare on drawn anatomy; nothing here tells how well a network does in patients.";
    private static final String RESEARCH = "For research. These results are not a medical device's and are looked at by a"
            + " person before any use.";

    private Notice() {
    }

    /** That the cases are phantoms where their truth is known, else what the results may be used for. */
    public static String of(Comparison comparison, List<CaseInfo> cases) {
        boolean phantoms = cases.stream().anyMatch(info -> comparison.cases().contains(info.id())
                && !info.truth().isEmpty());
        return phantoms ? PHANTOMS : RESEARCH;
    }
}
