package org.glomera.ui.comparison;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.CasesPage;
import org.glomera.comparison.page.CurvesPage;
import org.glomera.comparison.page.DistributionsPage;
import org.glomera.comparison.page.OverviewPage;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.PublishedPage;
import org.glomera.comparison.page.StatisticsPage;
import org.glomera.comparison.page.ViewOptions;

/** The pages of the editor in their order, how each is made, and which options it has. */
enum PageKind {

    /** The networks, their configurations, the verdict. */
    OVERVIEW("Overview", OverviewPage::of, Choice.ONLY_DIFFERENCES),
    /** Training and test Dice by epoch. */
    CURVES("Learning curves", CurvesPage::of, Choice.SMOOTHING),
    /** Case by network. */
    CASES("Cases", CasesPage::of, Choice.COLUMNS, Choice.FLAG, Choice.FILTER),
    /** Box plots, scatter, Bland-Altman. */
    DISTRIBUTIONS("Distributions", DistributionsPage::of, Choice.MEASURE),
    /** Tests and their assumptions. */
    STATISTICS("Statistics", StatisticsPage::of, Choice.MEASURE, Choice.BASELINE, Choice.FILTER),
    /** What a publication prints beside what follows from its tables. */
    PUBLISHED("Published and recomputed", PublishedPage::of, Choice.FILTER);

    /** What can be chosen in the row above a page. */
    enum Choice {
        /** Whether only settings that differ are shown. */
        ONLY_DIFFERENCES,
        /** The window of the moving average. */
        SMOOTHING,
        /** Further measures in the table of cases. */
        COLUMNS,
        /** The limit beyond which a case is flagged. */
        FLAG,
        /** Words that a row must hold. */
        FILTER,
        /** What is drawn or tested. */
        MEASURE,
        /** With which run the others are compared. */
        BASELINE
    }

    private final String title;
    private final BiFunction<Comparison, ViewOptions, Page> maker;
    private final Set<Choice> choices;

    PageKind(String title, BiFunction<Comparison, ViewOptions, Page> maker, Choice... choices) {
        this.title = title;
        this.maker = maker;
        this.choices = Set.copyOf(List.of(choices));
    }

    /** What stands on the page's tab. */
    String title() {
        return title;
    }

    /** Makes the page; may take a while, on any thread. */
    Page make(Comparison comparison, ViewOptions options) {
        return maker.apply(comparison, options);
    }

    /** Whether something can be chosen for the page. */
    boolean has(Choice choice) {
        return choices.contains(choice);
    }

    /** Whether a comparison has this page. */
    boolean isIn(Comparison comparison) {
        return this != PUBLISHED || !comparison.published().isEmpty();
    }
}
