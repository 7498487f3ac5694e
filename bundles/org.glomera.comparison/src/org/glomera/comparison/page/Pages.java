package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.comparison.Comparison;

/** All pages of a comparison in their order. */
public final class Pages {

    private static final int PAGES = 6;

    private Pages() {
    }

    /** Overview, learning curves, cases, distributions, statistics, and what was published where there is such. */
    public static List<Page> all(Comparison comparison, ViewOptions options) {
        return all(comparison, options, new NullProgressMonitor());
    }

    /**
     * As {@link #all(Comparison, ViewOptions)}.
     *
     * @param monitor asked before each page and each statistic whether to give up
     * @throws org.eclipse.core.runtime.OperationCanceledException when so
     */
    public static List<Page> all(Comparison comparison, ViewOptions options, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, "Computing the pages", PAGES);
        List<Page> pages = new ArrayList<>();
        pages.add(OverviewPage.of(comparison, options, progress.split(1)));
        pages.add(CurvesPage.of(comparison, options));
        progress.split(1);
        pages.add(CasesPage.of(comparison, options));
        progress.split(1);
        pages.add(DistributionsPage.of(comparison, options, progress.split(1)));
        pages.add(StatisticsPage.of(comparison, options, progress.split(1)));
        progress.split(1);
        if (!comparison.published().isEmpty()) {
            pages.add(PublishedPage.of(comparison, options));
        }
        return pages;
    }
}
