package org.glomera.pipeline.html;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Pages;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.pipeline.html.HtmlDocument.Section;
import org.glomera.pipeline.html.PageHtml.Medium;

/** All pages of a comparison as the sections of a document. */
public final class ComparisonSections {

    /** What must be known before any number of a document is read. */
    public static final String NOTICE = "For research. These results are not a medical device's and are looked at by a"
            + " person before any use.";

    private ComparisonSections() {
    }

    /** The sections, one a page. */
    public static List<Section> of(Comparison comparison, ViewOptions options, Medium medium,
            IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        List<Page> pages = Pages.all(comparison, options, progress.split(1));
        PageHtml renderer = new PageHtml(medium, comparison.runs(), progress.split(1));
        List<Section> sections = new ArrayList<>();
        for (Page page : pages) {
            sections.add(new Section(page.id(), page.title(), renderer.section(page)));
        }
        return sections;
    }

    /** How much is compared, in words. */
    public static String counts(Comparison comparison) {
        return counted(comparison.runs().size(), "network") + ", " + counted(comparison.cases().size(), "test case");
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
