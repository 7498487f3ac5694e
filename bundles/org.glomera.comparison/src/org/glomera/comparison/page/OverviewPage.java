package org.glomera.comparison.page;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.comparison.Comparison;
import org.glomera.comparison.Verdict;
import org.glomera.comparison.page.Paragraph.Style;

/** What the numbers support, the networks, and what differs between them. */
public final class OverviewPage {

    private OverviewPage() {
    }

    /** Makes the page. */
    public static Page of(Comparison comparison, ViewOptions options) {
        return of(comparison, options, new NullProgressMonitor());
    }

    /** Makes the page; a cancelled monitor ends it with an {@code OperationCanceledException}. */
    public static Page of(Comparison comparison, ViewOptions options, IProgressMonitor monitor) {
        List<Block> blocks = new ArrayList<>();
        Verdict verdict = Verdict.of(comparison, options.level(), monitor);
        if (!verdict.headline().isEmpty()) {
            blocks.add(new Paragraph(Style.VERDICT, verdict.headline()));
        }
        if (!verdict.details().isEmpty()) {
            blocks.add(new Paragraph(Style.TEXT, String.join(" ", verdict.details())));
        }
        if (comparison.phantoms()) {
            blocks.add(new Paragraph(Style.WARNING, "These are computed phantoms, not patients. The numbers show that"
                    + " the program works and how methods compare on drawn anatomy; nothing here tells how well a"
                    + " network does in patients."));
        }
        comparison.problems().forEach(problem -> blocks.add(new Paragraph(Style.WARNING, problem)));
        comparison.info().remarks().forEach(remark -> blocks.add(new Paragraph(Style.NOTE, remark)));
        blocks.add(NetworkTable.of(comparison));
        blocks.add(new Paragraph(Style.NOTE, NetworkTable.EXPLANATION));
        ConfigurationTable configurations = new ConfigurationTable(comparison);
        blocks.add(configurations.block(options.onlyDifferences()));
        return new Page("overview", "Overview", blocks);
    }
}
