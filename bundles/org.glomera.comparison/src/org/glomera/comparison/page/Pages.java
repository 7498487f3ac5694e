package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;

import org.glomera.comparison.Comparison;

/** All pages of a comparison in their order. */
public final class Pages {

    private Pages() {
    }

    /** Overview, learning curves, cases, distributions, statistics, and what was published where there is such. */
    public static List<Page> all(Comparison comparison, ViewOptions options) {
        List<Page> pages = new ArrayList<>(List.of(OverviewPage.of(comparison, options),
                CurvesPage.of(comparison, options), CasesPage.of(comparison, options),
                DistributionsPage.of(comparison, options), StatisticsPage.of(comparison, options)));
        if (!comparison.published().isEmpty()) {
            pages.add(PublishedPage.of(comparison, options));
        }
        return pages;
    }
}
